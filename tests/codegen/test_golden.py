"""The golden headers and the shipped ones: up to date, formatted, and C++."""

import shutil
import subprocess
from pathlib import Path

import pytest
from cppsmith_codegen.__main__ import main

SINKS = ("kitchen_sink", "rpc_sink", "pager")
FLAGS = "-std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()


def check(model: Path, output: Path, *more: str) -> int:
    arguments = ["generate", f"--model={model}", "--operations=all", f"--output={output}", *more]
    return main(arguments)


@pytest.mark.parametrize("name", SINKS)
def test_golden_headers_are_what_the_generator_makes(root: Path, capsys, name: str) -> None:
    golden = root / "tests/golden"
    status = check(golden / f"{name}.json", golden, "--check")
    assert status == 0, f"run tests/golden/regenerate.py:\n{capsys.readouterr().out}"


def test_shipped_headers_are_what_the_generator_makes(root: Path, capsys) -> None:
    status = check(root / "model/iot-2015-05-28.json", root / "include", "--check")
    assert status == 0, f"model/README.md says how to regenerate:\n{capsys.readouterr().out}"


@pytest.mark.parametrize("folder", [*(f"tests/golden/cppsmith/{s}" for s in SINKS), "include/cppsmith/iot"])
def test_headers_are_formatted(root: Path, folder: str, clang_format: str) -> None:
    files = sorted(str(p) for p in (root / folder).rglob("*.hpp"))
    assert files
    style = f"--style=file:{root / '.clang-format'}"
    done = subprocess.run(
        [clang_format, style, "--dry-run", "-Werror", *files], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def compiles(compiler: str, root: Path, source: Path, *folders: Path) -> None:
    includes = [f"-I{root / 'include'}", *(f"-I{f}" for f in folders)]
    done = subprocess.run(
        [compiler, *FLAGS, *includes, str(source)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def including(folder: Path, base: Path) -> str:
    return "".join(f"#include <{p.relative_to(base).as_posix()}>\n" for p in sorted(folder.rglob("*.hpp")))


@pytest.mark.parametrize("name", ["g++", "clang++-19"])
def test_golden_headers_compile_together(root: Path, name: str, tmp_path: Path) -> None:
    compiler = shutil.which(name)
    if compiler is None:
        pytest.skip(f"skipped: there is no {name}")
    golden = root / "tests/golden"
    source = tmp_path / "all.cpp"
    source.write_text("".join(including(golden / "cppsmith" / sink, golden) for sink in SINKS))
    compiles(compiler, root, source, golden)


@pytest.mark.parametrize("name", SINKS)
def test_another_root_namespace_compiles_beside_the_first(root: Path, compiler: str, tmp_path: Path, name: str) -> None:
    golden = root / "tests/golden"
    model = golden / f"{name}.json"
    assert check(model, tmp_path, "--root-namespace=acme::v2", "--include-prefix=acme/v2") == 0
    source = tmp_path / "both.cpp"
    source.write_text(
        including(tmp_path / "acme/v2" / name, tmp_path) + including(golden / "cppsmith" / name, golden)
    )
    compiles(compiler, root, source, golden, tmp_path)


def test_two_models_in_one_namespace_are_an_error(root: Path, compiler: str, tmp_path: Path) -> None:
    model = tmp_path / "kitchen_sink.json"
    text = (root / "tests/golden/kitchen_sink.json").read_text(encoding="utf-8")
    model.write_text(text.replace("2026-01-01", "2026-01-02"), encoding="utf-8")
    assert check(model, tmp_path) == 0
    folder = tmp_path / "cppsmith/kitchen_sink"
    (folder / "service.hpp").unlink()
    source = tmp_path / "mixed.cpp"
    source.write_text("#include <cppsmith/kitchen_sink/tag.hpp>\n")
    folders = [f"-I{f}" for f in (tmp_path, root / "tests/golden", root / "include")]
    done = subprocess.run(
        [compiler, *FLAGS, *folders, str(source)], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    said = "cppsmith/kitchen_sink/tag.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
    assert said in done.stderr


def test_every_golden_header_says_what_it_is(root: Path) -> None:
    for path in (p for s in SINKS for p in (root / "tests/golden/cppsmith" / s).rglob("*.hpp")):
        first, *rest = path.read_text(encoding="utf-8").splitlines()
        assert first.endswith(" Sink 2026-01-01. Generated; edit the model or the templates, not this file.")
        assert not any(line != line.rstrip() for line in rest)
