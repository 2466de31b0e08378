"""JMESPath compiled to C++: the cases of the public suite whose data has one type each, through generated
structs and the evaluation that waiters and paginators use.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cppsmith_codegen import cpp_paths, names
from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.ir import Expr
from cppsmith_codegen.jmespath.syntax import SyntaxFault
from cppsmith_codegen.jmespath.typed import TypeFault, compiled
from cppsmith_codegen.jmespath.types import type_of
from cppsmith_codegen.literals import text_literal
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.shapes import Kind, Ref, Service
from jmespath_reference import search
from models import METADATA, load_text

PROGRAM = r"""
// Prints what each expression comes to, one JSON value a line.

#include <cppsmith/jmespath/evaluate.hpp>
#include <cppsmith/json.hpp>
INCLUDES
#include <cstdio>
#include <string>

using namespace cppsmith;
using namespace cppsmith::tiny;

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) out += c == '\n' ? "\\n" : c == '"' ? "\\\"" : c == '\\' ? "\\\\" : std::string(1, c);
    return out + '"';
}

template <class V> std::string printed(V const& value);

template <class T> std::string written(T const& value) {
    if constexpr (std::is_same_v<T, bool>) return value ? "true" : "false";
    else if constexpr (std::is_same_v<T, std::nullptr_t>) return "null";
    else if constexpr (std::is_arithmetic_v<T>) return std::to_string(value);
    else if constexpr (std::is_convertible_v<T, std::string_view>) return quoted(value);
    else return json::write(value);
}

template <class V> std::string elements(V const& list) {
    std::string out = "[";
    for (std::size_t i = 0; i < jmespath::size_of(list); ++i) out += (i ? "," : "") + printed(jmespath::element_at(list, i));
    return out + "]";
}

template <class T> std::string members(T const& map) {
    std::string out = "{";
    for (auto const& e : map) out += (out.size() > 1 ? "," : "") + written(e.key) + ":" + printed(jmespath::element(e.value));
    return out + "}";
}

template <class V> std::string printed(V const& value) {
    if (!value) return "null";
    if constexpr (jmespath::list_value<V>) return elements(value);
    else if constexpr (jmespath::map_value<V>) return members(*value);
    else return written(*value);
}

template <auto... Steps, class T> void show(T const& given) { std::puts(printed(jmespath::evaluate<Steps...>(&given)).c_str()); }

int main() {
CALLS
}
"""


@dataclass(frozen=True)
class Case:
    """An expression that can be compiled. `call` is its C++."""

    expression: str
    expected: Any
    call: str


class _Inference:
    """Shapes for JSON values. What no shape can hold is left out, so that expressions that need it do not compile."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.shapes: dict[str, Any] = {}

    def shape(self, values: list[Any]) -> str | None:
        """The name of a shape that all of these have."""
        kinds = {self._kind(v) for v in values if v is not None}
        if kinds == {"integer", "double"}:
            kinds = {"double"}
        if len(kinds) != 1:
            return None
        kind = kinds.pop()
        found: Any = {"type": kind}
        if kind == "list":
            element = self.shape([e for v in values if v is not None for e in v] or [""])
            if element is None or any(e is None for v in values if v is not None for e in v):
                return None
            found["member"] = {"shape": element}
        if kind == "structure":
            names = dict.fromkeys(k for v in values if v is not None for k in v)
            inner = {n: self.shape([v[n] for v in values if v is not None and n in v]) for n in names}
            found["members"] = {n: {"shape": s} for n, s in inner.items() if s is not None}
            if len(found["members"]) > 50:
                return None
        name = f"{self._name}x{len(self.shapes)}"
        self.shapes[name] = found
        return name

    @staticmethod
    def _kind(value: Any) -> str:
        kinds = {bool: "boolean", int: "long", float: "double", str: "string", list: "list", dict: "structure"}
        return kinds[type(value)]


def _model(groups: list[Any]) -> tuple[Service, dict[int, str]]:
    """A model with a shape for each group's data, and the names of these shapes."""
    shapes: dict[str, Any] = {}
    names: dict[int, str] = {}
    for index, group in enumerate(groups):
        inference = _Inference(f"Given{index}")
        name = inference.shape([group["given"]])
        if name is not None and inference.shapes[name]["type"] == "structure":
            names[index] = name
            shapes |= inference.shapes
    operations = {}
    for index, name in names.items():
        shapes[f"Out{index}"] = {"type": "structure", "members": {"given": {"shape": name}}}
        operations[f"Op{index}"] = {"http": {"method": "GET", "requestUri": f"/{index}"}, "output": {"shape": f"Out{index}"}}
    text = json.dumps({"metadata": METADATA, "operations": operations, "shapes": shapes})
    return load_text(text), names


