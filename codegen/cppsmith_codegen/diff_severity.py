"""Whom a change hurts, by the sort of thing that changed and by who sends it: one rule each."""

from __future__ import annotations

from .diff_changes import Effect, Severity, Use, Uses


def constraint(effect: Effect, uses: Uses) -> Severity:
    """What a caller has to keep; a reply is never checked."""
    harmless = effect in (Effect.GONE, Effect.LOOSENED) or Use.INPUT not in uses
    return Severity.COMPATIBLE if harmless else Severity.BREAKING


def wire(effect: Effect, uses: Uses) -> Severity:
    """What both sides have to agree on."""
    return Severity.BREAKING


def spelling(effect: Effect, uses: Uses) -> Severity:
    """What C++ names after the model."""
    return Severity.SOURCE


def remark(effect: Effect, uses: Uses) -> Severity:
    """What neither the compiler nor the service insists on."""
    return Severity.COMPATIBLE


def required(effect: Effect, uses: Uses) -> Severity:
    """A demand on who sends, a promise to who receives; `required<T>` and `optional<T>` in C++."""
    if effect is Effect.GONE:
        return Severity.COMPATIBLE if uses == {Use.INPUT} else Severity.BREAKING
    return Severity.BREAKING if Use.INPUT in uses else Severity.SOURCE


def enumeration(effect: Effect, uses: Uses) -> Severity:
    """`text` and `open_enum` in C++."""
    new = effect is Effect.NEW and Use.INPUT in uses
    return Severity.BREAKING if new else Severity.SOURCE


def choice(effect: Effect, uses: Uses) -> Severity:
    """A value of an enum: enums are open, but code that names a value needs it."""
    if effect is Effect.NEW:
        return Severity.COMPATIBLE
    return Severity.BREAKING if Use.INPUT in uses else Severity.SOURCE


def order(effect: Effect, uses: Uses) -> Severity:
    """Designated initializers stand in the order of the members."""
    return Severity.SOURCE if Use.INPUT in uses else Severity.COMPATIBLE


def failure(effect: Effect, uses: Uses) -> Severity:
    """An error of an operation: one more is no surprise, but code may name one that is gone."""
    return Severity.COMPATIBLE if effect is Effect.NEW else Severity.SOURCE


def offer(effect: Effect, uses: Uses) -> Severity:
    """What code may call that the generator makes beside operations: pages, waiters."""
    return Severity.COMPATIBLE if effect is Effect.NEW else Severity.SOURCE


def obstacle(effect: Effect, uses: Uses) -> Severity:
    """What keeps the generator from making headers."""
    return Severity.COMPATIBLE if effect is Effect.GONE else Severity.BREAKING
