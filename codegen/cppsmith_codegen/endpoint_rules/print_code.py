"""Statements as text, with the line breaks of clang-format 19 under the repository's style."""

from __future__ import annotations

from collections.abc import Iterator

from ..layout import LIMIT, filled
from ..literals import text_literal
from .code import Block, Code, Function, If, Let, Line, Listed, Part, Scope, Statement

_STEP = 4
_PIECE = 60  # how long a piece of a text gets where it has to be broken


def function(made: Function, indent: int) -> tuple[str, ...]:
    """A function's lines."""
    start = " " * indent
    arguments = ["Rules& rules", "parameters const& p" if made.uses_parameters else "parameters const&"]
    arguments += [f"auto const& {v}" for v in made.variables]
    head = f"{start}template <class Rules> static constexpr typename Rules::outcome {made.name}("
    one = f"{head}{', '.join(arguments)}) {{"
    if len(one) > LIMIT:
        below = f"{start}static constexpr typename Rules::outcome {made.name}("
        one = f"{start}template <class Rules>\n{filled(below, arguments, ') {')}"
    return braced(one, tuple(_block(made.body, indent + _STEP)), start)


def braced(head: str, body: tuple[str, ...], start: str) -> tuple[str, ...]:
    """A function, in one line where it fits."""
    one = f"{head} {body[0].lstrip()} }}" if len(body) == 1 else ""
    if body and (not one or len(one) > LIMIT or "\n" in one):
        return (*head.split("\n"), *body, f"{start}}}")
    return (one or f"{head}}}",)


def _block(block: Block, indent: int) -> Iterator[str]:
    for statement in block:
        yield from _statement(statement, indent)


def _statement(statement: Statement, indent: int) -> Iterator[str]:
    start = " " * indent
    match statement:
        case If():
            yield from _if(statement, indent)
        case Let():
            yield f"{start}{statement.head} = {statement.value};"
        case Listed():
            yield from _listed(statement, indent)
        case Line(code):
            yield f"{start}{code}"
        case Part(name, variables):
            arguments = ("rules", "p", *variables)
            yield from filled(f"{start}return {name}(", arguments, ");").split("\n")
        case Scope(body):
            yield f"{start}{{"
            yield from _block(body, indent + _STEP)
            yield f"{start}}}"


def _if(statement: If, indent: int) -> Iterator[str]:
    statement = _with_short_head(statement, indent)
    body = tuple(_block(statement.body, indent + _STEP))
    if len(statement.body) > 1 or isinstance(statement.body[0], If | Let | Scope):
        yield from _head(statement, indent, ") {")
        yield from body
        yield f"{' ' * indent}}}"
        return
    head = tuple(_head(statement, indent, ")"))
    one = f"{head[-1]} {body[0].lstrip()}"
    if len(head) == 1 and len(body) == 1 and len(one) <= LIMIT:
        yield one
        return
    yield from head
    yield from body


def _with_short_head(statement: If, indent: int) -> If:
    """A declaration whose tests would need more than a line leaves all but the first to an `if` within."""
    let, tests = statement.let, statement.tests
    width = indent + _STEP + len(" && ".join(map(str, tests))) + len(") {")
    if let is None or len(tests) < 2 or width <= LIMIT:
        return statement
    return If(let, tests[:1], (If(None, tests[1:], statement.body),))


def _head(statement: If, indent: int, tail: str) -> Iterator[str]:
    """`if (let; tests)`, in as many lines as it needs."""
    start, tests = " " * indent, statement.tests
    if statement.let is None:
        yield from _tests(f"{start}if (", tests, tail)
        return
    let = statement.let
    declared = f"{start}if ({let.head} = {let.value}"
    if len(tests) == 1 and tests[0].text == let.name:
        yield f"{declared}{tail}"
        return
    joined = " && ".join(map(str, tests))
    one = f"{declared}; {joined}{tail}"
    if len(one) <= LIMIT:
        yield one
    else:
        yield f"{declared};"
        yield f"{start}    {joined}{tail}"


def _tests(start: str, tests: tuple[Code, ...], tail: str) -> Iterator[str]:
    indent, line = len(start), start
    for index, test in enumerate(tests):
        word = f"{test}{tail if index == len(tests) - 1 else ' &&'}"
        if index and len(line) + 1 + len(word) > LIMIT:
            yield line
            line = f"{' ' * indent}{word}"
        else:
            line += f"{' ' if index else ''}{word}"
    yield line


def _listed(statement: Listed, indent: int) -> Iterator[str]:
    """A call with a list; a text that is too long for a line is broken between words."""
    opened = statement.head.endswith(", ")
    head = f"{' ' * indent}{statement.head}{'' if opened else '('}{{"
    items = tuple(map(str, statement.items))
    one = f"{head}{', '.join(items)}}});"
    if len(one) <= LIMIT:
        yield one
    elif not opened and len(below := f"{' ' * (indent + _STEP)}{{{', '.join(items)}}});") <= LIMIT:
        yield head[:-1]
        yield below
    elif statement.is_text:
        yield from filled(head, tuple(_broken(items)), "});").split("\n")
    else:
        rows = f",\n{' ' * len(head)}".join((f"{head}{items[0]}", *items[1:]))
        yield from f"{rows}}});".split("\n")


def _broken(items: tuple[str, ...]) -> Iterator[str]:
    for item in items:
        if not item.startswith('"') or len(item) <= _PIECE or "\\" in item:
            yield item
            continue
        piece = ""
        for word in item[1:-1].split(" "):
            if piece and len(piece) + len(word) > _PIECE:
                yield text_literal(piece)
                piece = ""
            piece += f"{word} "
        yield text_literal(piece[:-1])
