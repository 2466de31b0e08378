"""Template strings: `https://{Region}.{partition#dnsSuffix}`, with `{{` and `}}` for braces."""

from __future__ import annotations

import re

from ..diagnostics import Place
from .rule_set import Call, Ref, Template

_PARTS = re.compile(r"(?P<text>(?:[^{}]|\{\{|\}\})+)|\{(?P<name>[^{}#]+)(?:#(?P<path>[^{}#]+))?\}")
_NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")


def is_name(text: str) -> bool:
    """Whether a parameter or a variable may have this name."""
    return bool(_NAME.fullmatch(text))


def template(text: str, place: Place) -> Template | None:
    """The parts of a template; nothing where it is malformed."""
    parts: list[str | Ref | Call] = []
    at = 0
    while at < len(text):
        part = _PARTS.match(text, at)
        if part is None:
            return None
        at = part.end()
        if part["text"] is not None:
            parts.append(part["text"].replace("{{", "{").replace("}}", "}"))
        elif not is_name(part["name"]):
            return None
        else:
            parts.append(attribute(Ref(part["name"], place), part["path"], place))
    return Template(tuple(parts), place)


def attribute(ref: Ref, path: str | None, place: Place) -> Ref | Call:
    """What `{ref#path}` stands for."""
    if path is None:
        return ref
    return Call("getAttr", (ref, Template((path,), place)), place)
