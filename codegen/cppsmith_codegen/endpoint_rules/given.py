"""What operations and members give to the parameters of endpoint rules: `staticContextParams`,
`operationContextParams` and `contextParam`, which C2J and Smithy write alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Place
from ..jmespath.parse import parse
from ..jmespath.syntax import Node as Path
from ..jmespath.syntax import SyntaxFault
from ..keys import keys
from ..reader import Reader
from ..source import Entry, Object
from .read import constant
from .rule_set import Constant


@dataclass(frozen=True)
class StaticParameter:
    """A parameter that has always the same value for an operation."""

    name: str
    value: Constant
    place: Place


@dataclass(frozen=True)
class PathParameter:
    """A parameter that is taken from an operation's input."""

    name: str
    path: Path
    text: str
    place: Place


Given = StaticParameter | PathParameter


def static_parameters(reader: Reader, found: Entry | None, subject: str) -> Iterator[StaticParameter]:
    """Those of an operation."""
    for entry in _entries(reader, found, subject):
        said = _object(reader, entry, subject, "value")
        value = said.find("value")
        made = constant(value.value) if value is not None else None
        if made is None:
            what = "must have a 'value', a string, a boolean or an array of strings"
            reader.report.add(entry.place, subject, f"'{entry.key}' {what}")
        else:
            yield StaticParameter(entry.key, made, entry.place)


def path_parameters(reader: Reader, found: Entry | None, subject: str) -> Iterator[PathParameter]:
    """Those of an operation."""
    for entry in _entries(reader, found, subject):
        said = _object(reader, entry, subject, "path")
        text = reader.needed_text(said, "path", entry.place, subject)
        if not text:
            continue
        try:
            yield PathParameter(entry.key, parse(text), text, entry.place)
        except SyntaxFault as fault:
            reader.report.add(entry.place, subject, f"the path '{text}' is no JMESPath expression: {fault.message}")


def context_parameter(reader: Reader, found: Entry | None, subject: str) -> str | None:
    """The parameter that a member gives its value to."""
    if found is None:
        return None
    said = _object(reader, found, subject, "name")
    return reader.needed_text(said, "name", found.place, subject) or None


def _entries(reader: Reader, found: Entry | None, subject: str) -> Iterator[Entry]:
    if found is not None:
        yield from reader.object(found.value, subject, f"'{found.key}'")


def _object(reader: Reader, entry: Entry, subject: str, key: str) -> Object:
    said = reader.object(entry.value, subject, f"'{entry.key}'")
    reader.refuse_unknown(said, keys(key, "documentation"), subject)
    return said
