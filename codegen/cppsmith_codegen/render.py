"""From headers in C++ terms to their text. The only module that knows Jinja."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from . import layout, table_text
from .ir import Enumeration, Header, HeaderSet, Part
from .literals import text_literal

_ENVIRONMENT = Environment(
    loader=PackageLoader("cppsmith_codegen"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)


@dataclass(frozen=True)
class File:
    """A header's path, relative to the include folder, and its text."""

    path: str
    text: str


def render(headers: HeaderSet) -> tuple[File, ...]:
    """The text of every header."""
    return tuple(File(h.path, _text(headers, h)) for h in headers.headers)


def _text(headers: HeaderSet, header: Header) -> str:
    kind = "service" if header.service else "enumeration" if header.enumeration else "text"
    if header.structs:
        kind = "structure"
    if header.only_includes:
        kind = "includes"
    if header.endpoint_rules:
        kind = "endpoint_rules"
    if header.waiter:
        kind = "waiter"
    template = "operation" if header.operation else kind
    return _ENVIRONMENT.get_template(f"{template}.hpp.j2").render(set=headers, header=header)


def _doc(lines: tuple[str, ...], indent: int = 0) -> str:
    """A `///` comment with its line end; nothing for no documentation."""
    return "".join(f"{' ' * indent}/// {line}".rstrip() + "\n" for line in lines)


def _parts(parts: tuple[Part, ...]) -> str:
    """The constants that an expression is made of, within a struct."""
    declared = (layout.statement(f"static constexpr auto {p.name} =", p.value, ";", 4) for p in parts)
    return "\n".join(_doc(p.doc, 4) + line for p, line in zip(parts, declared, strict=True))


def _described_enum(enumeration: Enumeration) -> str:
    return layout.macro("BOOST_DESCRIBE_ENUM", (enumeration.name, *enumeration.enumerators))


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """An array of pairs of texts."""
    return "{" + ", ".join(f"{{{text_literal(a)}, {text_literal(b)}}}" for a, b in pairs) + "}"


_ENVIRONMENT.filters.update(
    assigned=layout.assigned,
    behind=layout.behind,
    comparison=layout.comparison,
    declared_comparison=layout.declared_comparison,
    declaration=layout.declaration,
    derived=layout.derived,
    described_enum=_described_enum,
    described_struct=layout.described_struct,
    doc=_doc,
    held=layout.held,
    http=layout.http,
    literal=text_literal,
    make=layout.make,
    mixed_models=layout.mixed_models,
    pairs=_pairs,
    parts=_parts,
    pattern_runs=table_text.runs,
    pattern_steps=table_text.steps,
    pattern_table=table_text.table,
    statement=layout.statement,
    trailing_return=layout.trailing_return,
)
