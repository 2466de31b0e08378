"""A difference of two models as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .diff_changes import Change, Difference, Scope, Section, Severity
from .shapes import Service

FORMAT = 1  # of the JSON; changes when a key changes its meaning or goes

_NAMED = 4  # operations that a heading of the text names at most


def as_text(difference: Difference) -> Iterator[str]:
    """Lines: a summary, and then a heading for each thing that changed, with a line a change."""
    return (_printable(line) for line in _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    for side, service in (("old", difference.old), ("new", difference.new)):
        yield f"{side}: {service.id} {service.api_version} ({service.file})"
    counts = ", ".join(f"{difference.count(s)} {s.value}" for s in Severity)
    count = len(difference.operations)
    operations = f"{count} operation{'' if count == 1 else 's'} compared"
    yield f"{operations}: {counts}" if difference.sections else f"{operations}: no change"
    heading = ""
    for section in difference.sections:
        if _heading(section) != heading:
            heading = _heading(section)
            yield from ("", heading)
        for change in section.changes:
            yield f"  {change.severity.value}: {_line(section, change)}"


def as_json(difference: Difference) -> str:
    """One object; `model/README.md` describes its keys."""
    return json.dumps(
        {
            "format": FORMAT,
            "old": _model(difference.old),
            "new": _model(difference.new),
            "operations": difference.operations,
            "counts": {s.value: difference.count(s) for s in Severity},
            "changes": [_change(s, c) for s in difference.sections for c in s.changes],
        },
        indent=1,
    )


def _model(service: Service) -> dict[str, str]:
    return {
        "file": service.file,
        "service": service.id,
        "api_version": service.api_version,
        "digest": f"{service.digest:016x}",
    }


def _change(section: Section, change: Change) -> dict[str, object]:
    return {
        "scope": section.scope.value,
        "name": section.name,
        "old_name": section.old or None,
        "new_name": section.new or None,
        "path": change.path,
        "facet": change.facet,
        "effect": change.effect.value,
        "severity": change.severity.value,
        "old": change.old,
        "new": change.new,
        "note": change.note,
        "operations": section.operations,
        "uses": [u.value for u in section.uses],
    }


def _heading(section: Section) -> str:
    if section.scope is Scope.OPERATION:
        return "operations"
    head = f"{section.scope.value} {section.name}"
    if section.scope is Scope.SERVICE:
        return head
    named = ", ".join(section.operations[:_NAMED])
    more = len(section.operations) - _NAMED
    where = " and ".join(u.value for u in section.uses)
    return f"{head}, in the {where} of {named}" + (f" and {more} more" if more > 0 else "")


def _line(section: Section, change: Change) -> str:
    """`TemplateName: length 1..36 -> 1..64 (loosened)`"""
    dot = "." if change.path and change.path[0] not in "[{" else ""
    subject = f"{section.name}{dot}{change.path}"
    values = " -> ".join(dict.fromkeys(v for v in (change.old, change.new) if v is not None))
    said = f"{change.facet} {values}" if values else change.facet
    note = f"; {change.note}" if change.note else ""
    return f"{subject}: {said} ({change.effect.value}{note})"


def _printable(line: str) -> str:
    """The line in ASCII, whatever a model holds."""
    return "".join(c if " " <= c <= "~" else ascii(c)[1:-1] for c in line)
