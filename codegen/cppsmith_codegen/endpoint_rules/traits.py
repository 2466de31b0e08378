"""An operation's traits about its endpoint: the values that it gives to its service's endpoint rules."""

from __future__ import annotations

from collections.abc import Iterator

from .. import names
from ..cpp_types import Model
from ..diagnostics import Place, Report
from ..ir import Expr
from ..jmespath.syntax import Call, Current, Field, MultiList, Node, Over, Projection, Sub
from ..literals import text_literal
from ..shapes import Kind, Operation, Shape
from .given import PathParameter, StaticParameter
from .read import type_of
from .rule_set import ParameterType, RuleSet

_TRAITS = {
    ParameterType.TEXT: "endpoint_text",
    ParameterType.FLAG: "endpoint_flag",
    ParameterType.TEXTS: "endpoint_texts",
}
# What an operation's struct declares before its traits.
_HIDING = frozenset("service request response errors".split())
_KINDS = {
    ParameterType.TEXT: (Kind.STRING,),
    ParameterType.FLAG: (Kind.BOOLEAN,),
    ParameterType.TEXTS: (Kind.STRING, Kind.LIST),
}


def endpoint_traits(model: Model, operation: Operation) -> tuple[Expr, ...]:
    """The traits; none for a service without rules. Raises `InputError` for what the rules do not know."""
    rules = model.service.endpoint_rules
    if rules is None:
        return ()
    report = Report()
    made = tuple(_Traits(model, operation, rules, report).all())
    report.raise_if_any()
    return made


def gives_endpoint_parameters(model: Model, operation: Operation) -> bool:
    """Whether the operation says anything to its service's endpoint rules."""
    if model.service.endpoint_rules is None:
        return False
    members = (m for s in _input_of(model, operation) for m in s.members)
    return bool(operation.endpoint_parameters) or any(m.context_parameter is not None for m in members)


def _input_of(model: Model, operation: Operation) -> tuple[Shape, ...]:
    return () if operation.input is None else (model.shape(operation.input),)


class _Wrong(Exception):
    """What cannot be said in C++; it is reported."""


class _Traits:
    def __init__(self, model: Model, operation: Operation, rules: RuleSet, report: Report) -> None:
        self._model = model
        self._operation = operation
        self._rules = rules
        self._report = report

    def all(self) -> Iterator[Expr]:
        """Paths first: `contextParam` counts more, and what is always the same most."""
        given = self._operation.endpoint_parameters
        try:
            yield from (self._path(p) for p in given if isinstance(p, PathParameter))
            yield from self._members()
            yield from (self._static(p) for p in given if isinstance(p, StaticParameter))
        except _Wrong:
            return

    def _members(self) -> Iterator[Expr]:
        for shape in _input_of(self._model, self._operation):
            for member in shape.members:
                if member.context_parameter is not None:
                    self._check(member.context_parameter, self._model.shape(member.target), member.target.place)
                    yield _input(member.context_parameter, [Expr(f"&request::{self._spelled(shape, member.name)}")])

    def _refuse(self, place: Place, said: str) -> _Wrong:
        self._report.add(place, self._operation.name, said)
        return _Wrong()

    def _type(self, name: str, place: Place) -> ParameterType:
        parameter = self._rules.parameter(name)
        if parameter is None:
            raise self._refuse(place, f"the endpoint rules have no parameter '{name}'")
        return parameter.type

    def _check(self, name: str, shape: Shape, place: Place) -> None:
        type_ = self._type(name, place)
        if shape.kind not in _KINDS[type_]:
            what = f"the parameter '{name}' of the endpoint rules is a {type_.value}, not a {shape.kind.value}"
            raise self._refuse(place, what)

    def _static(self, given: StaticParameter) -> Expr:
        type_ = self._type(given.name, given.place)
        if type_ is not type_of(given.value):
            said = f"the parameter '{given.name}' of the endpoint rules is a {type_.value}"
            raise self._refuse(given.place, said)
        if isinstance(given.value, bool):
            values = ["true" if given.value else "false"]
        else:
            texts = (given.value,) if isinstance(given.value, str) else given.value
            values = list(map(text_literal, texts))
        return Expr(_TRAITS[type_], tuple(map(Expr, (text_literal(given.name), *values))))

    # ---- paths

    def _path(self, given: PathParameter) -> Expr:
        inputs = _input_of(self._model, self._operation)
        if not inputs:
            raise self._refuse(given.place, "there is no input that a path could lead into")
        steps, shape = self._steps(given, given.path, inputs[0], "request")
        self._check(given.name, shape, given.place)
        return _input(given.name, steps)

    def _steps(self, given: PathParameter, node: Node, shape: Shape, spelled: str = "") -> tuple[list[Expr], Shape]:
        match node:
            case Current():
                return [], shape
            case Field(name=name):
                return self._member(given, name, shape, spelled)
            case Sub(left=left, right=right):
                first, inner = self._steps(given, left, shape, spelled)
                second, end = self._steps(given, right, inner)
                return first + second, end
            case Projection(over=Over.ELEMENTS | Over.VALUES | Over.FLAT, left=left, each=each, condition=None):
                first, inner = self._steps(given, left, shape, spelled)
                if inner.value is not None:
                    first.append(Expr("every_element"))
                    inner = self._model.shape(inner.value)
                elif node.over is not Over.FLAT:
                    raise self._refuse(given.place, f"'{given.text}' goes over '{inner.name}', which is no list")
                second, end = self._steps(given, each, inner)
                return first + second, end
            case MultiList(items=items):
                ways = [self._steps(given, item, shape, spelled) for item in items]
                paths = tuple(Expr("request_path", tuple(steps)) for steps, _ in ways)
                return [Expr("every_path", paths)], ways[-1][1]
            case Call(name="keys", arguments=(argument,)):
                first, inner = self._steps(given, argument, shape, spelled)
                if inner.key is None:
                    raise self._refuse(given.place, f"'{given.text}' wants the keys of '{inner.name}', which is no map")
                return [*first, Expr("every_key")], self._model.shape(inner.key)
        raise self._refuse(given.place, f"the path '{given.text}' is not supported for endpoint rules")

    def _member(self, given: PathParameter, name: str, shape: Shape, spelled: str) -> tuple[list[Expr], Shape]:
        member = next((m for m in shape.members if m.name == name), None)
        if member is None or shape.kind is not Kind.STRUCTURE:
            raise self._refuse(given.place, f"'{given.text}' names '{name}', which is no member of '{shape.name}'")
        owner = spelled or self._model.name(shape)
        owner = f"{self._model.namespace}::{owner}" if not spelled and owner in _HIDING else owner
        return [Expr(f"&{owner}::{self._spelled(shape, name)}")], self._model.shape(member.target)

    @staticmethod
    def _spelled(shape: Shape, name: str) -> str:
        listed = tuple(m.name for m in shape.members)
        return names.identifiers(listed)[listed.index(name)]


def _input(name: str, steps: list[Expr]) -> Expr:
    return Expr("endpoint_input", (Expr(text_literal(name)), *steps))
