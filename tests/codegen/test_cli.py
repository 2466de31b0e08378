"""The command line: what it prints, what it writes, how it ends."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cppsmith_codegen.__main__ import main
from models import OPERATION, TEXT, model_text, structure

SHAPES = (structure("In", '"a": {"shape": "Text"}, "b": {"shape": "Inner"}'), structure("Inner", ""), TEXT)
OTHER = '"Other": {"http": {"method": "GET", "requestUri": "/other"}}'


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.json"
    path.write_text(model_text(*SHAPES, operations=(OPERATION, OTHER)))
    return path


def run(*arguments: object) -> int:
    try:
        return main([str(a) for a in arguments])
    except SystemExit as end:
        return int(end.code or 0)


def generate(model: Path, *more: object, operations: str = "all") -> int:
    out = model.parent / "include"
    return run("generate", "--model", model, "--operations", operations, "--output", out, *more)


def written(model: Path) -> set[str]:
    out = model.parent / "include"
    return {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}


def test_generates_the_closure_of_an_operation(model: Path, capsys) -> None:
    assert generate(model, operations="Op") == 0
    assert written(model) == {f"cppsmith/tiny/{n}.hpp" for n in ("service", "op", "inner")}
    assert capsys.readouterr().out.endswith("include/cppsmith/tiny: 3 headers, 3 of them written\n")


def test_an_umbrella_includes_every_operation(model: Path, compiler: str, root: Path) -> None:
    assert generate(model, "--umbrella", operations="Op") == 0
    umbrella = model.parent / "include/cppsmith/tiny.hpp"
    assert includes(umbrella) == ["cppsmith/tiny/op.hpp", "cppsmith/tiny/service.hpp"]
    assert generate(model) == 0
    assert includes(umbrella) == [f"cppsmith/tiny/{n}.hpp" for n in ("op", "other", "service")]
    command = (compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-xc++")
    folders = ("-I", model.parent / "include", "-I", root / "include")
    subprocess.run([*command, *folders, "-include", umbrella, "/dev/null"], check=True)


def includes(header: Path) -> list[str]:
    return re.findall("#include <(.*)>", header.read_text())


def test_touches_only_what_changed(model: Path, capsys) -> None:
    generate(model)
    file = model.parent / "include/cppsmith/tiny/inner.hpp"
    os.utime(file, ns=(1, 1))
    (model.parent / "include/cppsmith/tiny/op.hpp").write_text("old")
    assert generate(model) == 0
    assert capsys.readouterr().out.endswith("5 headers, 1 of them written\n")
    assert file.stat().st_mtime_ns == 1


def test_check_is_silent_where_nothing_drifted(model: Path, capsys) -> None:
    generate(model)
    capsys.readouterr()
    assert generate(model, "--check") == 0
    assert generate(model, "--check", operations=" Op ,Other") == 0
    assert capsys.readouterr() == ("", "")


def test_check_prints_what_drifted_and_writes_nothing(model: Path, capsys) -> None:
    generate(model)
    folder = model.parent / "include/cppsmith/tiny"
    (folder / "inner.hpp").unlink()
    (folder / "old.hpp").write_text("old")
    op = folder / "op.hpp"
    op.write_text(op.read_text().replace("optional<Inner> b{};", "optional<Inner> c{};"))
    before = {p: p.read_text() for p in folder.iterdir()}
    capsys.readouterr()
    assert generate(model, "--check") == 1
    out, err = capsys.readouterr()
    assert "missing: cppsmith/tiny/inner.hpp\n" in out
    assert "stale: cppsmith/tiny/old.hpp\n" in out
    assert "\n-    optional<Inner> c{};\n+    optional<Inner> b{};\n" in out
    assert "--- cppsmith/tiny/op.hpp\n+++ cppsmith/tiny/op.hpp (generated)\n" in out
    assert err == "3 of 5 headers differ from their model\n"
    assert {p: p.read_text() for p in folder.iterdir()} == before


def test_other_operations_are_not_stale_where_only_some_are_asked_for(model: Path) -> None:
    generate(model)
    assert generate(model, "--check", operations="Op") == 0


def test_the_sibling_overlay_is_read(model: Path, capsys) -> None:
    rules = model.with_name("tiny.rules.json")
    rules.write_text('{"format": 1, "constraints": [{"shape": "Text", "max": 7, "reason": "r"}]}')
    assert generate(model) == 0
    assert "length<0, 7>" in (model.parent / "include/cppsmith/tiny/op.hpp").read_text()
    rules.write_text('{"format": 1, "constraints": [{"shape": "Nope", "max": 7, "reason": "r"}]}')
    assert generate(model) == 2
    said = "error: tiny.rules.json:1: constraint: there is no shape 'Nope'\n"
    assert capsys.readouterr().err.startswith(said)


def test_another_overlay_is_read_instead(model: Path) -> None:
    model.with_name("tiny.rules.json").write_text("broken")
    other = model.with_name("other.json")
    other.write_text('{"format": 1}')
    assert generate(model, "--rules", other) == 0
    assert generate(model, "--rules", model.with_name("absent.json")) == 2


def test_lists_operations(model: Path, capsys) -> None:
    assert run("list", "--model", model) == 0
    assert capsys.readouterr().out == (
        "Op: 2 structures, 0 enums, 1 other shapes\nOther: 0 structures, 0 enums, 0 other shapes\n"
    )


@pytest.mark.parametrize("command", [[], ["generate"], ["list"]])
def test_help(command: list[str], capsys) -> None:
    assert run(*command, "--help") == 0
    assert "usage: cppsmith-codegen" in capsys.readouterr().out


def test_version(capsys) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("cppsmith-codegen ")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["draw"],
        ["generate"],
        ["generate", "--model", "x.json"],
        ["list"],
        ["list", "--model", "absent.json"],
        ["list", "--model", "."],
    ],
)
def test_a_wrong_command_line_ends_with_2(arguments: list[str], capsys) -> None:
    assert run(*arguments) == 2
    assert "error: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--root-namespace", "a b"), "error: --root-namespace: 'a b' is no namespace\n"),
        (("--root-namespace", "class"), "error: --root-namespace: 'class' is no namespace\n"),
        (("--root-namespace", ""), "error: --root-namespace: '' is no namespace\n"),
        (("--include-prefix", "../x"), "error: --include-prefix: '../x' is no relative folder\n"),
        (("--include-prefix", "a//b"), "error: --include-prefix: 'a//b' is no relative folder\n"),
    ],
)
def test_wrong_places_are_refused(model: Path, arguments, message: str, capsys) -> None:
    assert generate(model, *arguments) == 2
    assert capsys.readouterr().err == message
    assert not written(model)


def test_unknown_operations_are_refused(model: Path, capsys) -> None:
    assert generate(model, operations="Op,Othr,all") == 2
    assert capsys.readouterr().err == (
        "error: tiny.json: there is no operation 'Othr'; did you mean Other?\n"
        "error: tiny.json: there is no operation 'all'\n"
    )


def test_a_folder_that_cannot_be_written_is_an_error(model: Path, capsys) -> None:
    (model.parent / "include").write_text("a file")
    assert generate(model) == 2
    assert capsys.readouterr().err.startswith("error: ")


def test_errors_quote_their_line(model: Path, capsys) -> None:
    model.write_text(model_text(structure("In", '"a": {"shape": "Nope"}')))
    assert generate(model) == 2
    assert capsys.readouterr().err == (
        "error: tiny.json:6: In.a: there is no shape 'Nope'\n"
        '    "In": {"type": "structure", "members": {"a": {"shape": "Nope"}}}\n'
    )


def test_hostile_files_bring_no_traceback(tmp_path: Path, capsys) -> None:
    whole = model_text(*SHAPES)
    path = tmp_path / "x.json"
    for end in range(0, len(whole), 7):
        path.write_text(whole[:end])
        assert generate(path) == 2
    for old in ('"structure"', '"string"', "{}", '"/"', '"Text"', '"POST"'):
        for new in ("null", "[]", "{}", "0", "true", '""', '"\\u0000"', "1e400", "[[[]]]"):
            path.write_text(whole.replace(old, new))
            assert generate(path) in (0, 2)
    assert "Traceback" not in capsys.readouterr().err


def test_runs_as_a_module(model: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cppsmith_codegen", "list", "--model", str(model)],
        env={**os.environ, "PYTHONPATH": str(root / "codegen")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Op: 2 structures")
