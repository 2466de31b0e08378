"""From JMESPath's tree to steps over a model's shapes. An expression that asks for what is not there is
refused, and so is one whose value has no type in C++.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..shapes import Service
from . import syntax
from .parse import parse
from .plan import Step, Steps, ToMember, one
from .syntax import Over
from .types import BOOLEAN, NULL, NUMBER, TEXT, Sort, Type, common, element_of, list_of, type_of

_COMPARISONS = {
    "==": "equal", "!=": "different", "<": "less", "<=": "at_most", ">": "greater", ">=": "at_least"
}
_PROJECTIONS = {
    Over.ELEMENTS: "each", Over.FLAT: "flatten", Over.VALUES: "values_of", Over.MATCHING: "filter",
    Over.SLICE: "slice",
}
_NOT_YET = frozenset(
    "abs avg ceil floor join map max max_by merge min min_by reverse sort sort_by sum to_array to_number"
    " to_string type".split()
)
_SCALARS = (Sort.TEXT, Sort.NUMBER, Sort.BOOLEAN)


class TypeFault(Exception):
    """Why an expression cannot be compiled against the shapes."""


@dataclass(frozen=True)
class Path:
    """An expression with its type, ready to be written as C++."""

    source: str
    type: Type
    steps: Steps


def compiled(service: Service, source: str, of: Type) -> Path:
    """An expression over a value of a type. Raises `SyntaxFault` or `TypeFault`."""
    found, steps = _Typer(service).value(parse(source), of)
    return Path(source, found, steps)


class _Typer:
    def __init__(self, service: Service) -> None:
        self._service = service

    def value(self, node: syntax.Node, of: Type) -> tuple[Type, Steps]:
        """The type of a node's value, and the steps to it from a value of type `of`."""
        match node:
            case syntax.Current():
                return of, ()
            case syntax.Field(name=name):
                return self._field(name, of)
            case syntax.Literal(value=said):
                return _literal(said)
            case syntax.Index(index=index):
                if of.sort is not Sort.LIST:
                    raise TypeFault(f"[{index}] is asked of {of}")
                return element_of(self._service, of), (Step("at", (index,)),)
            case syntax.Sub(left=left, right=right):
                between, begin = self.value(left, of)
                found, rest = self.value(right, between)
                return found, (*begin, *rest)
            case syntax.Projection():
                return self._projection(node, of)
            case syntax.MultiList(items=items):
                return self._list(items, of)
            case syntax.Or(left=left, right=right):
                return self._either("either", left, right, of)
            case syntax.And(left=left, right=right):
                return self._either("both", left, right, of)
            case syntax.Not(inner=inner):
                return BOOLEAN, (Step("negated", (self._truth(inner, of),)),)
            case syntax.Comparison():
                return self._comparison(node, of)
            case syntax.Call():
                return self._call(node, of)
            case syntax.MultiHash():
                raise TypeFault("a hash of expressions is not supported")
        raise TypeFault("an expression as an argument is not supported here")

    def _one(self, node: syntax.Node, of: Type) -> tuple[Type, ToMember | Step]:
        found, steps = self.value(node, of)
        return found, one(steps)

    def _truth(self, node: syntax.Node, of: Type) -> ToMember | Step:
        """A node of whose value only that counts: whether it is true, in JMESPath's sense."""
        if isinstance(node, syntax.Or | syntax.And):
            head = "either" if isinstance(node, syntax.Or) else "both"
            return Step(head, (self._truth(node.left, of), self._truth(node.right, of)))
        return self._one(node, of)[1]

    def _field(self, name: str, of: Type) -> tuple[Type, Steps]:
        shape = of.shape
        if of.sort is Sort.EXCHANGE and name in ("input", "output"):
            return of.inner[name == "output"], (Step(name),)
        if shape is not None and of.sort is Sort.MAP:
            return element_of(self._service, of), (Step("key", (name,)),)
        if shape is None or of.sort not in (Sort.STRUCTURE, Sort.UNION):
            raise TypeFault(f"the member '{name}' is asked of {of}")
        for index, member in enumerate(shape.members):
            if member.name == name:
                found = type_of(self._service, member.target)
                in_union = of.sort is Sort.UNION
                return found, ((Step("alternative", (index,)) if in_union else ToMember(shape.name, name)),)
        raise TypeFault(f"'{shape.name}' has no member '{name}'")

    def _projection(self, node: syntax.Projection, of: Type) -> tuple[Type, Steps]:
        left, begin = self.value(node.left, of)
        wanted = Sort.MAP if node.over is Over.VALUES else Sort.LIST
        if left.sort is not wanted:
            raise TypeFault(f"'{node.over.value}' is asked of {left}")
        element = element_of(self._service, left)
        if node.over is Over.FLAT and element.sort is Sort.LIST:
            element = element_of(self._service, element)
        first: tuple[Step | int | ToMember, ...] = ()
        if node.condition is not None:
            first = (self._truth(node.condition, element),)
        if node.over is Over.SLICE:
            first = tuple(Step("none") if n is None else n for n in node.slice)
        found, each = self.value(node.each, element)
        return list_of(found), (*begin, Step(_PROJECTIONS[node.over], (*first, *each)))

    def _list(self, items: tuple[syntax.Node, ...], of: Type) -> tuple[Type, Steps]:
        found = [self._one(item, of) for item in items]
        element = NULL
        for type_, _ in found:
            both = common(self._service, element, type_)
            if both is None:
                raise TypeFault(f"a list of {element} and {type_} is not supported")
            element = both
        return list_of(element), (Step("list", tuple(step for _, step in found)),)

    def _either(self, head: str, left: syntax.Node, right: syntax.Node, of: Type) -> tuple[Type, Steps]:
        (one_type, first), (other_type, second) = self._one(left, of), self._one(right, of)
        both = common(self._service, one_type, other_type)
        if both is None:
            raise TypeFault(f"what is {one_type} or {other_type} is not supported")
        return both, (Step(head, (first, second)),)

    def _comparison(self, node: syntax.Comparison, of: Type) -> tuple[Type, Steps]:
        (left, first), (right, second) = self._one(node.left, of), self._one(node.right, of)
        sorts = {left.sort, right.sort}
        equality = node.operator in ("==", "!=")
        with_null = equality and Sort.NULL in sorts
        alike = len(sorts) == 1 and left.sort in (_SCALARS if equality else (Sort.NUMBER,))
        if not with_null and not alike:
            raise TypeFault(f"{left} {node.operator} {right} is not supported")
        return BOOLEAN, (Step(_COMPARISONS[node.operator], (first, second)),)

    # ---- functions

    def _call(self, node: syntax.Call, of: Type) -> tuple[Type, Steps]:
        if node.name in _NOT_YET:
            raise TypeFault(f"the function '{node.name}' is not supported yet")
        if node.name not in _FUNCTIONS:
            raise TypeFault(f"there is no function '{node.name}'")
        arity, result = _FUNCTIONS[node.name]
        if len(node.arguments) != arity if arity else not node.arguments:
            raise TypeFault(f"the function '{node.name}' takes {arity or 'one or more'} arguments")
        found = [self._one(argument, of) for argument in node.arguments]
        made = result(self._service, [type_ for type_, _ in found])
        if made is None:
            said = ", ".join(str(type_) for type_, _ in found)
            raise TypeFault(f"the function '{node.name}' does not take {said}")
        return made, (Step(node.name, tuple(step for _, step in found)),)


