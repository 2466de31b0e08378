"""Patterns of two dialects, made comparable: what a whole text has to look like."""

from __future__ import annotations

import re

# Escaped characters, classes and what else may stand in a pattern, one token each.
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)


def whole_match(pattern: str, *, is_search: bool) -> str:
    """The pattern in C2J's sense, where a match is a full one, without anchors that say so again.

    A search that cannot be put this way is told from a full match by the words around it.
    """
    body = _between_anchors(pattern)
    if body is not None:
        return body
    return f"{pattern} (anywhere)" if is_search else pattern


def _between_anchors(pattern: str) -> str | None:
    """What stands between `^` and `$`, if they hold for the whole: in `^a|b$` they do not."""
    tokens = _TOKEN.findall(pattern)
    if len(tokens) < 2 or tokens[0] != "^" or tokens[-1] != "$":
        return None
    depth = 0
    for token in tokens:
        depth += (token == "(") - (token == ")")
        if token == "|" and depth == 0:
            return None
    return "".join(tokens[1:-1])
