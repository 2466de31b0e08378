"""Runs every case through the program, and judges what came of it by the suites' rules."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from .program import Generated, build, generate, key_of, operation_of
from cppsmith_codegen.shapes import Service

from .suites import Case, Kind, Received, Sent, Suite, parsed
from .values import alike, model_value

Json = Any


@dataclass(frozen=True)
class Result:
    """A case, and why it failed: nothing for one that passed."""

    suite: Suite
    case: Case
    wrong: str


def replay(suites: Sequence[Suite], folder: Path) -> tuple[Result, ...]:
    """Generates, compiles and runs all of it, in `folder`."""
    made = {suite.name: generate(suite, folder) for suite in suites}
    entries = [e for m in made.values() for e in m.entries.values()]
    program = build(entries, folder)
    pairs = [(suite, case) for suite in suites for case in suite.cases]
    refusals = [_refusal(made[suite.name], suite, case, program.broken) for suite, case in pairs]
    commands = [_command(made[s.name], s, c) for (s, c), no in zip(pairs, refusals, strict=True) if not no]
    outcomes = _run(program.path, commands)
    results = []
    for (suite, case), refused in zip(pairs, refusals, strict=True):
        wrong = refused or "; ".join(_judge(made[suite.name], suite, case, next(outcomes)))
        results.append(Result(suite, case, wrong))
    return tuple(results)


def _key(made: Generated, suite: Suite, case: Case) -> str:
    assert made.service is not None
    return key_of(suite, case.kind, operation_of(made.service, case.operation, case.shape))


def _refusal(made: Generated, suite: Suite, case: Case, broken: Mapping[str, str]) -> str:
    if made.service is None:
        return f"refused: {made.refused['']}"
    key = _key(made, suite, case)
    if key in made.refused:
        return f"refused: {made.refused[key]}"
    return f"does not compile: {broken[key]}" if key in broken else ""


def _command(made: Generated, suite: Suite, case: Case) -> str:
    assert made.service is not None
    said: dict[str, Json] = {"operation": _key(made, suite, case), "endpoint": case.endpoint}
    if case.kind is Kind.REQUEST:
        said["value"] = dumped(_model_value(made.service, case))
    elif case.received is not None:
        said["status"] = case.received.status
        said["headers"] = list(case.received.headers.items())
        said["body"] = b64encode(case.received.body.encode()).decode()
    return json.dumps(said)


def _model_value(service: Service, case: Case) -> Json:
    operation = service.find_operation(operation_of(service, case.operation, case.shape))
    assert operation is not None
    ref = operation.input if case.kind is Kind.REQUEST else operation.output
    shape = case.shape or (ref.shape if ref is not None else None)
    return {} if shape is None else model_value(service, shape, case.value or {})


def dumped(value: Json) -> str:
    """JSON whose numbers stand as they were written."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{dumped(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(dumped, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


def _run(program: Path, commands: Sequence[str]) -> Iterator[Json]:
    """The outcome of each command. One that ends the program says so, and the rest goes on."""
    done = 0
    while done < len(commands):
        text = "".join(f"{c}\n" for c in commands[done:])
        ran = subprocess.run([str(program)], input=text, capture_output=True, text=True, check=False, timeout=120)
        for line in ran.stdout.splitlines():
            done += 1
            yield parsed(line)
        if ran.returncode != 0:
            done += 1
            yield {"crash": f"ended with {ran.returncode}: {ran.stderr[-300:]}"}


# ---- judging


def _judge(made: Generated, suite: Suite, case: Case, outcome: Json) -> Iterator[str]:
    assert made.service is not None
    if "crash" in outcome:
        yield outcome["crash"]
    elif case.sent is not None:
        if "request" in outcome:
            yield from _misses(case.sent, outcome["request"], is_smithy=suite.is_smithy)
        else:
            yield f"no request: {outcome['error']['said']}"
    elif case.received is not None:
        yield from _misread(made.service, case, case.received, outcome)


