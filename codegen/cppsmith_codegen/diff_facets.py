"""What is compared, one line each, and what it means for callers when it differs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .constraints import checked_pattern, without_vacuous_limits
from .diff_changes import Change, Effect, Severity, Uses
from .diff_patterns import whole_match
from .diff_pairs import Used
from .diff_severity import constraint, enumeration, offer, remark, required, spelling, wire
from .shapes import (
    Kind,
    Limits,
    Location,
    Member,
    Operation,
    Service,
    Shape,
    TimestampFormat,
)

T = TypeVar("T")

# What a facet holds. `True` says no more than that it is there.
Value = Limits | str | bool

# How a timestamp is written unless the model says otherwise; in a body, as seconds.
_TIMESTAMPS: Mapping[Location | None, TimestampFormat] = {
    Location.URI: TimestampFormat.DATE_TIME,
    Location.QUERY: TimestampFormat.DATE_TIME,
    Location.HEADER: TimestampFormat.HTTP_DATE,
}

_NUMBERS = (Kind.INTEGER, Kind.LONG, Kind.FLOAT, Kind.DOUBLE)
_LABEL = re.compile(r"\{([^{}+]+)(\+?)\}")
_INFINITE = float("inf")


@dataclass(frozen=True)
class Route:
    """An operation with the shape of its input."""

    operation: Operation
    input: Shape | None


@dataclass(frozen=True)
class Facet(Generic[T]):
    """One thing that a part of a model says or does not say (`None`)."""

    key: str
    read: Callable[[T], Value | None]
    severity: Callable[[Effect, Uses], Severity]
    notes: Mapping[Effect, str] = field(default_factory=dict)

    def compare(self, path: str, old: T, new: T, uses: Uses) -> Iterator[Change]:
        before, after = self.read(old), self.read(new)
        if before != after:
            effect = _effect(before, after)
            severity, note = self.severity(effect, uses), self.notes.get(effect, "")
            yield Change(path, self.key, effect, severity, _text(before), _text(after), note)


def _effect(old: Value | None, new: Value | None) -> Effect:
    if old is None or new is None:
        return Effect.NEW if old is None else Effect.GONE
    if not isinstance(old, Limits) or not isinstance(new, Limits):
        return Effect.CHANGED
    (old_min, old_max), (new_min, new_max) = _ends(old), _ends(new)
    if old_min <= new_min and new_max <= old_max:
        return Effect.TIGHTENED
    return Effect.LOOSENED if new_min <= old_min and old_max <= new_max else Effect.CHANGED


def _ends(limits: Limits) -> tuple[float, float]:
    low = -_INFINITE if limits.min is None else limits.min
    return low, _INFINITE if limits.max is None else limits.max


def _text(value: Value | None) -> str | None:
    if isinstance(value, Limits):
        low, high = ("" if end is None else str(end) for end in (value.min, value.max))
        return f"{low}..{high}"
    return value if isinstance(value, str) else None


def _length(shape: Shape) -> Limits | None:
    return None if shape.kind in _NUMBERS else _limits(shape)


def _range(shape: Shape) -> Limits | None:
    return _limits(shape) if shape.kind in _NUMBERS else None


def _limits(shape: Shape) -> Limits | None:
    limits = without_vacuous_limits(shape)
    return None if limits == Limits() else limits


def _pattern(shape: Shape) -> str | None:
    pattern = checked_pattern(shape)
    return None if pattern is None else whole_match(pattern, is_search=shape.pattern_is_search)


def _uri(route: Route) -> str:
    """The URI with members for labels: only their places are on the wire, not their names."""
    members = () if route.input is None else route.input.members
    named = {m.wire_name: m.name for m in members if m.location is Location.URI}
    return _LABEL.sub(lambda m: f"{{{named.get(m[1], m[1])}{m[2]}}}", route.operation.uri)


def _wire_name(member: Member) -> str:
    """Header names are compared without regard to case (RFC 9110, 5.1), labels as `_uri` says."""
    match member.location:
        case Location.URI:
            return member.name
        case Location.HEADERS:
            return (member.location_name or "").lower()
        case Location.HEADER:
            return member.wire_name.lower()
    return member.wire_name


def _timestamp_format(used: Used) -> str | None:
    """The format that is written; among lists and maps, which are used in several places, what
    the model says.
    """
    if used.shape.kind is not Kind.TIMESTAMP:
        return None
    said = used.ref.timestamp_format or used.shape.timestamp_format
    if said is None and used.member is not None:
        said = _TIMESTAMPS.get(used.member.location, TimestampFormat.EPOCH_SECONDS)
    return None if said is None else said.value


def _pages(route: Route) -> str | None:
    """How the pages of a listing follow each other, and what they are made of."""
    said = route.operation.pagination
    if said is None:
        return None
    tokens = (f"{t.output.source} to {t.input}" for t in said.tokens)
    more = () if said.more is None else (f"while {said.more.source}",)
    size = () if said.page_size is None else (f"size {said.page_size}",)
    return ", ".join((*tokens, *more, *size, *(f"items {i.source}" for i in said.items)))


def _error_code(shape: Shape) -> str | None:
    return None if shape.error is None else shape.error.code or shape.name


_SUCCESS = "every 2xx is a success"
UNCLEAR = "there is no telling whether it was loosened or tightened"
_NAMESPACE = "the C++ namespace and the folder of the headers are named after it"

SERVICE: tuple[Facet[Service], ...] = (
    Facet("service id", lambda s: s.id, spelling, {Effect.CHANGED: _NAMESPACE}),
    Facet("API version", lambda s: s.api_version, remark),
    Facet("endpoint prefix", lambda s: s.endpoint_prefix, wire),
    Facet("signing name", lambda s: s.signing_name, wire),
    Facet("protocol", lambda s: s.protocol.value, wire),
    Facet("target prefix", lambda s: s.target_prefix or None, wire),
    Facet("query-compatible", lambda s: s.query_compatible or None, wire),
)

OPERATION: tuple[Facet[Route], ...] = (
    Facet("method", lambda r: r.operation.method, wire),
    Facet("URI", _uri, wire),
    Facet("status", lambda r: str(r.operation.status), remark, {Effect.CHANGED: _SUCCESS}),
    Facet("deprecated", lambda r: r.operation.deprecated is not None or None, remark),
    Facet("host prefix", lambda r: r.operation.host_prefix or None, wire),
    Facet("unsigned", lambda r: r.operation.unsigned or None, wire),
    Facet("unsigned payload", lambda r: r.operation.unsigned_payload or None, wire),
    Facet("checksum required", lambda r: r.operation.checksum_required or None, wire),
    Facet("compressed", lambda r: r.operation.compressed or None, remark),
    Facet("pages", _pages, offer),
    Facet("discovers its endpoint", lambda r: r.operation.discovers_endpoint or None, remark),
)

SHAPE: tuple[Facet[Shape], ...] = (
    Facet("length", _length, constraint),
    Facet("range", _range, constraint),
    Facet("pattern", _pattern, constraint, {Effect.CHANGED: UNCLEAR}),
    Facet("enum", lambda s: s.enum is not None or None, enumeration),
    Facet("sensitive", lambda s: s.sensitive or None, remark, {Effect.GONE: "printed as it is"}),
    Facet("deprecated", lambda s: s.deprecated is not None or None, remark),
    Facet("payload", lambda s: s.payload, wire),
    Facet("sparse", lambda s: s.sparse or None, spelling),
    Facet("streaming", lambda s: s.streaming or None, remark),
    Facet("length required", lambda s: s.requires_length or None, remark),
    Facet("media type", lambda s: s.media_type, wire),
    Facet("error code", _error_code, wire),
    Facet("error status", lambda s: str(s.error.status) if s.error else None, remark),
    Facet("retryable", lambda s: (s.error.retryable or None) if s.error else None, remark),
    Facet("throttling", lambda s: (s.error.throttling or None) if s.error else None, remark),
)

MEMBER: tuple[Facet[Member], ...] = (
    Facet("required", lambda m: m.required or None, required),
    Facet("location", lambda m: m.location.value if m.location else None, wire),
    Facet("wire name", _wire_name, wire),
    Facet("deprecated", lambda m: m.deprecated is not None or None, remark),
    Facet("idempotency token", lambda m: m.idempotency_token or None, remark),
    Facet("host label", lambda m: m.host_label or None, wire),
    Facet("media type", lambda m: m.media_type, wire),
    Facet("streaming", lambda m: m.streaming or None, remark),
)

USE: tuple[Facet[Used], ...] = (Facet("timestamp format", _timestamp_format, wire),)
