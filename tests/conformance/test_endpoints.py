"""Endpoint rules: the cases of the rules engine, of AWS IoT and of the shared models, through generated code.

One program holds the rules of every set, generated and compiled here. It reads cases and prints what the rules come to.
Cases that name an operation are tried once more as a call of that operation: its input, and what a client knows.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "codegen"))

from cppsmith_codegen import names  # noqa: E402
from cppsmith_codegen.companions import Companions  # noqa: E402
from cppsmith_codegen.diagnostics import Source  # noqa: E402
from cppsmith_codegen.load import load, load_node  # noqa: E402
from cppsmith_codegen.render import render  # noqa: E402
from cppsmith_codegen.resolve import resolve  # noqa: E402
from cppsmith_codegen.shapes import Service  # noqa: E402
from cppsmith_codegen.source import parse, read  # noqa: E402

SUITE = "conformance/endpoints"

# Since these cases were written, AWS's partitions.json says that isolated partitions have dual-stack endpoints.
_OUTDATED = re.compile("DualStack.*this partition does not support")


@dataclass
class Case:
    """A case: the rules or the operation that it is for, what they are given, and what has to come of it."""

    label: str
    target: str
    given: dict[str, Any]
    expected: dict[str, Any]


def _service_of(rules: Path, name: str) -> Service:
    """A service with these rules and one operation."""
    model = {
        "metadata": {"apiVersion": "1", "endpointPrefix": "x", "protocol": "rest-json", "serviceId": f"Rules {name}"},
        "operations": {"Call": {"http": {"method": "GET", "requestUri": "/"}}},
        "shapes": {},
    }
    return load_node(parse(Source(name, json.dumps(model))), Companions(endpoint_rules=read(rules)))


def _expected(case: dict[str, Any]) -> dict[str, Any]:
    """What a suite expects, whole: a suite may leave out what is empty."""
    endpoint = case["expect"].get("endpoint")
    if endpoint is None:
        return {"error": case["expect"]["error"]}
    properties = json.loads(json.dumps(endpoint.get("properties", {})))
    for scheme in properties.get("authSchemes", []):
        if scheme.get("disableDoubleEncoding") is False:
            del scheme["disableDoubleEncoding"]
    return {"endpoint": {"url": endpoint["url"], "headers": endpoint.get("headers", {}), "properties": properties}}


def _cases(label: str, namespace: str, listed: list[dict[str, Any]]) -> list[Case]:
    rules = f"cppsmith::{namespace}::endpoint_rules"
    found: list[Case] = []
    for number, case in enumerate(listed, 1):
        named = f"{label} {number} ({case.get('documentation', '')})"
        found.append(Case(named, rules, case.get("params", {}), _expected(case)))
        for call in case.get("operationInputs", []):
            operation = f"cppsmith::{namespace}::{call['operationName']}"
            given = {"input": call.get("operationParams", {}), "built_ins": call.get("builtInParams", {})}
            found.append(Case(f"{named}: {operation}", operation, given, _expected(case)))
    return found


def _is_outdated(case: dict[str, Any]) -> bool:
    region = case.get("params", {}).get("Region", "")
    return bool(_OUTDATED.search(case["expect"].get("error", ""))) and region.startswith("us-iso")


class Suites:
    """Everything that is tried: what is generated for it, and the cases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.includes: list[str] = []
        self.cases: list[Case] = []

    def add(self, service: Service, label: str, listed: list[dict[str, Any]]) -> None:
        namespace = names.namespace(service.id)
        found = _cases(label, namespace, listed)
        operations = sorted({c.target.rpartition("::")[2] for c in found if "input" in c.given}) or [service.operations[0].name]
        for file in render(resolve(service, operations)):
            path = self.folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text)
        self.includes += [f"cppsmith/{namespace}/{names.file_name(o)}.hpp" for o in operations]
        self.cases += found

    def program(self) -> str:
        rules = sorted({c.target for c in self.cases if "input" not in c.given})
        operations = sorted({c.target for c in self.cases if "input" in c.given})
        branches = [f'    if (target == "{t}") return cppsmith_tests::evaluated<{t}>(given);' for t in rules]
        branches += [
            f'    if (target == "{t}") return cppsmith_tests::resolved<{t}>(given["input"], given["built_ins"]);'
            for t in operations
        ]
        return "\n".join(
            [
                *(f"#include <{path}>" for path in self.includes),
                '#include "support/endpoint_case.hpp"',
                "#include <iostream>",
                "static cppsmith_tests::json answer(std::string const& target, cppsmith_tests::json const& given) {",
                *branches,
                "    return nullptr;",
                "}",
                "int main() {",
                "    for (std::string target, given; std::getline(std::cin, target) && std::getline(std::cin, given);)",
                "        std::cout << answer(target, cppsmith_tests::json::parse(given)).dump() << std::endl;",
                "}\n",
            ]
        )

    def wrong(self) -> list[str]:
        """Compiles the program, tries every case and tells of those that come to something else."""
        source, program = self.folder / "program.cpp", self.folder / "program"
        source.write_text(self.program())
        compiler = [*os.environ.get("CXX", "g++").split(), "-std=c++20", "-O0", "-Wall", "-Wextra", "-Werror"]
        folders = ["-I", str(self.folder), "-I", str(ROOT / "include"), "-I", str(ROOT / "tests")]
        _run([*compiler, *folders, str(source), "-o", str(program), "-lsimdjson"])
        lines = "".join(f"{c.target}\n{json.dumps(c.given)}\n" for c in self.cases)
        answers = [json.loads(line) for line in _run([str(program)], input=lines).splitlines()]
        assert len(answers) == len(self.cases)
        pairs = zip(self.cases, answers, strict=True)
        return [f"{c.label}: {c.given}: {a}, not {c.expected}" for c, a in pairs if a != c.expected]


