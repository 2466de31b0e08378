#!/usr/bin/env python3
"""Writes the golden headers anew: python3 tests/golden/regenerate.py (--check only compares)."""

import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent
sys.path.insert(0, str(GOLDEN.parent.parent / "codegen"))

from cppsmith_codegen.__main__ import main  # noqa: E402

MODELS = ("kitchen_sink", "rpc_sink", "pager")


def regenerate(name: str) -> int:
    """Generates every operation of a model of ours."""
    model, output = f"--model={GOLDEN / name}.json", f"--output={GOLDEN}"
    return main(["generate", model, "--operations=all", output, *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(max(regenerate(name) for name in MODELS))
