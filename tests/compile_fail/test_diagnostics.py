"""What must not compile does not, and the compiler's first lines say why in words.

A case is a line of a .cpp file here: `// FAIL <name>: <words> | <words>`. The file compiles as it is; with -DFAIL_<name> it does not,
and each of the words stands in the first lines of what the compiler says.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, WARNINGS

HERE = Path(__file__).parent
FIRST_LINES = 12
SOURCES = sorted(HERE.glob("*.cpp"))
CASES = [
    pytest.param(source, name, [w.strip() for w in words.split("|")], id=f"{source.stem}-{name}")
    for source in SOURCES
    for name, words in re.findall(r"^// FAIL (\w+): (.+)$", source.read_text(), re.MULTILINE)
]


def compile_(compiler: str, source: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [compiler, "-std=c++20", "-fsyntax-only", "-I", str(ROOT / "include"), "-I", str(ROOT / "tests/golden"), *options, str(source)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


@pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
def test_without_the_mistake_it_compiles(compiler: str, source: Path) -> None:
    done = compile_(compiler, source, *WARNINGS)
    assert done.returncode == 0, done.stderr[:2000]


@pytest.mark.parametrize("source, name, words", CASES)
def test_with_the_mistake_it_does_not(compiler: str, source: Path, name: str, words: list[str]) -> None:
    assert f"#ifdef FAIL_{name}\n" in source.read_text()
    done = compile_(compiler, source, f"-DFAIL_{name}", "-Wno-missing-field-initializers")
    assert done.returncode != 0
    first = "\n".join(done.stderr.splitlines()[:FIRST_LINES])
    for word in words:
        assert word in first
