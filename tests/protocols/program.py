"""The program that replays the cases: every suite's model is generated, and each operation that a case uses gets its entry."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.shapes import Operation, Service

from .suites import Kind, Suite

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CPPSMITH_SHARED", ROOT.parent / "shared"))  # the data beside the project
HERE = Path(__file__).resolve().parent
_TARGET = Target("suites", "suites")
_PARTS = 12
COMPILE = "g++ -std=c++20 -O0 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()


@dataclass(frozen=True)
class Entry:
    """One side of an operation, under the key that commands use."""

    key: str
    kind: Kind
    type: str
    header: str


@dataclass
class Generated:
    """A suite's model, what of it was generated, and why the rest was not."""

    service: Service | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def key_of(suite: Suite, kind: Kind, operation: str) -> str:
    return f"{suite.name}.{operation}.{kind.value}"


def write(path: Path, text: str) -> None:
    """Writes what has changed, so that a compiler's cache holds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


# ---- generating


def generate(suite: Suite, folder: Path) -> Generated:
    """The headers of every operation that has a case."""
    path = folder / "models" / f"{suite.name}.json"
    write(path, json.dumps(suite.model, indent=1, default=float))
    made = Generated()
    try:
        service = load(path)
    except InputError as error:
        made.refused[""] = _first(error)
        return made
    made.service = service
    model = Model(service, _TARGET)
    for kind, name in dict.fromkeys((c.kind, operation_of(service, c.operation, c.shape)) for c in suite.cases):
        operation = service.find_operation(name)
        key = key_of(suite, kind, name)
        try:
            if operation is None:
                made.refused[key] = "there is no such operation"
                continue
            resolve(service, [name], _TARGET)
            made.entries[key] = _entry(model, key, kind, operation)
        except InputError as error:
            made.refused[key] = _first(error)
    names = sorted({key.split(".")[1] for key in made.entries})
    for file in render(resolve(service, names, _TARGET)) if names else ():
        write(folder / "include" / file.path, file.text)
    return made


def operation_of(service: Service, name: str, error: str | None) -> str:
    """The operation of a case; that of an error is one that has it."""
    if name or error is None:
        return name
    having = (o.name for o in service.operations if any(r.shape == error for r in o.errors))
    return next(having, "")


def _entry(model: Model, key: str, kind: Kind, operation: Operation) -> Entry:
    name = f"{_TARGET.root_namespace}::{model.namespace}::{model.name(operation)}"
    return Entry(key, kind, name, model.path(operation))


def _first(error: InputError) -> str:
    return str(next(iter(error.diagnostics)).message)


# ---- compiling


@dataclass
class Program:
    """The program, and the entries that did not compile, each with the compiler's first words."""

    path: Path
    broken: dict[str, str]


def build(entries: Sequence[Entry], folder: Path) -> Program:
    """Compiles the entries in parts. A part that fails is divided until the entry at fault is alone."""
    size = -(-len(entries) // _PARTS)
    parts = [entries[at : at + size] for at in range(0, len(entries), size)]
    broken: dict[str, str] = {}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        main = pool.submit(_compile, HERE / "replay.cpp", folder / "replay.o", folder)
        made = [m for ms in pool.map(lambda p: list(_part(p, folder, broken)), parts) for m in ms]
        said = main.result()
    if said:
        raise RuntimeError(said)
    listing = folder / "parts.cpp"
    write(listing, _listing(sorted(made)))
    said = _compile(listing, folder / "parts.o", folder)
    if said:
        raise RuntimeError(said)
    objects = [folder / "replay.o", folder / "parts.o", *(folder / f"{m}.o" for m in sorted(made))]
    program = folder / "replay"
    subprocess.run(["g++", *map(str, objects), "-lsimdjson", "-lz", "-lcrypto", "-o", str(program)], check=True)
    return Program(program, broken)


def _part(entries: Sequence[Entry], folder: Path, broken: dict[str, str]) -> Iterator[str]:
    if not entries:
        return
    name = f"part_{entries[0].key}_{len(entries)}".replace(".", "_")
    source = folder / f"{name}.cpp"
    write(source, _source(name, entries))
    said = _compile(source, folder / f"{name}.o", folder)
    if not said:
        yield name
    elif len(entries) == 1:
        broken[entries[0].key] = said
    else:
        half = len(entries) // 2
        yield from _part(entries[:half], folder, broken)
        yield from _part(entries[half:], folder, broken)


def _source(name: str, entries: Iterable[Entry]) -> str:
    headers = sorted({e.header for e in entries})
    includes = "".join(f"#include <{h}>\n" for h in headers)
    function = {Kind.REQUEST: "send", Kind.RESPONSE: "receive"}
    lines = "".join(f'        {{"{e.key}", {function[e.kind]}<{e.type}>}},\n' for e in entries)
    return (
        f'{includes}\n#include "exchange.hpp"\n\nnamespace protocols {{\n\nstd::vector<entry> {name}() {{\n'
        f"    return {{\n{lines}    }};\n}}\n\n}} // namespace protocols\n"
    )


def _listing(parts: Sequence[str]) -> str:
    declared = "".join(f"std::vector<entry> {p}();\n" for p in parts)
    called = ", ".join(f"{p}()" for p in parts)
    return (
        f'#include "exchange.hpp"\n\nnamespace protocols {{\n\n{declared}\nstd::vector<std::vector<entry>> every_part();\n'
        f"std::vector<std::vector<entry>> every_part() {{ return {{{called}}}; }}\n\n}} // namespace protocols\n"
    )


def _compile(source: Path, target: Path, folder: Path) -> str:
    """Compiles one file; what the compiler complained of first, or nothing."""
    include = [f"-I{folder / 'include'}", f"-I{ROOT / 'include'}", f"-I{HERE}"]
    cached = ["ccache"] if shutil.which("ccache") else []
    command = [*cached, *COMPILE, "-c", *include, str(source), "-o", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    wrong = (line for line in done.stderr.splitlines() if "error:" in line)
    return next(wrong, done.stderr[:500] or "the compiler failed")
