#!/usr/bin/env bash
# Everything that has to hold, step by step. A step that fails does not stop the others.
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source tools/setup.sh

logs=build/logs
mkdir -p $logs
steps=() failed=0 passed=0

step() {
    local name=$1 begin=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if "$@" 2>&1 | tee "$logs/$name.log"; then passed=$((passed + 1)) verdict=ok; else failed=$((failed + 1)) verdict=FAILED; fi
    steps+=("$(printf '%-22s %-7s %5d s' "$name" "$verdict" $((SECONDS - begin)))")
}

run_pytest() { PYTHONPATH=codegen PYTHONDONTWRITEBYTECODE=1 "$PYTHON" -m pytest -q -rs -p no:cacheprovider "$@"; }
types_and_style() { mypy && flake8 codegen tests tools; }
run_demo() { build/dev/demo/demo >"$logs/demo-output.log" && tail -n 1 "$logs/demo-output.log"; }
peers() {
    CPPSMITH_EXAMPLES=$PWD/build/dev/examples CPPSMITH_FAKE_IOT=$PWD/build/dev/fake_iot/fake_iot CPPSMITH_CA_CALL=$PWD/build/dev/tests/ca_call run_pytest tests/peers
}
replay_corpora() {
    build asan fuzzers || return 1
    local corpus
    for corpus in tests/fuzz/corpus/*/; do
        "build/asan/tests/fuzz/fuzz_$(basename "$corpus")" -runs=0 "$corpus" 2>&1 | tail -n 1 || return 1
    done
}

step drift ./dev generate --check
step types-and-style types_and_style
step codegen run_pytest tests/codegen
step build-gcc build dev
step tests-gcc build/dev/tests/cppsmith_tests
step demo run_demo
step compile-checks run_pytest tests/compile_fail
step peers peers
step validation run_pytest -s tests/conformance
step protocols run_pytest tests/protocols
step showcase run_pytest tests/showcase
step traps ./dev sweep --traps --strict
step patterns ./dev patterns --sample 300
step install run_pytest tests/install
step build-clang-asan build asan
step tests-clang-asan build/asan/tests/cppsmith_tests
step corpora replay_corpora
step format ./dev format --check

printf '\n== summary\n'
printf '%s\n' "${steps[@]}"
printf '\n'
for name in codegen compile-checks validation protocols showcase traps peers patterns install tests-gcc tests-clang-asan; do
    printf '%s: ' "$name"
    grep -E '(passed|failed|error).* in [0-9.]+s|All tests passed|^test cases:|disagreements$|do not compile$' "$logs/$name.log" | tail -n 1
done
printf 'steps: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
