"""Smithy's validation suite: what a service has to refuse, `validate` finds in `strict`, with the same kind and pointer.

The suite's model is generated, and a program that includes its headers reads each case's request and judges it. What
a case sends and a typed client cannot hold (a text where a number belongs, ...) is listed.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SUITE = "conformance/smithy-protocol-tests"
MODEL = f"{SUITE}/models/aws_protocoltests_restjson_validation__RestJsonValidation.json"
NAMESPACE = "rest_json_validation_protocol"

# How the suite's sentences begin, and the kinds that they stand for.
KINDS = (
    ("Member must have length", "length"),
    ("Member must satisfy enum value set", "enum_value"),
    ("Member must satisfy regular expression pattern", "pattern"),
    ("Member must be between", "range"),
    ("Member must be greater than or equal to", "range"),
    ("Member must be less than or equal to", "range"),
    ("Member must not be null", "required"),
    ("Member must have unique values", "unique_items"),
)


def _variants(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The cases that one with parameters stands for."""
    parameters = case.get("testParameters", {})
    for chosen in zip(*parameters.values(), strict=True) if parameters else [()]:
        said = json.dumps({k: v for k, v in case.items() if k != "testParameters"})
        for name, value in zip(parameters, chosen, strict=True):
            quoted = json.dumps(value)
            said = said.replace(f"${name}:S", json.dumps(quoted)[1:-1])
            said = said.replace(f"${name}:L", quoted[1:-1])
        yield json.loads(said)


def _expected(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Kind and pointer of each violation that the suite wants."""
    contents = case["response"]["body"]["assertion"]["contents"]
    fields = json.loads(re.sub(r"\s+", " ", contents).replace("$$", "$"))["fieldList"]
    return sorted((next(k for said, k in KINDS if said in f["message"]), f["path"]) for f in fields)


def _request(case: dict[str, Any], members: dict[str, Any]) -> dict[str, Any]:
    """The input that a typed client would have had to send this request."""
    request = case["request"]
    held: dict[str, Any] = json.loads(request.get("body") or "{}")
    for name, member in members.items():
        traits = member.get("traits", {})
        query, header = traits.get("smithy.api#httpQuery"), traits.get("smithy.api#httpHeader")
        for parameter in request.get("queryParams", []):
            key, _, value = parameter.partition("=")
            if key == query:
                held[name] = value
        for key, value in request.get("headers", {}).items():
            if key == header:
                held[name] = value
    return held


def _program(operations: list[str]) -> str:
    includes = "".join(f"#include <cppsmith/{NAMESPACE}/{file}.hpp>\n" for file in map(_file_name, operations))
    branches = "".join(
        f'        if (operation == "{o}") judge<cppsmith::{NAMESPACE}::{o}::request>(request);\n' for o in operations
    )
    return f"""{includes}#include <cppsmith/json.hpp>
#include <cppsmith/validate.hpp>
#include <iostream>
#include <string>

template <class Request> void judge(std::string const& text) {{
    auto const request = cppsmith::json::read<Request>(text);
    if (!request) {{
        std::cout << "unreadable " << request.error() << std::endl;
        return;
    }}
    for (auto const& v : cppsmith::validate(*request, cppsmith::policy::strict))
        std::cout << to_string(v.kind) << ' ' << v.pointer << '\\t';
    std::cout << std::endl;
}}

int main() {{
    std::string operation, request;
    while (std::getline(std::cin, operation) && std::getline(std::cin, request)) {{
{branches}    }}
}}
"""


def _file_name(operation: str) -> str:
    return re.sub("(?<=[a-z0-9])(?=[A-Z])", "_", operation).lower()


def _run(command: list[str], **more: Any) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, done.stderr[:3000]
    return done.stdout


def _codegen(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "codegen")}
    command = [sys.executable, "-m", "cppsmith_codegen", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_what_the_suite_refuses_is_found(shared: Path, tmp_path: Path) -> None:
    shapes = json.loads((shared / MODEL).read_text())["shapes"]
    suite = json.loads((shared / f"{SUITE}/restJson1/malformed.json").read_text())
    cases = [c for c in suite if c["service"].endswith("#RestJsonValidation")]
    operations = sorted({c["shape"].split("#")[1] for c in cases})
    generated: list[str] = []
    for operation in operations:
        made = _codegen("generate", "--model", str(shared / MODEL), "--operations", operation, "--output", str(tmp_path))
        if made.returncode == 0:
            generated.append(operation)
        else:
            print(f"not applicable: {operation}: {made.stderr.splitlines()[0]}")
    (tmp_path / "judge.cpp").write_text(_program(generated))
    compiler = [*os.environ.get("CXX", "g++").split(), "-std=c++20", "-O0", "-I", str(ROOT / "include"), "-I", str(tmp_path)]
    _run([*compiler, str(tmp_path / "judge.cpp"), "-o", str(tmp_path / "judge"), "-lsimdjson"])

    asked: list[tuple[str, list[tuple[str, str]]]] = []
    lines: list[str] = []
    for case in cases:
        operation = case["shape"].split("#")[1]
        if operation in generated:
            members = shapes[case["input"]]["members"]
            for variant in _variants(case["case"]):
                asked.append((variant["id"], _expected(variant)))
                lines += [operation, json.dumps(_request(variant, members))]
    answers = _run([str(tmp_path / "judge")], input="\n".join(lines) + "\n").splitlines()
    assert len(answers) == len(asked)
    wrong: list[str] = []
    unreadable = 0
    for (name, expected), answer, request in zip(asked, answers, itertools.islice(lines, 1, None, 2), strict=True):
        if answer.startswith("unreadable"):
            unreadable += 1
            print(f"not applicable: {name}: {request}: {answer}")
            continue
        found = sorted(tuple(v.split(" ", 1)) for v in answer.split("\t") if v)
        if found != expected:
            wrong.append(f"{name}: {request}: {found}, not {expected}")
    print(f"validation suite: {len(asked)} requests of {len(generated)} operations, {unreadable} not applicable")
    assert wrong == []
    assert len(asked) - unreadable > 30
