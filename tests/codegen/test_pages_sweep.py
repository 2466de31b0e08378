"""Every paginator and waiter that botocore has for a service that speaks JSON becomes C++; the most complicated ones
compile.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.resolve_pages import pagination, waiter_headers
from cppsmith_codegen.closure import Closure
from cppsmith_codegen.shapes import Operation, Service

FLAGS = "-std=c++20 -fsyntax-only -O0 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()


@dataclass(frozen=True)
class Found:
    """One that was compiled to C++: what instantiates it, and how much there is of it."""

    model: Path
    operation: Operation
    use: str
    include: str
    weight: int


def services(botocore_data: Path) -> Iterator[tuple[Path, Service]]:
    for path in sorted(botocore_data.glob("*/*/service-2.json*")):
        beside = (*path.parent.glob("paginators-1.json*"), *path.parent.glob("waiters-2.json*"))
        if not beside or path.name.startswith("service-2.sdk-extras"):
            continue
        try:
            yield path, load(path)
        except InputError as error:  # another protocol
            assert not any(word in str(error) for word in ("paginator", "waiter", "JMESPath")), str(error)


def found_in(path: Path, service: Service) -> Iterator[Found]:
    model = Model(service, Target())
    for operation in service.operations:
        made = pagination(model, operation, ())
        if made is not None:
            name = f"cppsmith::{model.namespace}::{model.name(operation)}"
            steps = sum(str(part.value).count("jmespath::") for part in made.parts) + str(made.type).count("jmespath::")
            yield Found(path, operation, f"use_pages<{name}>();", model.path(operation), steps)
    named = {o.name: o for o in service.operations}
    for waiter, header in zip(service.waiters, waiter_headers(model, Closure(service.operations, ())), strict=True):
        assert header.waiter is not None
        values = (header.waiter.acceptors, *(part.value for part in header.waiter.parts))
        steps = sum(str(value).count("jmespath::") for value in values)
        name = f"cppsmith::{model.namespace}::waiters::{header.waiter.name}"
        yield Found(path, named[waiter.operation], f"use_waiter<{name}>();", header.path, steps)


def test_every_paginator_and_waiter_becomes_cpp(botocore_data: Path, root: Path, tmp_path: Path) -> None:
    found: list[Found] = []
    for path, service in services(botocore_data):
        for operation in service.operations:
            wrong = [u.what for u in operation.unsupported if "paginator" in u.what or "waiter" in u.what]
            assert not wrong, f"{path}: {operation.name}: {wrong}"
        found += found_in(path, service)
    waiters = sum("use_waiter" in f.use for f in found)
    print(f"{len(found) - waiters} paginators and {waiters} waiters")
    assert len(found) > 1000
    compile_heaviest(sorted(found, key=lambda f: (-f.weight, f.use)), root, tmp_path)


def compile_heaviest(found: list[Found], root: Path, tmp_path: Path) -> None:
    """A dozen of those whose operations are small enough to be compiled for this, on each compiler there is."""
    chosen: list[Found] = []
    for kind, most in (("use_waiter", 8), ("use_pages", 12)):
        for entry in (f for f in found if f.use.startswith(kind)):
            alike = sum(c.model == entry.model for c in chosen)
            if len(chosen) < most and alike < 2 and generated(entry, tmp_path):
                chosen.append(entry)
    assert len(chosen) == 12
    lines = ["#include <cppsmith/pages/next.hpp>", "#include <cppsmith/waiters/judge.hpp>"]
    lines += [f"#include <{entry.include}>" for entry in chosen]
    lines += [
        "template <class Op> void use_pages() {",
        "    typename Op::request request = cppsmith::detail::make_absent<typename Op::request>();",
        "    (void)cppsmith::next_page<Op>(request, cppsmith::detail::make_absent<typename Op::response>());",
        "}",
        "template <class W> void use_waiter() {",
        "    using op = typename W::operation;",
        "    (void)cppsmith::judge<W>(cppsmith::detail::make_absent<typename op::request>(), cppsmith::error{});",
        "}",
        "int main() {",
        *(f"    {entry.use}" for entry in chosen),
        "}\n",
    ]
    source = tmp_path / "heaviest.cpp"
    source.write_text("\n".join(lines))
    for compiler in filter(None, (shutil.which("g++"), shutil.which("clang++-19"))):
        command = [compiler, *FLAGS, f"-I{root / 'include'}", f"-I{tmp_path}", str(source)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[:4000]
    print("compiled: " + ", ".join(entry.use for entry in chosen))


def generated(entry: Found, tmp_path: Path) -> bool:
    """Whether the operation can be generated, with few enough headers."""
    try:
        headers = resolve(load(entry.model), [entry.operation.name])
    except InputError:
        return False
    if len(headers.headers) > 60:
        return False
    for file in render(headers):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text)
    return True
