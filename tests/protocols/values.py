"""Values of the suites, where blobs are plain text, in the model's spelling, which `json::read` takes and `json::write` gives."""

from __future__ import annotations

import json
from base64 import b64encode
from decimal import Decimal
from typing import Any

from cppsmith_codegen.shapes import Kind, Ref, Service, Shape

Json = Any

# How botocore's suites tell of a member that the model of a union does not have: by its name alone.
_UNKNOWN = "SDK_UNKNOWN_MEMBER"


class JsonText(str):
    """Text that holds JSON: C2J's `jsonvalue`, which botocore parses."""


def model_value(service: Service, name: str, value: Json) -> Json:
    """What a structure of the model holds; members that are null are absent."""
    return _value(service, service.shape(name), value)


def _value(service: Service, shape: Shape, value: Json) -> Json:
    if value is None:
        return None
    match shape.kind:
        case Kind.STRUCTURE | Kind.UNION:
            targets = {m.name: m.target for m in shape.members}
            known = {k: v for k, v in value.items() if v is not None}
            if shape.kind is Kind.UNION and known.keys() == {_UNKNOWN}:
                return known
            return {k: _used(service, targets[k], v) if k in targets else v for k, v in known.items()}
        case Kind.LIST if shape.value is not None:
            return [_used(service, shape.value, v) for v in value]
        case Kind.MAP if shape.value is not None:
            return {k: _used(service, shape.value, v) for k, v in value.items()}
        case Kind.BLOB:
            return b64encode(value.encode()).decode()
        case Kind.STRING if not isinstance(value, str):
            return JsonText(json.dumps(value, separators=(",", ":")))
    return value


def _used(service: Service, ref: Ref, value: Json) -> Json:
    return _value(service, service.shape(ref.shape), value)


def alike(one: Json, other: Json) -> bool:
    """Whether two values are the same: numbers by their value, and what is null in an object is absent."""
    if isinstance(other, JsonText) and isinstance(one, str):
        return alike(json.loads(one), json.loads(other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return one == other
    if isinstance(one, dict) and isinstance(other, dict):
        if other.keys() == {_UNKNOWN}:
            return list(one) == [other[_UNKNOWN]["name"]]
        a, b = ({k: v for k, v in o.items() if v is not None} for o in (one, other))
        return a.keys() == b.keys() and all(alike(a[k], b[k]) for k in a)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return type(one) is type(other) and bool(one == other)
