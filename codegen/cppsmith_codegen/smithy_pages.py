"""Smithy's trait `paginated`, read."""

from __future__ import annotations

from collections.abc import Iterable

from .diagnostics import Report
from .keys import keys
from .pagination import Paginator, Said
from .smithy_reader import API, SmithyReader, local
from .source import Entry, Object

_PAGINATED = f"{API}paginated"
_KEYS = keys("inputToken outputToken items pageSize")


def read_paginators(service: Object, operations: Iterable[Entry], report: Report) -> tuple[Paginator, ...]:
    """The paginators of operations; `service` has the traits that say what an operation does not say itself."""
    reader = _PaginatorReader(report)
    return tuple(p for o in operations if (p := reader.paginator(o, service)) is not None)


class _PaginatorReader(SmithyReader):
    def paginator(self, entry: Entry, service: Object) -> Paginator | None:
        name = local(entry.key)
        traits = self.traits(self.object(entry.value, name, "an operation"), name)
        trait = traits.find(_PAGINATED)
        if trait is None:
            return None
        own = self.optional_object(traits, _PAGINATED, name)
        common = self.optional_object(service, _PAGINATED, "the service")
        self.refuse_unknown(own, _KEYS, name)
        said = {e.key: e for e in common} | {e.key: e for e in own}
        both = Object(tuple(said.values()))
        tokens = [self._said(both, key, name) for key in ("inputToken", "outputToken")]
        for key, found in zip(("inputToken", "outputToken"), tokens, strict=True):
            if found is None:
                self.report.add(trait.place, name, f"the paginator's '{key}' is missing")
        into, given = tokens
        items = self._said(both, "items", name)
        return Paginator(
            name,
            trait.place,
            () if into is None else (into,),
            () if given is None else (given,),
            self._said(both, "pageSize", name),
            () if items is None else (items,),
        )

    def _said(self, found: Object, key: str, subject: str) -> Said | None:
        text, entry = self.text(found, key, subject), found.find(key)
        return None if text is None or entry is None else Said(key, text, entry.place)
