"""Line breaks, where clang-format 19 puts them under the repository's style (LLVM, 130 columns)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .ir import Alternative, Expr, Struct, Union
from .literals import text_literal

LIMIT = 130


def statement(head: str, expr: Expr, tail: str, indent: int) -> str:
    """`using errors = error_list<...>;`, where `head` ends in `=`."""
    return _broken(f"{' ' * indent}{head}", "", expr, tail, indent + 4)


def trailing_return(head: str, expr: Expr) -> str:
    """`auto shape_of(Tag const&) -> structure<...>;`"""
    return _broken(head, "-> ", expr, ";", 4)


def _broken(head: str, mark: str, expr: Expr, tail: str, indent: int) -> str:
    """The cheapest of three ways: the template behind the head; on a line of its own, which is
    best where they are equal; or with all its arguments on lines of their own, which has to save
    two lines."""
    near, far = f"{head} {mark}", f"{' ' * indent}{mark}"
    one = near + template(expr, len(near), tail)
    if "\n" not in one and _fits(one):
        return one
    ways = [(2, one), (0, f"{head}\n{far}{template(expr, len(far), tail)}")]
    if expr.args:
        arguments = _arguments(expr.args, indent, f">{tail}")
        ways.append((5, f"{near}{expr.head}<\n{' ' * indent}{arguments}"))
    fitting = [way for way in ways if _fits(way[1])]
    return min(fitting or ways[1:2], key=lambda way: way[0] + 4 * _lines(way[1]))[1]


def _fits(text: str) -> bool:
    return all(len(line) <= LIMIT for line in text.split("\n"))


def _lines(text: str) -> int:
    """The number of line breaks; one within an argument counts twice."""
    depth = breaks = 0
    for line in text.split("\n")[:-1]:
        depth += line.count("<") - line.count(">") + line.count("->")
        breaks += 1 + (depth > 1)
    return breaks


def assigned(head: str, value: str, indent: int) -> str:
    """`head = value`, the value on a line of its own where both do not fit."""
    one = f"{' ' * indent}{head} = {value}"
    if len(one) <= LIMIT:
        return one
    return f"{' ' * indent}{head} =\n{' ' * (indent + 4)}{value}"


def declaration(type_: Expr, name: str, indent: int) -> str:
    """A member: its type and its name, with initializer and semicolon."""
    one = f"{' ' * indent}{type_} {name}"
    if len(one) <= LIMIT:
        return one
    start = " " * indent
    return f"{start}{template(type_, indent, '')}\n{' ' * (indent + 4)}{name}"


def template(expr: Expr, column: int, tail: str) -> str:
    """`name<args>` with what follows it, from `column` on, its arguments on lines that begin
    behind the `<`.
    """
    if not expr.args or column + len(f"{expr}{tail}") <= LIMIT:
        return f"{expr}{tail}"
    return f"{expr.head}<{_arguments(expr.args, column + len(expr.head) + 1, f'>{tail}')}"


def _arguments(args: Sequence[Expr], begin: int, tail: str) -> str:
    """Arguments that fill lines from the column `begin` on. One that is itself too long for a line
    is broken within (the last where it stands, if that works), and each after it begins a line."""
    out, at, broken = "", begin, False
    for index, arg in enumerate(args):
        last = index == len(args) - 1
        after = tail if last else ","
        wide = len(f"{arg}{after}")
        here = " " * (at + 1) + template(arg, at + 1, after)
        breaks_here = last and begin + wide > LIMIT and _fits(here)
        if index and (broken or (at + 1 + wide > LIMIT and not breaks_here)):
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


def declared_comparison(name: str) -> str:
    """The comparisons of a struct that contains itself, as they stand in it."""
    return "\n".join(_comparison("    friend constexpr", name))


def behind(struct: Struct | Union) -> str:
    """What is defined only where all that contains itself is complete: comparisons, and functions that make a union."""
    if isinstance(struct, Struct):
        return "\n".join(_comparison("constexpr", struct.name, struct.compared_by))
    return "\n".join(_defined_make(struct, a, i) for i, a in enumerate(struct.alternatives))


def _comparison(head: str, name: str, compared_by: Sequence[str] = ()) -> Iterator[str]:
    """`==` and `<=>`, defined by these functions or only declared."""
    for index, result in enumerate(("bool operator==", "std::partial_ordering operator<=>")):
        start = f"{head} {result}("
        a, b = (" a", " b") if compared_by else ("", "")
        body = f" {{ return {compared_by[index]}(a, b); }}" if compared_by else ";"
        one = f"{start}{name} const&{a}, {name} const&{b})"
        if not _fits(f"{one} {{" if compared_by else f"{one};"):
            one = f"{start}{name} const&{a},\n{' ' * len(start)}{name} const&{b})"
        wide = compared_by and not _fits(one + body)
        yield f"{one} {{\n    return {compared_by[index]}(a, b);\n}}" if wide else one + body


def _defined_make(union: Union, alternative: Alternative, index: int) -> str:
    name = f"{union.name}::{alternative.name}("
    return _function(f"constexpr {union.name}", name, f"{alternative.type} value)", _made(index), 0)


def derived(union: Union) -> str:
    """`class Choice : public tagged_union<...> {`"""
    near, far = f"class {union.name} : public ", "    : public "
    one = f"{near}{union.base} {{"
    if _fits(one):
        return one
    behind = near + template(union.base, len(near), " {")
    below = f"class {union.name}\n{far}{template(union.base, len(far), ' {')}"
    fitting = [way for way in (below, behind) if _fits(way)]
    return min(fitting or [below], key=lambda way: way.count("\n"))


def make(union: Union, alternative: Alternative, index: int) -> str:
    """The function that makes a union with one of its alternatives; only declared where that is not complete yet."""
    body = "" if union.recursive else _made(index)
    attribute = f"{alternative.attribute} " if alternative.attribute else ""
    result = f"{attribute}static constexpr {union.self}"
    return _function(result, f"{alternative.name}(", f"{alternative.type} value)", body)


def held(alternative: Alternative, index: int) -> str:
    """The function that gives an alternative's value."""
    result = f"constexpr {alternative.type} const*"
    return _function(result, f"{alternative.name}(", ") const noexcept", f"return at<{index}>();")


