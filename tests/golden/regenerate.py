#!/usr/bin/env python3
"""Writes the golden headers anew: python3 tests/golden/regenerate.py (--check only compares)."""

import sys
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent
sys.path.insert(0, str(GOLDEN.parent.parent / "codegen"))

from cppsmith_codegen.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(
        main(
            [
                "generate",
                f"--model={GOLDEN / 'kitchen_sink.json'}",
                "--operations=all",
                f"--output={GOLDEN}",
                *sys.argv[1:],
            ]
        )
    )
