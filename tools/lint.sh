#!/usr/bin/env bash
# clang-tidy over the headers as programs use them, then the linters of Python.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
source tools/setup.sh

build clang demo ca_call
echo "== clang-tidy"
clang-tidy-19 --quiet --warnings-as-errors='*' -p build/clang demo/main.cpp tests/peers/ca_call.cpp examples/quickstart.cpp \
    2> >(grep -v 'warnings generated' >&2)
echo "== mypy, flake8"
mypy
flake8 codegen tests tools
