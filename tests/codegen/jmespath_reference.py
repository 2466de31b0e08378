"""What JMESPath's expressions mean, by the specification on jmespath.org: evaluates the generator's own
trees, so that the public suite can judge its parser.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cmp_to_key
from typing import Any

from cppsmith_codegen.jmespath import syntax
from cppsmith_codegen.jmespath.parse import parse

Value = Any


class Fault(Exception):
    """Why an expression has no value; the suite's words: `invalid-type` and so on."""


def search(expression: str, value: Value) -> Value:
    """The value of an expression. Raises `Fault` or `SyntaxFault`."""
    return _evaluate(parse(expression), value)


def _evaluate(node: syntax.Node, value: Value) -> Value:
    match node:
        case syntax.Current():
            return value
        case syntax.Field(name=name):
            return value.get(name) if isinstance(value, Mapping) else None
        case syntax.Literal(value=said):
            return said
        case syntax.Index(index=index):
            inside = isinstance(value, list) and -len(value) <= index < len(value)
            return value[index] if inside else None
        case syntax.Sub(left=left, right=right):
            return _evaluate(right, _evaluate(left, value))
        case syntax.Projection():
            return _projected(node, _evaluate(node.left, value), value)
        case syntax.MultiList(items=items):
            return None if value is None else [_evaluate(i, value) for i in items]
        case syntax.MultiHash(items=pairs):
            return None if value is None else {k: _evaluate(i, value) for k, i in pairs}
        case syntax.Or(left=left, right=right):
            first = _evaluate(left, value)
            return first if _true(first) else _evaluate(right, value)
        case syntax.And(left=left, right=right):
            first = _evaluate(left, value)
            return _evaluate(right, value) if _true(first) else first
        case syntax.Not(inner=inner):
            return not _true(_evaluate(inner, value))
        case syntax.Comparison(operator=operator, left=left, right=right):
            return _compared(operator, _evaluate(left, value), _evaluate(right, value))
        case syntax.Call():
            return _called(node, value)
        case syntax.Reference(inner=inner):
            return lambda element: _evaluate(inner, element)
    raise AssertionError(node)


def _projected(node: syntax.Projection, of: Value, value: Value) -> Value:
    elements: list[Value]
    if node.over is syntax.Over.VALUES:
        if not isinstance(of, Mapping):
            return None
        elements = list(of.values())
    elif not isinstance(of, list):
        return None
    elif node.over is syntax.Over.FLAT:
        elements = [e for part in of for e in (part if isinstance(part, list) else [part])]
    elif node.over is syntax.Over.MATCHING:
        assert node.condition is not None
        elements = [e for e in of if _true(_evaluate(node.condition, e))]
    else:
        elements = of[slice(*node.slice)]
    found = (_evaluate(node.each, e) for e in elements)
    return [f for f in found if f is not None]


def _true(value: Value) -> bool:
    return _is_number(value) or bool(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _equal(a: Value, b: Value) -> bool:
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_equal, a, b))
    return bool(a == b)


def _compared(operator: str, a: Value, b: Value) -> Value:
    if operator in ("==", "!="):
        return _equal(a, b) == (operator == "==")
    if not _is_number(a) or not _is_number(b):
        return None
    return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator]


# ---- functions

def _type(value: Value) -> str:
    if isinstance(value, bool):
        return "boolean"
    if _is_number(value):
        return "number"
    kinds = {str: "string", list: "array", dict: "object", type(None): "null"}
    return kinds.get(type(value), "expression")


def _need(value: Value, *kinds: str) -> Value:
    """The value, which has to be of one of these types: `array[number]` has numbers alone."""
    for kind in kinds:
        outer, _, element = kind.rstrip("]").partition("[")
        if outer in ("any", _type(value)) and (not element or all(_type(e) == element for e in value)):
            return value
    raise Fault("invalid-type")


def _called(node: syntax.Call, value: Value) -> Value:
    if node.name not in _FUNCTIONS:
        raise Fault("unknown-function")
    kinds, function = _FUNCTIONS[node.name]
    count = len(node.arguments)
    variadic = kinds[-1] == "..."
    if count < len(kinds) - 1 if variadic else count != len(kinds):
        raise Fault("invalid-arity")
    arguments = [_evaluate(a, value) for a in node.arguments]
    for index, argument in enumerate(arguments):
        kind = kinds[min(index, len(kinds) - 2)] if variadic else kinds[index]
        _need(argument, *kind.split("|"))
    return function(*arguments)


def _keyed(elements: list[Value], key: Callable[[Value], Value]) -> list[tuple[Value, Value]]:
    keys = [_need(key(e), "number", "string") for e in elements]
    if len({_type(k) for k in keys}) > 1:
        raise Fault("invalid-type")
    return list(zip(keys, elements, strict=True))


def _sorted_by(elements: list[Value], key: Callable[[Value], Value]) -> list[Value]:
    pairs = _keyed(elements, key)
    ordered = sorted(pairs, key=cmp_to_key(lambda a, b: (a[0] > b[0]) - (a[0] < b[0])))
    return [e for _, e in ordered]


def _most(pick: Callable[..., Value]) -> Callable[..., Value]:
    def by(elements: list[Value], key: Callable[[Value], Value]) -> Value:
        pairs = _keyed(elements, key)
        return pick(pairs, key=lambda pair: pair[0])[1] if pairs else None

    return by


def _contains(where: Value, what: Value) -> bool:
    if isinstance(where, str):
        return isinstance(what, str) and what in where
    return any(_equal(e, what) for e in where)


def _to_number(value: Value) -> Value:
    if _is_number(value):
        return value
    try:
        return json.loads(value) if isinstance(value, str) and _is_number(json.loads(value)) else None
    except ValueError:
        return None


def _to_string(value: Value) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


_SORTABLE = "array[number]|array[string]"
_FUNCTIONS: dict[str, tuple[tuple[str, ...], Callable[..., Value]]] = {
    "abs": (("number",), abs),
    "avg": (("array[number]",), lambda a: sum(a) / len(a) if a else None),
    "ceil": (("number",), math.ceil),
    "contains": (("array|string", "any"), _contains),
    "ends_with": (("string", "string"), str.endswith),
    "floor": (("number",), math.floor),
    "join": (("string", "array[string]"), str.join),
    "keys": (("object",), list),
    "length": (("string|array|object",), len),
    "map": (("expression", "array"), lambda f, a: [f(e) for e in a]),
    "max": ((_SORTABLE,), lambda a: max(a, default=None)),
    "max_by": (("array", "expression"), _most(max)),
    "merge": (("object", "..."), lambda *all_: {k: v for one in all_ for k, v in one.items()}),
    "min": ((_SORTABLE,), lambda a: min(a, default=None)),
    "min_by": (("array", "expression"), _most(min)),
    "not_null": (("any", "..."), lambda *all_: next((v for v in all_ if v is not None), None)),
    "reverse": (("array|string",), lambda a: a[::-1]),
    "sort": ((_SORTABLE,), sorted),
    "sort_by": (("array", "expression"), _sorted_by),
    "starts_with": (("string", "string"), str.startswith),
    "sum": (("array[number]",), sum),
    "to_array": (("any",), lambda v: v if isinstance(v, list) else [v]),
    "to_number": (("any",), _to_number),
    "to_string": (("any",), _to_string),
    "type": (("any",), _type),
    "values": (("object",), lambda o: list(o.values())),
}
