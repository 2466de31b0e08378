"""The suites in one form: models, and cases that say what a client has to send and what it has to read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

Json = Any

# botocore's files and Smithy's protocols that are JSON.
BOTOCORE = ("rest-json", "json", "json_1_0", "json_1_0-query-compatible")
SMITHY = ("restJson1", "awsJson1_0", "awsJson1_1")

_ENDPOINT = "https://service.example.com"


class Kind(Enum):
    """Which side of an operation a case is about."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True)
class Sent:
    """The request that has to be sent; what is not given is not looked at."""

    method: str | None
    path: str | None
    query: tuple[str, ...]  # parameters, percent-encoded, that have to be there
    whole_query: bool  # and no other ones, in this order
    forbidden_query: tuple[str, ...]
    required_query: tuple[str, ...]
    host: str | None
    headers: Mapping[str, str]
    forbidden_headers: tuple[str, ...]
    required_headers: tuple[str, ...]
    body: str | None


@dataclass(frozen=True)
class Received:
    """A response, and the error that it is, if any."""

    status: int
    headers: Mapping[str, str]
    body: str
    shape: str | None = None  # of the error
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class Case:
    """One case. `value` is the input, the output or the error, in the suites' spelling of values."""

    id: str
    kind: Kind
    operation: str
    value: Json
    sent: Sent | None
    received: Received | None
    endpoint: str
    for_servers: bool
    tags: tuple[str, ...]

    @property
    def shape(self) -> str | None:
        """The error's shape, of a case about an error."""
        return self.received.shape if self.received is not None else None


@dataclass(frozen=True)
class Suite:
    """A model, and the cases that use it. `name` is an identifier of its own."""

    name: str
    model: Json
    is_smithy: bool
    cases: tuple[Case, ...]


def read_suites(conformance: Path) -> tuple[Suite, ...]:
    """Every suite of a JSON protocol in the folder of conformance data."""
    return (*_botocore(conformance / "botocore-protocols"), *_smithy(conformance / "smithy-protocol-tests"))


def parsed(text: str) -> Json:
    """JSON with its numbers as they were written."""
    return json.loads(text, parse_float=Decimal)


def _read(path: Path) -> Json:
    return parsed(path.read_text(encoding="utf-8"))


# ---- botocore's


def _botocore(folder: Path) -> Iterator[Suite]:
    for era in ("", "legacy"):
        for side in ("input", "output"):
            for protocol in BOTOCORE:
                path = folder / era / side / f"{protocol}.json"
                if path.is_file():
                    stem = "_".join(part for part in (era, side, protocol.replace("-", "_")) if part)
                    for at, said in enumerate(_read(path)):
                        yield from _botocore_suite(f"{stem}_{at}", said)


def _botocore_suite(name: str, said: Json) -> Iterator[Suite]:
    """A suite may bind one operation in several ways: then each of them is a model of its own."""
    groups: dict[str, list[tuple[int, Json]]] = {}
    for at, case in enumerate(said["cases"]):
        groups.setdefault(json.dumps(case["given"], sort_keys=True), []).append((at, case))
    for number, cases in enumerate(groups.values()):
        own = name if number == 0 else f"{name}_{number}"
        endpoint = said.get("clientEndpoint") or _ENDPOINT
        made = tuple(_botocore_case(f"{name}_{at}", case, endpoint) for at, case in cases)
        yield Suite(own, _service_2(own, said, cases[0][1]["given"]), False, made)


def _service_2(name: str, said: Json, given: Json) -> Json:
    """A whole service-2.json, with what suites leave out and published models always have."""
    metadata = {
        "apiVersion": "2014-01-01",
        "endpointPrefix": "service",
        "jsonVersion": "1.1",
        "targetPrefix": "Service",
        **said["metadata"],
        "serviceId": name.replace("_", " "),
        "serviceFullName": name,
    }
    operation = {**given, "http": {"method": "POST", "requestUri": "/", **given.get("http", {})}}
    shapes = {shape: _as_published(of, said["shapes"]) for shape, of in said["shapes"].items()}
    for side in (given.get("input", {}), given.get("output", {})):
        if "payload" in side:
            shapes[side["shape"]] = {**shapes[side["shape"]], "payload": side["payload"]}
            operation = {k: {"shape": v["shape"]} if v is side else v for k, v in operation.items()}
    return {"version": "2.0", "metadata": metadata, "operations": {given["name"]: operation}, "shapes": shapes}


