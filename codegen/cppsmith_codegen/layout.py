"""Line breaks, where clang-format 19 puts them under the repository's style (LLVM, 130 columns)."""

from __future__ import annotations

from collections.abc import Sequence

from .ir import Expr

LIMIT = 130


def statement(head: str, expr: Expr, tail: str, indent: int) -> str:
    """`using errors = error_list<...>;`, where `head` ends in `=`."""
    return _broken(f"{' ' * indent}{head} ", f"{' ' * indent}{head}\n{' ' * (indent + 4)}", expr, tail)


def _broken(one: str, two: str, expr: Expr, tail: str) -> str:
    """A template behind `one`, or behind `two`, which ends in a line break and an indentation. The way
    with fewer lines wins, and `two` where both have the same, unless all fits on one line."""
    near = one + template(expr, len(one), tail)
    if "\n" not in near:
        return near
    far = two + template(expr, len(two) - two.rindex("\n") - 1, tail)
    return near if near.count("\n") < far.count("\n") and _fits(near) else far


def _fits(text: str) -> bool:
    return all(len(line) <= LIMIT for line in text.split("\n"))


def assigned(head: str, value: str, indent: int) -> str:
    """`head = value`, the value on a line of its own where both do not fit."""
    one = f"{' ' * indent}{head} = {value}"
    if len(one) <= LIMIT:
        return one
    return f"{' ' * indent}{head} =\n{' ' * (indent + 4)}{value}"


def trailing_return(head: str, expr: Expr) -> str:
    """`auto shape_of(Tag const&) -> structure<...>;`"""
    return _broken(f"{head} -> ", f"{head}\n    -> ", expr, ";")


def declaration(type_: Expr, name: str, indent: int) -> str:
    """A member: its type and its name, with initializer and semicolon."""
    one = f"{' ' * indent}{type_} {name}"
    if len(one) <= LIMIT:
        return one
    start = " " * indent
    return f"{start}{template(type_, indent, '')}\n{' ' * (indent + 4)}{name}"


def template(expr: Expr, column: int, tail: str) -> str:
    """`name<args>` with what follows it, from `column` on. The arguments fill lines that begin behind the
    `<`; one that is itself too long is broken in the same way, and each after it begins a line."""
    if not expr.args or column + len(f"{expr}{tail}") <= LIMIT:
        return f"{expr}{tail}"
    begin = column + len(expr.head) + 1
    out, at = f"{expr.head}<", begin
    broken = False
    for index, arg in enumerate(expr.args):
        last = index == len(expr.args) - 1
        after = f">{tail}" if last else ","
        wide = len(f"{arg}{after}")
        if index and (broken or at + 1 + wide > LIMIT):
            out, at = f"{out}\n{' ' * begin}", begin
        elif index:
            out, at = f"{out} ", at + 1
        printed = template(arg, at, after)
        broken = broken or "\n" in printed
        out, at = out + printed, at + wide
    return out


def macro(head: str, args: Sequence[str], tail: str = ")") -> str:
    """`BOOST_DESCRIBE_ENUM(args)`: arguments fill lines that begin behind the `(`."""
    return filled(f"{head}(", args, tail)


def filled(start: str, items: Sequence[str], tail: str) -> str:
    """`start` and the items, separated by commas, in as many lines as they need."""
    begin = len(start)
    out, at = start, begin
    for index, item in enumerate(items):
        last = index == len(items) - 1
        word = item + (tail if last else ",")
        if index and at + 1 + len(word) > LIMIT:
            out, at = f"{out}\n{' ' * begin}{word}", begin + len(word)
        else:
            out, at = f"{out}{' ' if index else ''}{word}", at + len(word) + (1 if index else 0)
    return out if items else start + tail


def described_struct(name: str, members: Sequence[str]) -> str:
    """`BOOST_DESCRIBE_STRUCT(Tag, (), (Key, Value))`"""
    one = f"BOOST_DESCRIBE_STRUCT({name}, (), ({', '.join(members)}))"
    if len(one) <= LIMIT:
        return one
    indent = " " * len("BOOST_DESCRIBE_STRUCT(")
    return f"BOOST_DESCRIBE_STRUCT({name}, (),\n" + filled(f"{indent}(", members, "))")


def comparison(name: str) -> str:
    """The defaulted comparison of a struct, `==` with it."""
    head = "    friend auto operator<=>("
    one = f"{head}{name} const&, {name} const&) = default;"
    if len(one) <= LIMIT:
        return one
    return f"{head}{name} const&,\n{' ' * len(head)}{name} const&) = default;"


def http(type_: str, method: str, uri: str, status: int) -> str:
    """The constant that binds an operation to HTTP."""
    head = f"    static constexpr {type_} http{{"
    fields = (f".method = {method}", f".uri = {uri}", f".status = {status}")
    one = f"{head}{', '.join(fields)}}};"
    two = f"{' ' * 8}{', '.join(fields)}}};"
    if len(one) <= LIMIT:
        return one
    if len(two) <= LIMIT:
        return f"{head}\n{two}"
    return head + "\n" + ",\n".join(" " * 8 + f for f in fields) + "};"


def mixed_models(path: str, service: str) -> str:
    """The `#error` of two models in one namespace, with as much of the files' names as a line holds."""
    file, short = path.rsplit("/", 1)[-1], service.rsplit("/", 1)[-1]
    ways = (
        f'#error "{path} and {service} were generated from different models"',
        f'#error "{file} and {short} were generated from different models"',
        f'#error "generated from a model that is not the one of {short}"',
    )
    return next((w for w in ways if len(w) <= LIMIT), ways[-1])
