"""How the generator's modules hang together, that all of them are packaged, and that CONTRIBUTING tells of them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

_CODEGEN = Path(__file__).resolve().parents[2] / "codegen"
_PACKAGE = _CODEGEN / "cppsmith_codegen"


def _imported(module: Path) -> Iterator[str]:
    """The modules of the generator that a module imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            yield from ([node.module] if node.module else [alias.name for alias in node.names])


@pytest.mark.parametrize("form", ["c2j", "smithy"])
def test_a_format_is_known_to_its_own_modules_and_to_load(form: str) -> None:
    others = [m for m in _PACKAGE.rglob("*.py") if not m.stem.startswith(form) and m.stem != "load"]
    assert not [m.name for m in others if any(i.startswith(form) for i in _imported(m))]


def test_only_render_knows_jinja() -> None:
    assert [m.name for m in _PACKAGE.rglob("*.py") if "jinja2" in m.read_text(encoding="utf-8")] == ["render.py"]


def test_every_package_is_installed() -> None:
    said = tomllib.loads((_CODEGEN / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    folders = sorted(f.parent.relative_to(_CODEGEN).as_posix() for f in _PACKAGE.rglob("__init__.py"))
    assert said == [folder.replace("/", ".") for folder in folders]


def test_what_contributing_names_is_there() -> None:
    root = _CODEGEN.parent
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Where")[2].partition("## Names")[0]
    named = set(re.findall(r"`(?:[\w./]+/)?(\w+\.(?:py|hpp))`", text))
    there = {f.name for folder in (_PACKAGE, root / "include", root / "tests") for f in folder.rglob("*.*")}
    assert len(named) > 50 and not named - there


def test_contributing_names_every_folder() -> None:
    root = _CODEGEN.parent
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    folders = (f for parent in (_PACKAGE, root / "include/cppsmith", root / "tests") for f in parent.iterdir())
    assert not [f.name for f in folders if f.is_dir() and f.name != "__pycache__" and f"{f.name}/`" not in text]