def _literal(said: syntax.Json) -> tuple[Type, Steps]:
    match said:
        case None:
            return NULL, (Step("null"),)
        case bool():
            return BOOLEAN, (Step("boolean", (said,)),)
        case int():
            return NUMBER, (Step("number", (said,)),)
        case str():
            return TEXT, (Step("text", (said,)),)
    what = {float: "a number with a fraction", list: "a list"}.get(type(said), "an object")
    raise TypeFault(f"{what} as a literal is not supported")


Types = list[Type]


def _length(_: Service, of: Types) -> Type | None:
    return NUMBER if of[0].sort in (Sort.TEXT, Sort.LIST, Sort.MAP) else None


def _contains(service: Service, of: Types) -> Type | None:
    where, what = of
    inside = where if where.sort is Sort.TEXT else None
    if where.sort is Sort.LIST:
        inside = element_of(service, where)
    fine = inside is not None and inside.sort is what.sort and what.sort in _SCALARS
    return BOOLEAN if fine else None


def _of_texts(_: Service, of: Types) -> Type | None:
    return BOOLEAN if all(t.sort is Sort.TEXT for t in of) else None


def _keys(_: Service, of: Types) -> Type | None:
    return list_of(TEXT) if of[0].sort is Sort.MAP else None


def _values(service: Service, of: Types) -> Type | None:
    return list_of(element_of(service, of[0])) if of[0].sort is Sort.MAP else None


def _not_null(service: Service, of: Types) -> Type | None:
    found: Type | None = NULL
    for type_ in of:
        found = None if found is None else common(service, found, type_)
    return found


# How many arguments each takes (0: one or more), and what it gives.
_FUNCTIONS: dict[str, tuple[int, Callable[[Service, Types], Type | None]]] = {
    "contains": (2, _contains),
    "ends_with": (2, _of_texts),
    "keys": (1, _keys),
    "length": (1, _length),
    "not_null": (0, _not_null),
    "starts_with": (2, _of_texts),
    "values": (1, _values),
}