def _as_published(shape: Json, shapes: Json) -> Json:
    """The old suites give to a shape what published models give to the members that hold it, and have a type that those lack."""
    own = ("location", "locationName", "idempotencyToken", "jsonvalue")
    made = {k: v for k, v in shape.items() if k not in own}
    if made["type"] == "character":
        made["type"] = "string"
    if made["type"] == "structure":
        made["members"] = {
            name: {**{k: v for k, v in shapes[member["shape"]].items() if k in own}, **member}
            for name, member in shape.get("members", {}).items()
        }
    return made


def _botocore_case(name: str, case: Json, endpoint: str) -> Case:
    serialized, response = case.get("serialized"), case.get("response")
    error = case.get("errorCode")
    received = None
    if response is not None:
        received = Received(
            response["status_code"],
            response.get("headers", {}),
            response.get("body", ""),
            _error_shape(case) if error is not None else None,
            error,
            case.get("errorMessage"),
        )
    value = case.get("params", case.get("error" if error is not None else "result"))
    return Case(
        case.get("id", name),
        Kind.REQUEST if serialized is not None else Kind.RESPONSE,
        case["given"]["name"],
        value,
        None if serialized is None else _botocore_sent(serialized),
        received,
        endpoint,
        False,
        (),
    )


def _error_shape(case: Json) -> str:
    """The shape of an error: the one that the operation lists under its code."""
    listed = [e["shape"] for e in case["given"].get("errors", [])]
    return next((s for s in listed if s == case["errorCode"]), listed[0] if len(listed) == 1 else "")


def _botocore_sent(said: Json) -> Sent:
    path, _, query = said.get("uri", "").partition("?")
    return Sent(
        said.get("method"),
        path or None,
        tuple(query.split("&")) if query else (),
        path != "",
        (),
        (),
        said.get("host"),
        said.get("headers", {}),
        tuple(said.get("forbidHeaders", ())),
        tuple(said.get("requireHeaders", ())),
        said.get("body"),
    )


# ---- Smithy's


def _smithy(folder: Path) -> Iterator[Suite]:
    cases: dict[str, list[Case]] = {}
    for protocol in SMITHY:
        for kind in Kind:
            path = folder / protocol / f"{kind.value}.json"
            for said in _read(path) if path.is_file() else ():
                cases.setdefault(said["service"], []).append(_smithy_case(said, kind))
    for service, made in cases.items():
        name = service.replace(".", "_").replace("#", "__")
        yield Suite(name, _read(folder / "models" / f"{name}.json"), True, tuple(made))


def _smithy_case(said: Json, kind: Kind) -> Case:
    case, local = said["case"], said["shape"].partition("#")[2]
    is_error = said["shapeType"] != "operation"
    received = None
    if kind is Kind.RESPONSE:
        received = Received(
            case["code"], case.get("headers", {}), case.get("body", ""), local if is_error else None, _code(case), None
        )
    return Case(
        said["id"],
        kind,
        "" if is_error else local,
        case.get("params", {}),
        _smithy_sent(case) if kind is Kind.REQUEST else None,
        received,
        f"https://{case['host']}" if "host" in case else _ENDPOINT,
        case.get("appliesTo") == "server",
        tuple(case.get("tags", ())),
    )


def _code(case: Json) -> str | None:
    """The code of an error, which differs from its shape's name in services that once spoke the query protocol."""
    code = case.get("vendorParams", {}).get("code")
    return code if isinstance(code, str) else None


def _smithy_sent(case: Json) -> Sent:
    return Sent(
        case["method"],
        case["uri"],
        tuple(case.get("queryParams", ())),
        False,
        tuple(case.get("forbidQueryParams", ())),
        tuple(case.get("requireQueryParams", ())),
        case.get("resolvedHost"),
        case.get("headers", {}),
        tuple(case.get("forbidHeaders", ())),
        tuple(case.get("requireHeaders", ())),
        case.get("body"),
    )
