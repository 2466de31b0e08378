"""botocore's `paginators-1.json`, read."""

from __future__ import annotations

from collections.abc import Iterator

from .c2j_keys import PAGINATION, PAGINATOR
from .diagnostics import Place, Report
from .pagination import Paginator, Said
from .reader import Reader
from .source import Array, Entry, Node, Object


def read_paginators(root: Node, operations: frozenset[str], report: Report) -> tuple[Paginator, ...]:
    """What the file says; reports what is malformed, and paginators of operations that are not there."""
    reader = _PaginatorReader(report)
    found = reader.object(root, "", "a file of paginators")
    reader.refuse_unknown(found, PAGINATION, "")
    entries = reader.child(found, "pagination", root.place, "") if isinstance(root.value, Object) else Object(())
    paginators: list[Paginator] = []
    for entry in entries:
        if entry.key in operations:
            paginators.append(reader.paginator(entry))
        else:
            report.add(entry.place, entry.key, "a paginator for an operation that is not there")
    return tuple(paginators)


class _PaginatorReader(Reader):
    def paginator(self, entry: Entry) -> Paginator:
        name = entry.key
        found = self.object(entry.value, name, "a paginator")
        self.refuse_unknown(found, PAGINATOR, name)
        for key in ("input_token", "output_token"):
            if isinstance(entry.value.value, Object) and found.find(key) is None:
                self.report.add(entry.place, name, f"the paginator's '{key}' is missing")
        return Paginator(
            name,
            entry.place,
            tuple(self._texts_of(found, "input_token", name)),
            tuple(self._texts_of(found, "output_token", name)),
            self._text_of(found, "limit_key", name),
            tuple(self._texts_of(found, "result_key", name)),
            self._text_of(found, "more_results", name),
            tuple(self._texts_of(found, "non_aggregate_keys", name)),
        )

    def _texts_of(self, found: Object, key: str, subject: str) -> Iterator[Said]:
        """A text, or each one of an array of them."""
        entry = found.find(key)
        if entry is not None and isinstance(entry.value.value, Array):
            texts: Iterator[tuple[str, Place]] = self.texts(found, key, subject)
            yield from (Said(key, text, place) for text, place in texts)
        elif (said := self._text_of(found, key, subject)) is not None:
            yield said

    def _text_of(self, found: Object, key: str, subject: str) -> Said | None:
        text, entry = self.text(found, key, subject), found.find(key)
        return None if text is None or entry is None else Said(key, text, entry.value.place)
