"""From what a model says of pages and waiters to C++: an operation's `pagination`, a waiter's header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from . import cpp_paths, docs, names
from .closure import Closure
from .cpp_types import Model
from .diagnostics import Report
from .expression_parts import NAMES, Parts
from .ir import Expr, Header, Includes, Lines, Pagination
from .ir import Waiter as WaiterType
from .jmespath.typed import Path
from .literals import text_literal
from .shapes import Operation
from .waiters import (
    Acceptor,
    Compared,
    ErrorMatcher,
    OutputMatcher,
    StatusMatcher,
    Waiter,
)

_COMPARED = {Compared.VALUE: "output_is", Compared.ALL: "all_are", Compared.ANY: "any_is"}
_WAITER_SCOPE = frozenset(("operation", "acceptors", "name", "limits", *NAMES))
_WIDTH = 106  # of a line of documentation


def pagination(model: Model, operation: Operation, scope: Collection[str]) -> Pagination | None:
    """`paginated<page_token<...>, ...>`, where the operation has pages."""
    said = operation.pagination
    if said is None or operation.input is None or operation.output is None:
        return None
    hidden = {*scope, *NAMES}
    of_input, of_output = operation.input.shape, operation.output.shape
    aliases = {of_output: "response"} if of_input != of_output else {}
    listed = tuple(m.name for m in model.service.shape(of_input).members)
    spelled = dict(zip(listed, names.identifiers(listed), strict=True))
    parts = Parts()

    def part(head: str, member: str | None, path: Path | None) -> Expr:
        own = () if member is None else (Expr(f"&request::{spelled[member]}"),)
        steps = () if path is None else cpp_paths.written(model, path.steps, hidden, aliases)
        return parts.shortened(Expr(head, (*own, *steps)), "" if path is None else path.source)

    made = [part("page_token", t.input, t.output) for t in said.tokens]
    if said.page_size is not None:
        made.append(part("page_size", said.page_size, None))
    if said.more is not None:
        made.append(part("more_pages", None, said.more))
    made += [part("page_items", None, item) for item in said.items]
    return Pagination(tuple(parts), model.qualified(Expr("paginated", tuple(made)), scope))


def pagination_includes(model: Model, operation: Operation) -> frozenset[str]:
    """What an operation's header includes for its pages."""
    said = operation.pagination
    if said is None:
        return frozenset()
    used = (*(t.output for t in said.tokens), said.more, *said.items)
    paths = [p.steps for p in used if p is not None]
    return frozenset({"cppsmith/paginated.hpp"}) | cpp_paths.includes(model, paths)


def refuse_alike_waiters(model: Model, closure: Closure) -> None:
    """Raises `InputError` for a waiter of one of these operations that cannot be told from another waiter."""
    reached = {o.name for o in closure.operations}
    taken = Counter(_file(model, w) for w in model.service.waiters)
    report = Report()
    for waiter in model.service.waiters:
        if waiter.operation in reached and taken[_file(model, waiter)] > 1:
            said = f"another waiter becomes the file '{_file(model, waiter)}' too"
            report.add(waiter.place, waiter.name, said)
    report.raise_if_any()


def waiter_headers(model: Model, closure: Closure) -> Iterator[Header]:
    """The headers of the waiters that wait with one of these operations."""
    operations = {o.name: o for o in closure.operations}
    spelled = names.identifiers(w.name for w in model.service.waiters)
    for name, waiter in zip(spelled, model.service.waiters, strict=True):
        if waiter.operation in operations:
            yield _header(model, waiter, name, operations[waiter.operation], frozenset(spelled))


def _file(model: Model, waiter: Waiter) -> str:
    return f"{model.folder}/{names.WAITERS}/{names.file_name(waiter.name)}.hpp"


def _header(
    model: Model, waiter: Waiter, name: str, operation: Operation, waiters: frozenset[str]
) -> Header:
    path = _file(model, waiter)
    hidden = waiters | _WAITER_SCOPE
    matchers = (a.matcher for a in waiter.acceptors)
    paths = [m.path.steps for m in matchers if isinstance(m, OutputMatcher) and m.path is not None]
    uses_jmespath = any(isinstance(a.matcher, OutputMatcher) and a.matcher.exchange for a in waiter.acceptors)
    own = {f"{model.folder}/service.hpp", model.path(operation), "cppsmith/waiter.hpp"}
    own |= cpp_paths.includes(model, paths) | ({"cppsmith/jmespath.hpp"} if uses_jmespath else set())
    parts = Parts()
    acceptors = Expr("acceptor_list", tuple(_acceptor(model, a, hidden, parts) for a in waiter.acceptors))
    limits = [f".min_delay = {waiter.min_delay}", f".max_delay = {waiter.max_delay}"]
    if waiter.max_attempts is not None:
        limits.append(f".max_attempts = {waiter.max_attempts}")
    return Header(
        path,
        model.guard(path),
        docs.plain(model.titled(waiter.name)),
        Includes(tuple(sorted(own)), (), ("string_view",)),
        waiter=WaiterType(
            name,
            waiter.name,
            _doc(waiter),
            tuple(parts),
            str(model.qualified(Expr(model.name(operation)), hidden)),
            model.qualified(acceptors, waiters),
            str(model.qualified(Expr("wait_limits"), hidden)),
            ", ".join(limits),
            str(model.qualified(Expr("waiter", (Expr(name),)), ())),
        ),
        scope=f"::{names.WAITERS}",
    )


def _doc(waiter: Waiter) -> Lines:
    said = docs.markdown(waiter.documentation, _WIDTH)
    otherwise = f"Calls `{waiter.operation}` until what it answers means success or failure."
    lines = list(said or docs.wrapped(otherwise, _WIDTH))
    return tuple([*lines, "", "Deprecated."] if waiter.deprecated is not None else lines)


def _acceptor(model: Model, acceptor: Acceptor, hidden: Collection[str], parts: Parts) -> Expr:
    written = Expr(f"{acceptor.state.value}_on", (_matcher(model, acceptor, hidden),))
    source = acceptor.matcher.said.text if isinstance(acceptor.matcher, OutputMatcher) else ""
    return parts.shortened(written, source)


def _matcher(model: Model, acceptor: Acceptor, hidden: Collection[str]) -> Expr:
    match acceptor.matcher:
        case OutputMatcher(path=path) as said if path is not None:
            expected = text_literal(said.expected) if isinstance(said.expected, str) else str(said.expected).lower()
            exchange = (Expr("jmespath::exchange"),) if said.exchange else ()
            steps = cpp_paths.written(model, path.steps, hidden)
            return Expr(_COMPARED[said.compared], (Expr(expected), *exchange, *steps))
        case ErrorMatcher(name=None):
            return Expr("any_error")
        case ErrorMatcher(name=str(name)):
            return Expr("error_named", (Expr(text_literal(name)),))
        case StatusMatcher(status=status):
            return Expr("status_is", (Expr(str(status)),))
    return Expr("any_success")
