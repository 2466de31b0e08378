"""String shapes as C++ types: their constraints, their patterns, and the words for both."""

from __future__ import annotations

from dataclasses import dataclass

from . import constraints, docs, names
from .cpp_types import Model
from .ir import Alias, Expr, Lines, Pattern
from .literals import text_literal
from .patterns.compile import Characters, Compiled, Everything
from .patterns.syntax import Inexpressible
from .shapes import Shape


@dataclass(frozen=True)
class TextType:
    """A string shape's alias, and the tables of its pattern where it has any."""

    alias: Alias
    pattern: Pattern | None


def text_type(model: Model, shape: Shape, doc: Lines) -> TextType:
    """The type of a string shape that is no enumeration."""
    name = model.name(shape)
    traits = [Expr("sensitive")] if shape.sensitive else []
    traits += constraints.length(constraints.without_vacuous_limits(shape))
    tables: Pattern | None = None
    said: Lines = ()
    source = constraints.checked_pattern(shape)
    if source is not None:
        quoted = docs.quoted(source)
        try:
            made = model.patterns.compiled(source, full_match=not shape.pattern_is_search)
            traits += _trait(made, name)
            tables = _tables(made, name, source)
            said = (f"Pattern: {quoted}",) if not isinstance(made, Everything) else ()
        except Inexpressible as reason:
            said = (f"Pattern, not checked because of {docs.plain(str(reason))}: {quoted}",)
    lines = (*doc, "", *said) if doc and said else (*doc, *said)
    text = Expr("text", (Expr(text_literal(shape.name)), *traits))
    return TextType(Alias(name, lines, model.qualified(text, ())), tables)


def _trait(made: Compiled, name: str) -> list[Expr]:
    if isinstance(made, Everything):
        return []
    if not isinstance(made, Characters):
        return [Expr("pattern", (Expr(f"{names.PATTERNS}::{name}"),))]
    low, high = made.ascii & (2**64 - 1), made.ascii >> 64
    args = [f"0x{low:x}", f"0x{high:x}"]
    rest = [str(made.others).lower(), str(made.min)] + ([] if made.max is None else [str(made.max)])
    if made.min == 0 and made.max is None:
        rest = rest[:1] if made.others else []
    return [Expr("characters", tuple(Expr(a) for a in (*args, *rest)))]


def _tables(made: Compiled, name: str, source: str) -> Pattern | None:
    if isinstance(made, Everything | Characters):
        return None
    return Pattern(name, source, made.tables)