def _cases(groups: list[Any]) -> tuple[Service, dict[int, list[Case]]]:
    """The cases that can be compiled, by their groups."""
    service, given = _model(groups)
    model = Model(service, Target())
    cases = {}
    for index in given:
        ref = service.shape(f"Out{index}").members[0].target
        found = list(_compiled(model, groups[index], ref, index))
        cases |= {index: found} if found else {}
    return service, cases


def _compiled(model: Model, group: Any, ref: Ref, index: int) -> Iterator[Case]:
    """The cases whose outcome does not depend on data that no shape can hold."""
    kept = _kept(model, ref, group["given"])
    for case in group["cases"]:
        try:
            path = compiled(model.service, case["expression"], type_of(model.service, ref))
        except (SyntaxFault, TypeFault):
            continue
        if "result" in case and search(case["expression"], kept) == _without_null(case["result"]):
            steps = Expr("show", cpp_paths.written(model, path.steps, ()))
            yield Case(case["expression"], case["result"], f"    {steps}(given{index});")


def _kept(model: Model, ref: Ref, value: Any) -> Any:
    """As much of a value as its shape holds."""
    shape = model.shape(ref)
    if shape.kind is Kind.LIST and shape.value is not None:
        return [_kept(model, shape.value, e) for e in value]
    if shape.kind is Kind.STRUCTURE:
        held = (m for m in shape.members if value.get(m.name) is not None)
        return {m.name: _kept(model, m.target, value[m.name]) for m in held}
    return value


def _written(model: Model, ref: Ref, value: Any) -> str:
    """A value of a shape as C++."""
    shape, type_ = model.shape(ref), model.type_of(ref)
    if shape.kind is Kind.LIST:
        assert shape.value is not None
        return f"{type_}{{{', '.join(_written(model, shape.value, e) for e in value)}}}"
    if shape.kind is Kind.STRUCTURE:
        spelled = names.identifiers(m.name for m in shape.members)
        held = [(n, m) for n, m in zip(spelled, shape.members, strict=True) if value.get(m.name) is not None]
        return f"{type_}{{{', '.join(f'.{n} = {_written(model, m.target, value[m.name])}' for n, m in held)}}}"
    if shape.kind is Kind.STRING:
        return f"{type_}({text_literal(value)})"
    return f"{type_}({json.dumps(value)})"


def _without_null(value: Any) -> Any:
    """Members that are null are not there in C++."""
    if isinstance(value, dict):
        return {k: _without_null(v) for k, v in value.items() if v is not None}
    return [_without_null(v) for v in value] if isinstance(value, list) else value


def test_compiled_expressions_have_the_outcome_of_the_public_suite(
    shared: Path, compiler: str, root: Path, tmp_path: Path
) -> None:
    files = sorted((shared / "conformance" / "jmespath").glob("*.json"))
    groups = [g for f in files if f.stem != "benchmarks" for g in json.loads(f.read_text())]
    service, grouped = _cases(groups)
    model = Model(service, Target())
    for file in render(resolve(service, [f"Op{index}" for index in grouped])):
        (tmp_path / file.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file.path).write_text(file.text)
    body, cases = [], [case for found in grouped.values() for case in found]
    for index, found in grouped.items():
        given = _written(model, service.shape(f"Out{index}").members[0].target, groups[index]["given"])
        body.append(f"    auto const given{index} = {given};")
        body += [case.call for case in found]
    includes = "".join(f"#include <cppsmith/tiny/op{index}.hpp>\n" for index in grouped)
    text = PROGRAM.replace("INCLUDES", includes).replace("CALLS", "\n".join(body))
    source, program = tmp_path / "main.cpp", tmp_path / "main"
    source.write_text(text)
    command = [compiler, "-std=c++20", "-O0", f"-I{root / 'include'}", f"-I{tmp_path}", str(source), "-o", str(program)]
    done = subprocess.run([*command, "-lsimdjson"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[:4000]
    lines = subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) == len(cases)
    wrong = [
        f"{case.expression}: {line}, not {case.expected}"
        for case, line in zip(cases, lines, strict=True)
        if json.loads(line) != _without_null(case.expected)
    ]
    assert not wrong, "\n".join(wrong)
    print(f"{len(cases)} expressions compiled")
    if len(cases) < 150:
        pytest.fail(f"only {len(cases)} expressions can be compiled")
