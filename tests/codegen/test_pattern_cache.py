"""Compiled patterns that are kept: the same as those made anew, whatever happened to the folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cppsmith_codegen.patterns import cache as module
from cppsmith_codegen.patterns.cache import Cache, default_folder
from cppsmith_codegen.patterns.compile import Characters, Compiled, Everything, Tables, compiled
from cppsmith_codegen.patterns.syntax import Inexpressible
from models import model_text, structure
from test_cli import run

PATTERNS = {
    "[a-z]{1,20}": Characters,
    "[\\s\\S]*": Everything,
    "(ab|cd)*": Tables,
    "[a-z]([a-z]{3}-){2,300}": Tables,  # needs runs
    "(?!x)[\\w ]{2,8}(?<!y)\u00e9": Tables,
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "deep/down", 0)


def never(pattern: str, *, full_match: bool) -> Compiled:
    raise AssertionError(pattern)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("full_match", [True, False])
def test_what_is_kept_is_what_was_made(cache: Cache, pattern: str, full_match: bool, monkeypatch) -> None:
    made = compiled(pattern, full_match=full_match)
    assert cache.compiled(pattern, full_match=full_match) == made
    monkeypatch.setattr(module, "compiled", never)
    assert cache.compiled(pattern, full_match=full_match) == made
    with pytest.raises(AssertionError):
        cache.compiled(pattern, full_match=not full_match)


def test_the_forms_are_those_meant() -> None:
    for pattern, form in PATTERNS.items():
        assert isinstance(compiled(pattern, full_match=True), form), pattern


def test_a_refusal_is_kept_with_its_reason(cache: Cache, monkeypatch) -> None:
    with pytest.raises(Inexpressible) as made:
        cache.compiled("(a)\\1", full_match=True)
    monkeypatch.setattr(module, "compiled", never)
    with pytest.raises(Inexpressible) as kept:
        cache.compiled("(a)\\1", full_match=True)
    assert str(kept.value) == str(made.value)


@pytest.mark.parametrize("damage", ["", "x", "cut", "other", "binary", "deep"])
def test_a_damaged_entry_is_made_anew(cache: Cache, damage: str) -> None:
    made = cache.compiled("(ab|cd)*", full_match=True)
    assert cache.folder is not None
    (entry,) = cache.folder.iterdir()
    whole = entry.read_text()
    cache.compiled("(ef|gh)*", full_match=True)
    (other,) = (p for p in cache.folder.iterdir() if p != entry)
    entry.write_bytes(
        {
            "": b"",
            "x": whole.replace("1", "2").encode(),
            "cut": whole[:-5].encode(),
            "other": other.read_bytes(),
            "binary": b"\xff\xfe" + whole.encode(),
            "deep": b"[" * 100_000,
        }[damage]
    )
    assert cache.compiled("(ab|cd)*", full_match=True) == made
    assert entry.read_text() == whole


def test_a_folder_that_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file", 0)
    assert cache.compiled("(ab|cd)*", full_match=True) == compiled("(ab|cd)*", full_match=True)
    assert (tmp_path / "file").read_text() == ""


def test_what_is_quick_is_not_kept(tmp_path: Path) -> None:
    Cache(tmp_path, 1e9).compiled("(ab|cd)*", full_match=True)
    assert list(tmp_path.iterdir()) == []


def test_another_compiler_has_entries_of_its_own(tmp_path: Path) -> None:
    Cache(tmp_path, 0).compiled("(ab|cd)*", full_match=True)
    other = Cache(tmp_path, 0)
    other.__dict__["_compiler"] = "another"
    other.compiled("(ab|cd)*", full_match=True)
    assert len(list(tmp_path.iterdir())) == 2


def test_where_it_is() -> None:
    assert default_folder({"XDG_CACHE_HOME": "/c", "HOME": "/h"}) == Path("/c/cppsmith/patterns")
    assert default_folder({"XDG_CACHE_HOME": "", "HOME": "/h"}) == Path("/h/.cache/cppsmith/patterns")
    assert default_folder({"XDG_CACHE_HOME": "relative"}) is None


def test_the_command_line(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    model = tmp_path / "tiny.json"
    slow = '"Text": {"type": "string", "pattern": "(a|b{1,300}|[bc]d){1,20}x(ab|a){9}"}'
    model.write_text(model_text(structure("In", '"a": {"shape": "Text"}'), slow))

    def generate(*more: object) -> dict[str, str]:
        compiled.cache_clear()
        arguments = ("generate", "--model", model, "--operations", "all", "--output", tmp_path / "out")
        assert run(*arguments, *more) == 0
        return {p.name: p.read_text() for p in (tmp_path / "out").rglob("*.hpp")}

    made = generate("--cache", "")
    assert not (tmp_path / "xdg").exists()
    assert generate("--cache", tmp_path / "mine") == made
    assert not (tmp_path / "xdg").exists()
    assert len(list((tmp_path / "mine").iterdir())) == 1
    assert generate() == made
    assert len(list((tmp_path / "xdg/cppsmith/patterns").iterdir())) == 1
    assert generate() == made


def test_many_writers_at_once(tmp_path: Path, root: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cppsmith_codegen.patterns.cache import Cache\n"
        "from cppsmith_codegen.patterns.compile import compiled\n"
        "for i in range(60):\n"
        "    p = f'(ab|c{i % 20}){{1,9}}'\n"
        "    assert Cache(Path(sys.argv[1]), 0).compiled(p, full_match=True) == compiled(p, full_match=True)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(root / "codegen")}
    running = [subprocess.Popen([sys.executable, "-c", program, tmp_path], env=environment) for _ in range(4)]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 20
