"""What to wait for, and how: a model's waiters, typed against its shapes.

C2J says it in `waiters-2.json`, Smithy in the trait `smithy.waiters#waitable`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from .diagnostics import Place
from .jmespath.typed import Path
from .jmespath.types import Sort, Type, element_of, type_of
from .pagination import Said, path
from .shapes import Operation, Service, Unsupported


class State(Enum):
    """What an acceptor that matches ends the wait with, if it does."""

    SUCCESS = "success"
    FAILURE = "failure"
    RETRY = "retry"


class Compared(Enum):
    """What has to be equal to the expected value: the value itself, all of a list that is not empty, or one."""

    VALUE = "is"
    ALL = "all are"
    ANY = "any is"


Expected = str | bool | int


@dataclass(frozen=True)
class OutputMatcher:
    """Looks into the output, or (`exchange`) into an object with `input` and `output`. Errors never match."""

    said: Said
    compared: Compared
    expected: Expected
    exchange: bool = False
    path: Path | None = None  # none until it is typed


@dataclass(frozen=True)
class ErrorMatcher:
    """Matches an error of this name or code; with none, any error of the service."""

    name: str | None


@dataclass(frozen=True)
class SuccessMatcher:
    """Matches any success."""


@dataclass(frozen=True)
class StatusMatcher:
    """Matches an HTTP status, of a success or an error."""

    status: int


Matcher = OutputMatcher | ErrorMatcher | SuccessMatcher | StatusMatcher


@dataclass(frozen=True)
class Acceptor:
    state: State
    matcher: Matcher
    place: Place


@dataclass(frozen=True)
class Waiter:
    """A waiter. Delays are in seconds; without `max_attempts`, time alone bounds the wait."""

    name: str
    place: Place
    operation: str
    acceptors: tuple[Acceptor, ...]
    min_delay: int
    max_delay: int
    max_attempts: int | None = None
    documentation: str = ""
    deprecated: str | None = None


def with_waiters(service: Service, waiters: Iterable[Waiter]) -> Service:
    """The service that knows its waiters, their operations among its own. What is wrong with one is refused
    once its operation is reached.
    """
    operations = {o.name: o for o in service.operations}
    typed: list[Waiter] = []
    for waiter in waiters:
        operation = operations[waiter.operation]
        made, faults = _typed(service, waiter, operation)
        typed.append(made)
        operations[operation.name] = replace(operation, unsupported=(*operation.unsupported, *faults))
    return replace(service, operations=tuple(operations.values()), waiters=tuple(typed))


def _typed(service: Service, waiter: Waiter, operation: Operation) -> tuple[Waiter, list[Unsupported]]:
    """The waiter with its expressions compiled, and what is wrong with them."""
    faults: list[Unsupported] = []

    def fault(key: str, what: str, place: Place) -> None:
        faults.append(Unsupported(f"the waiter '{waiter.name}': {what}", place))

    sides = (type_of(service, operation.input), type_of(service, operation.output))

    def typed(acceptor: Acceptor) -> Acceptor:
        matcher = acceptor.matcher
        if not isinstance(matcher, OutputMatcher):
            return acceptor
        of = Type(Sort.EXCHANGE, None, sides) if matcher.exchange else sides[1]
        found = path(service, matcher.said, of, fault)
        if found is not None:
            wrong = _never(service, found, matcher)
            if wrong:
                fault("", f"'{matcher.said.text}' {wrong}", acceptor.place)
        return replace(acceptor, matcher=replace(matcher, path=found))

    return replace(waiter, acceptors=tuple(map(typed, waiter.acceptors))), faults


def _never(service: Service, found: Path, matcher: OutputMatcher) -> str:
    """Why a path can never give what is expected; empty where it can."""
    type_ = found.type
    if matcher.compared is not Compared.VALUE:
        if type_.sort is not Sort.LIST:
            return f"is {type_}, not a list"
        type_ = element_of(service, type_)
    sort = {bool: Sort.BOOLEAN, int: Sort.NUMBER}.get(type(matcher.expected), Sort.TEXT)
    return "" if type_.sort is sort else f"gives {type_}, which {matcher.expected!r} is not"
