"""Constraints: from a shape's limits to the traits that the runtime checks, and to words."""

from __future__ import annotations

from .ir import Expr
from .shapes import Kind, Limits, Number, Shape, TimestampFormat

_INT32 = 2**31
_INT64 = 2**63
_RANGES = {Kind.INTEGER: (-_INT32, _INT32 - 1), Kind.LONG: (-_INT64, _INT64 - 1)}
_VACUOUS = frozenset((r"[\s\S]*", r"[\S\s]*", r"^[\s\S]*$", r"^[\S\s]*$", r"[\w\W]*", r"[\d\D]*"))
_FORMATS = {
    TimestampFormat.DATE_TIME: "date_time",
    TimestampFormat.HTTP_DATE: "http_date",
    TimestampFormat.EPOCH_SECONDS: "epoch_seconds",
}
_UNITS = {
    Kind.LIST: ("element", "elements"),
    Kind.MAP: ("entry", "entries"),
    Kind.BLOB: ("byte", "bytes"),
}


def without_vacuous_limits(shape: Shape) -> Limits:
    """The limits that exclude something: a length is 0 at least, an `int` has a range of its own.
    """
    low, high = shape.limits.min, shape.limits.max
    if shape.kind in _RANGES:
        least, most = _RANGES[shape.kind]
        return Limits(
            None if low is None or low <= least else low,
            None if high is None or high >= most else high,
        )
    if shape.kind in (Kind.FLOAT, Kind.DOUBLE):
        return Limits(low, high)
    return Limits(low or None, None if high is None or high >= _INT64 else high)


def excludes_everything(shape: Shape) -> bool:
    """Whether no value of the shape's C++ type keeps its limits."""
    least, most = _RANGES.get(shape.kind, (-_INT64, _INT64 - 1))
    low, high = shape.limits.min, shape.limits.max
    if shape.kind in (Kind.FLOAT, Kind.DOUBLE):
        return False
    return (low is not None and low > most) or (high is not None and high < least)


def checked_pattern(shape: Shape) -> str | None:
    """The pattern, unless every text matches it."""
    return None if shape.pattern is None or shape.pattern in _VACUOUS else shape.pattern


def length(limits: Limits) -> tuple[Expr, ...]:
    """`length<1, 50>`, `length<1>`, `length<0, 50>`, or nothing."""
    if limits.min is None and limits.max is None:
        return ()
    ends = [limits.min or 0] + ([] if limits.max is None else [limits.max])
    return (Expr("length", tuple(Expr(literal(end, Kind.LONG)) for end in ends)),)


def bounds(limits: Limits, kind: Kind) -> tuple[Expr, ...]:
    """What limits a number: `range<1, 250>`, `at_least<1>`, `at_most<250>`, or nothing."""
    ends = tuple(Expr(literal(end, kind)) for end in (limits.min, limits.max) if end is not None)
    if not ends:
        return ()
    head = "range" if len(ends) == 2 else "at_least" if limits.max is None else "at_most"
    return (Expr(head, ends),)


def literal(number: Number, kind: Kind) -> str:
    """A number as a C++ literal of a type that holds it."""
    if kind in (Kind.FLOAT, Kind.DOUBLE):
        return repr(float(number))
    value = int(number)
    if value == -_INT64:
        return f"{-_INT64 + 1}LL - 1"
    return str(value) if -_INT32 < value < _INT32 else f"{value}LL"


def timestamp_format(written: TimestampFormat) -> Expr:
    """`format<timestamp_format::date_time>`"""
    return Expr("format", (Expr(f"timestamp_format::{_FORMATS[written]}"),))


def sentence(shape: Shape) -> str:
    """The limits of a number, list, map or blob in words, for the documentation of a member; or
    nothing.
    """
    limits = without_vacuous_limits(shape)
    low, high = limits.min, limits.max
    unit = _UNITS.get(shape.kind)
    if shape.kind is Kind.STRING or (low is None and high is None):
        return ""
    if unit is None:
        if low is not None and high is not None:
            return f"Between {low} and {high}."
        return f"{high} at most." if low is None else f"{low} at least."
    one, many = unit
    if low is not None and low == high:
        return f"Exactly {low} {one if low == 1 else many}."
    if low is not None and high is not None:
        return f"Between {low} and {high} {many}."
    if low is None:
        return f"{high} {one if high == 1 else many} at most."
    return f"{low} {one if low == 1 else many} at least."
