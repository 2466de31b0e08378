"""From botocore's model format (C2J) to typed shapes. With the other modules of this name, the only one that knows
the format.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from . import c2j_keys as keys
from .c2j_metadata import read_metadata
from .c2j_operations import OperationReader
from .c2j_pages import read_paginators
from .c2j_reader import C2jReader
from .c2j_shapes import ShapeReader
from .c2j_waiters import read_waiters
from .companions import Companions
from .diagnostics import Report
from .endpoint_rules.read import read_rule_set
from .endpoint_rules.rule_set import RuleSet
from .pagination import Paginator
from .shapes import Service, no_service
from .source import Node, Object, canonical
from .waiters import Waiter


def read_service(root: Node, report: Report, companions: Companions = Companions()) -> Service:
    """Types a model that was parsed; reports what is wrong with it."""
    return _Loader(root, report, companions).service()


class _Loader(C2jReader):
    def __init__(self, root: Node, report: Report, companions: Companions) -> None:
        super().__init__(report)
        self._root = root
        self._companions = companions

    def service(self) -> Service:
        place = self._root.place
        model = self.object(self._root, "", "a service model")
        if not isinstance(self._root.value, Object):
            return no_service(place)
        self.refuse_unknown(model, keys.MODEL, "")
        described = read_metadata(self, self._root, model)
        operations = self.child(model, "operations", place, "")
        shapes = self.child(model, "shapes", place, "")
        shape_reader = ShapeReader(self.report, shapes)
        operation_reader = OperationReader(shape_reader)
        return replace(
            described,
            documentation=self.text(model, "documentation", "") or "",
            digest=self._digest(),
            operations=tuple(operation_reader.operation(e) for e in operations),
            shapes=tuple(shape_reader.shape(e) for e in shapes),
            endpoint_rules=self._endpoint_rules(),
            paginators=self._paginators(operations),
            waiters=self._waiters(operations),
        )

    def _endpoint_rules(self) -> RuleSet | None:
        rules = self._companions.endpoint_rules
        return None if rules is None else read_rule_set(rules, self.report)

    def _paginators(self, operations: Object) -> tuple[Paginator, ...]:
        beside = self._companions.paginators
        return () if beside is None else read_paginators(beside, frozenset(e.key for e in operations), self.report)

    def _waiters(self, operations: Object) -> tuple[Waiter, ...]:
        beside = self._companions.waiters
        return () if beside is None else read_waiters(beside, frozenset(e.key for e in operations), self.report)

    def _digest(self) -> int:
        parts = (self._root, *self._companions.present)
        return int(sha256("\n".join(map(canonical, parts)).encode()).hexdigest()[:16], 16)
