"""Where the headers are, and which compilers check them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]
COMPILERS = [name for name in ("g++", "clang++-19") if shutil.which(name)]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "compiler" in metafunc.fixturenames:
        missing = pytest.param("", marks=pytest.mark.skip(reason="neither g++ nor clang++-19 is on this machine"))
        metafunc.parametrize("compiler", COMPILERS or [missing])