def _run(command: list[str], **more: Any) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, done.stderr[:3000]
    return done.stdout


def test_the_rules_engine_and_iot(shared: Path, tmp_path: Path) -> None:
    suites = Suites(tmp_path)
    engine, sets = shared / f"{SUITE}/rules-engine", 0
    for rules in sorted((engine / "rule-sets").glob("*.json")):
        tests = engine / "test-cases" / rules.name
        listed = json.loads(tests.read_text())["testCases"] if tests.is_file() else []
        suites.add(_service_of(rules, rules.stem), rules.stem, listed)
        sets += 1
    for path in sorted((engine / "test-cases").glob("*.json")):
        assert (engine / "rule-sets" / path.name).is_file(), f"{path.name} has no rules"
    listed = json.loads((shared / f"{SUITE}/iot/endpoint-tests.json").read_text())["testCases"]
    suites.add(_service_of(shared / f"{SUITE}/iot/endpoint-rule-set.json", "iot"), "iot", listed)
    ours = load(ROOT / "model/iot-2015-05-28.json")
    suites.add(ours, "the IoT that ships", listed)
    wrong = suites.wrong()
    print(f"endpoint suite: {len(suites.cases)} cases of {sets + 2} rule sets, {len(wrong)} wrong")
    assert wrong == []
    assert len(suites.cases) > 90


def test_the_cases_that_models_bring(shared: Path, tmp_path: Path) -> None:
    suites, outdated = Suites(tmp_path), 0
    for path in sorted(shared.glob("models/*.smithy.json")):
        shapes = json.loads(path.read_text())["shapes"].values()
        service = next(s["traits"] for s in shapes if s["type"] == "service")
        listed = service["smithy.rules#endpointTests"]["testCases"]
        current = [c for c in listed if not _is_outdated(c)]
        outdated += len(listed) - len(current)
        suites.add(load(path), path.stem, current)
    wrong = suites.wrong()
    calls = sum("input" in c.given for c in suites.cases)
    print(f"not applicable: {outdated} cases on isolated partitions without dual-stack endpoints, which have them by now")
    print(f"models' endpoint tests: {len(suites.cases)} cases, {calls} of them calls, {len(wrong)} wrong")
    assert wrong == []
    assert calls > 100


def test_every_case_that_is_wrong_would_be_told(tmp_path: Path) -> None:
    rules = {"version": "1.0", "parameters": {}, "rules": [{"type": "error", "conditions": [], "error": "no"}]}
    (tmp_path / "rules.json").write_text(json.dumps(rules))
    suites = Suites(tmp_path)
    suites.add(_service_of(tmp_path / "rules.json", "no"), "no", [{"expect": {"error": "yes"}}])
    assert re.search("no 1 .*'error': 'no'.*not .*'error': 'yes'", suites.wrong()[0])