def _misread(service: Service, case: Case, received: Received, outcome: Json) -> Iterator[str]:
    error = outcome.get("error")
    if received.shape is None and error is not None:
        yield f"an error: {error['said']}"
        return
    if received.shape is not None:
        if error is None:
            yield "no error"
            return
        if outcome.get("shape") != received.shape:
            yield f"the error shape is {outcome.get('shape')}, not {received.shape} ({error['said']})"
        if received.code is not None and error["code"] != received.code:
            yield f"the code is {error['code']}, not {received.code}"
        if received.message is not None and error["message"] != received.message:
            yield f"the message is {error['message']!r}, not {received.message!r}"
    if outcome.get("malformed"):
        yield "the body is said to be malformed"
    expected = _model_value(service, case)
    found = parsed(outcome.get("value", "null"))
    if not alike(found, expected):
        yield f"read {dumped(found)}, not {dumped(expected)}"


def _misses(want: Sent, got: Json, *, is_smithy: bool) -> Iterator[str]:
    """What a request lacks, or has too much."""
    path, _, query = got["target"].partition("?")
    parameters = query.split("&") if query else []
    body = b64decode(got["body"]).decode("utf-8", "surrogateescape")
    if want.method is not None and got["method"] != want.method:
        yield f"the method is {got['method']}, not {want.method}"
    if want.path is not None and path != want.path:
        yield f"the path is {path}, not {want.path}"
    if want.host is not None and got["authority"] != want.host.partition("/")[0]:
        yield f"the host is {got['authority']}, not {want.host}"
    yield from _misses_query(want, parameters)
    yield from _misses_headers(want, got, body, is_smithy=is_smithy)
    if want.body is not None and not _same_body(want.body, body):
        yield f"the body is {body!r}, not {want.body!r}"


def _misses_query(want: Sent, parameters: list[str]) -> Iterator[str]:
    if want.whole_query and list(want.query) != parameters:
        yield f"the query is {'&'.join(parameters)}, not {'&'.join(want.query)}"
    names = {p.partition("=")[0] for p in parameters}
    for parameter in want.query:
        same = (p for p in parameters if p == parameter or p.removesuffix("=") == parameter.removesuffix("="))
        if next(same, None) is None:
            yield f"the query {parameters} lacks {parameter}"
    if bad := sorted(names & set(want.forbidden_query)):
        yield f"the query has {bad}"
    if missing := sorted(set(want.required_query) - names):
        yield f"the query lacks {missing}"


def _misses_headers(want: Sent, got: Json, body: str, *, is_smithy: bool) -> Iterator[str]:
    headers: dict[str, str] = {}
    for name, value in got["headers"]:
        held = headers.get(name.lower())
        headers[name.lower()] = value if held is None else f"{held}, {value}"
    if body or got["method"] not in ("GET", "HEAD", "DELETE"):
        headers["content-length"] = str(len(body))  # every transport adds it
    for name, value in want.headers.items():
        found = headers.get(name.lower())
        if found is None or _joined(found, is_smithy) != _joined(value, is_smithy):
            yield f"the header {name} is {found!r}, not {value!r}"
    if bad := [n for n in want.forbidden_headers if n.lower() in headers]:
        yield f"there is a header {bad}"
    if missing := [n for n in want.required_headers if n.lower() not in headers]:
        yield f"there is no header {missing}"


def _joined(value: str, is_smithy: bool) -> str:
    """botocore joins lists by a comma alone."""
    return value if is_smithy else re.sub(", *", ",", value)


def _same_body(want: str, got: str) -> bool:
    if want == got:
        return True
    try:
        return alike_exactly(parsed(want), parsed(got))
    except ValueError:
        return False


def alike_exactly(one: Json, other: Json) -> bool:
    """As `alike`, but what is null is there."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike_exactly(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike_exactly, one, other))
    return alike(one, other)