def _made(index: int) -> str:
    return f"return {{std::in_place_index<{index}>, std::move(value)}};"


def _function(result: str, name: str, rest: str, body: str, indent: int = 4) -> str:
    """A function: on one line; or with its body on another; or with its name on a line of its own, or its argument.
    Without a body it is only declared.
    """
    start = " " * indent
    rest = f"{rest} {{" if body else f"{rest};"
    near = f"{start}{result} {name}{rest}"
    one = f"{near} {body} }}" if body else near
    if _fits(one):
        return one
    ways = (near, f"{start}{result}\n{start}{name}{rest}", f"{start}{result} {name}\n{start}    {rest}")
    head = next((way for way in ways if _fits(way)), ways[-1])
    return f"{head}\n{start}    {body}\n{start}}}" if body else head


def http(type_: str, method: str, uri: str, status: int, host_prefix: str = "") -> str:
    """The constant that binds an operation to HTTP."""
    head = f"    static constexpr {type_} http{{"
    rest = [f".status = {status}"] + ([f".host_prefix = {text_literal(host_prefix)}"] if host_prefix else [])
    fields = (f".method = {method}", f".uri = {uri}", *rest)
    for start in (head, f"{head}\n{' ' * 8}"):
        if _fits(one := f"{start}{', '.join(fields)}}};"):
            return one
    ways = [
        f",\n{' ' * begin}".join((f"{start}.method = {method}", address, *rest)) + "};"
        for start, begin in ((head, len(head)), (f"{head}\n{' ' * 8}", 8))
        for address in (f".uri = {uri}", f".uri =\n{' ' * (begin + 4)}{uri}")
    ]
    return next((way for way in ways if _fits(way)), ways[-1])


def mixed_models(path: str, service: str) -> str:
    """The `#error` of two models in one namespace, with as much of the files' names as a line
    holds.
    """
    file, short = path.rsplit("/", 1)[-1], service.rsplit("/", 1)[-1]
    ways = (
        f'#error "{path} and {service} were generated from different models"',
        f'#error "{file} and {short} were generated from different models"',
        f'#error "generated from a model that is not the one of {short}"',
    )
    return next((w for w in ways if len(w) <= LIMIT), ways[-1])
