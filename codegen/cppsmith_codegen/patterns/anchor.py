"""The whole texts that a pattern describes: what its kind of match and its anchors mean."""

from __future__ import annotations

from dataclasses import dataclass

from .chars import ANY
from .syntax import END, START, Chars, Choice, Look, Node, Repeat, Sequence

_ANYTHING = (Repeat(Chars(ANY), 0, None),)
_NOTHING: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Part:
    """A tree that the whole text has to be of; or, negative, must not be of."""

    node: Node
    negative: bool = False


def whole_text(node: Node, *, full_match: bool) -> Node:
    """The tree that every character of a text has to take part in.

    A full match (C2J) is what the tree is; a search (Smithy) has anything around it, but where an anchor
    forbids that: `^a|b$` begins with a, or ends with b.
    """
    around = _NOTHING if full_match else _ANYTHING
    return _anchored(node, around, around)


def parts(node: Node, *, full_match: bool) -> tuple[Part, ...]:
    """The same as several trees, all of which a text has to satisfy: looks ahead from its beginning
    are trees of their own.
    """
    around = _NOTHING if full_match else _ANYTHING
    items, before = _without_starts(_items(node), around)
    looks: list[Part] = []
    while before == _NOTHING and items and isinstance(items[0], Look) and items[0].ahead:
        looks.append(Part(_anchored(items[0].item, _NOTHING, _ANYTHING), items[0].negative))
        items, before = _without_starts(items[1:], _NOTHING)
    return (Part(_anchored(Sequence(items), before, around)), *looks)


def _anchored(node: Node, before: tuple[Node, ...], after: tuple[Node, ...]) -> Node:
    if isinstance(node, Choice):
        return Choice(tuple(_anchored(o, before, after) for o in node.options))
    items = _items(node)
    if len(items) == 1 and isinstance(items[0], Choice):
        return _anchored(items[0], before, after)
    items, before = _without_starts(items, before)
    while items and items[-1] == END:
        items, after = items[:-1], _NOTHING
    return Sequence((*before, *items, *after))


def _items(node: Node) -> tuple[Node, ...]:
    """The items of a sequence, those of sequences at its ends too."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if items and isinstance(items[0], Sequence):
        items = (*_items(items[0]), *items[1:])
    if items and isinstance(items[-1], Sequence):
        items = (*items[:-1], *_items(items[-1]))
    return items


def _without_starts(
    items: tuple[Node, ...], before: tuple[Node, ...]
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    while items and items[0] == START:
        items, before = items[1:], _NOTHING
    return items, before
