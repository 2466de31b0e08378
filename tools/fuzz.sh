#!/usr/bin/env bash
# Runs each fuzzer for a while, from its corpus; what it finds is left in build/fuzz/.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source tools/setup.sh

seconds=$1
build asan fuzzers
for corpus in tests/fuzz/corpus/*/; do
    name=$(basename "$corpus")
    mkdir -p "build/fuzz/$name"
    echo "== $name, $seconds s"
    "build/asan/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="build/fuzz/$name-" \
        -print_final_stats=1 "build/fuzz/$name" "$corpus" 2>&1 | grep -E 'ERROR|SUMMARY|stat::number_of_executed_units|Test unit written' || true
    ! ls "build/fuzz/$name-"* >/dev/null 2>&1 || { echo "fuzz: $name found something"; exit 1; }
done
