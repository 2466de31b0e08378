"""The documentation of shapes, members and operations, as the lines of a comment."""

from __future__ import annotations

from . import constraints, docs
from .cpp_types import Model
from .ir import Lines
from .layout import LIMIT
from .literals import text_literal
from .shapes import Kind, Member, Shape

_WIDTH = 110  # of a line of documentation, with its indentation and mark
_MARK = len("/// ")
_INDENT = 4


def shape_doc(shape: Shape) -> Lines:
    return said_of(shape.documentation, shape.deprecated)


def attribute(deprecated: str | None, beside: str = "") -> str:
    """`[[deprecated("reason")]]`, without a reason that is too long for a line with what stands beside it; nothing for
    what is not deprecated.
    """
    if deprecated is None:
        return ""
    said = f"[[deprecated({text_literal(docs.plain(deprecated))})]]"
    fits = len(said) <= _WIDTH - _INDENT and len(f"{said} {beside}") <= LIMIT
    return said if deprecated and fits else "[[deprecated]]"


def summary(text: str) -> Lines:
    """One sentence of a file's own."""
    return tuple(docs.wrapped(text, _WIDTH - _MARK))


def said_of(html: str, deprecated: str | None) -> Lines:
    """What a model says of something that stands at the margin."""
    return _doc(html, deprecated, _WIDTH - _MARK)


def member_doc(model: Model, member: Member) -> Lines:
    """The member's documentation, or else that of a type that has no place of its own, and its
    limits.
    """
    width = _WIDTH - _MARK - _INDENT
    target = model.shape(member.target)
    named = target.kind in (Kind.STRUCTURE, Kind.STRING)
    html = member.documentation or ("" if named else target.documentation)
    return _doc(html, member.deprecated, width, constraints.sentence(target))


def _doc(html: str, deprecated: str | None, width: int, limits: str = "") -> Lines:
    lines = list(docs.markdown(html, width))
    if limits:
        lines = list(docs.with_sentence(tuple(lines), limits, width))
    if deprecated is not None:
        reason = docs.plain(deprecated)
        said = f"Deprecated: {reason}" if reason else "Deprecated."
        lines += [*([""] if lines else []), *docs.wrapped(said, width)]
    return tuple(lines)
