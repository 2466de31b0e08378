#!/usr/bin/env bash
# clang-tidy over the headers as the tests use them, then the linters of Python.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source tools/setup.sh

build clang demo ca_call
clang-tidy-19 --quiet -p build/clang demo/main.cpp tests/peers/ca_call.cpp examples/quickstart.cpp 2>&1 | grep -v 'warnings generated' || true
clang-tidy-19 --quiet --warnings-as-errors='*' -p build/clang demo/main.cpp tests/peers/ca_call.cpp examples/quickstart.cpp >/dev/null 2>&1
mypy
flake8 codegen tests tools
