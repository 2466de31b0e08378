"""Expressions of the rules, typed, as expressions of C++."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..diagnostics import Place, Report
from ..literals import text_literal
from .code import Code
from .library import ATTRIBUTES, FUNCTIONS, Kind, path_steps
from .rule_set import Call, Expression, Flag, Items, Number, Ref, Template
from .values import Value, Variable, called, flag, listed, negated, typed

SUBJECT = "endpoint rules"


class Unusable(Exception):
    """An expression that means nothing; it is reported."""


class Expressions:
    """Compiles expressions; reports those that are wrong.

    Old rule sets use parameters that nothing says are set. Such a use is noted: whoever asked for the value has to
    test it first.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._unproven: dict[str, Variable] = {}

    def take_unproven(self) -> Mapping[str, Variable]:
        """The variables that have to be set for what was compiled since the last call, by their names."""
        found, self._unproven = self._unproven, {}
        return found

    def refuse(self, place: Place, said: str) -> Unusable:
        self._report.add(place, SUBJECT, said)
        return Unusable()

    def value(self, expression: Expression, scope: Mapping[str, Variable]) -> Value:
        """The value of an expression. Raises `Unusable`."""
        match expression:
            case Ref(name, place):
                return self.variable(name, scope, place).value()
            case Flag(value):
                return Value(Code("true" if value else "false"), Kind.FLAG, literal=value)
            case Number(value, place):
                if not -(2**31) <= value < 2**31:
                    raise self.refuse(place, f"the number {value} is beyond 32 bits")
                return Value(Code(str(value)), Kind.NUMBER, literal=value)
            case Items(items):
                parts = tuple(self.set_value(i, Kind.TEXT, scope).code for i in items)
                return Value(called("rules.texts", (listed(parts),)), Kind.TEXTS)
            case Template():
                return self._text(expression, scope)
            case Call():
                return self._call(expression, scope)

    def variable(self, name: str, scope: Mapping[str, Variable], place: Place) -> Variable:
        if name not in scope:
            raise self.refuse(place, f"there is no parameter or variable '{name}' here")
        return scope[name]

    def set_value(self, expression: Expression, kind: Kind, scope: Mapping[str, Variable]) -> Value:
        """A value of a kind that is always set."""
        value = self.value(expression, scope)
        if value.kind is not kind:
            raise self.refuse(expression.place, f"{kind.value} is needed here, not {value.kind.value}")
        if not value.optional:
            return value
        if not isinstance(expression, Ref):
            raise self.refuse(expression.place, "this value may be unset here: isSet has to come before")
        known = replace(scope[expression.name], known=True)
        self._unproven[expression.name] = known
        return known.value()

    def parts(self, expression: Expression, scope: Mapping[str, Variable]) -> tuple[Code, ...]:
        """The parts of a text."""
        if not isinstance(expression, Template):
            return (self.set_value(expression, Kind.TEXT, scope).code,)
        made = (
            Code(text_literal(part)) if isinstance(part, str) else self.set_value(part, Kind.TEXT, scope).code
            for part in expression.parts
        )
        return tuple(made) or (Code('""'),)

    def _text(self, template: Template, scope: Mapping[str, Variable]) -> Value:
        if template.literal is not None:
            return Value(Code(text_literal(template.literal)), Kind.TEXT, literal=template.literal)
        parts = self.parts(template, scope)
        code = parts[0] if len(parts) == 1 else called("rules.text", (listed(parts),))
        return Value(code, Kind.TEXT)

    # ---- functions

    def _call(self, call: Call, scope: Mapping[str, Variable]) -> Value:
        match call.function:
            case "isSet":
                return self._is_set(self._arguments(call, 1, scope)[0])
            case "not":
                return negated(self.set_value(self._counted(call, 1)[0], Kind.FLAG, scope))
            case "booleanEquals":
                return self._equal(call, Kind.FLAG, scope)
            case "stringEquals":
                return self._equal(call, Kind.TEXT, scope)
            case "getAttr":
                return self._attribute(call, scope)
            case "coalesce":
                return self._coalesce(call, scope)
            case "ite":
                return self._if_then_else(call, scope)
        function = FUNCTIONS.get(call.function)
        if function is None:
            raise self.refuse(call.place, f"the function '{call.function}' is not known")
        if function.gives is Kind.PARTITION:
            return self._partition(call, scope)
        given = zip(self._counted(call, len(function.takes)), function.takes, strict=True)
        arguments = tuple(self.set_value(a, kind, scope).code for a, kind in given)
        return Value(called(f"rules.{function.name}", arguments), function.gives, function.optional)

    def _partition(self, call: Call, scope: Mapping[str, Variable]) -> Value:
        """That of a region, or the first one where no region is set, as botocore has it."""
        region = self._arguments(call, 1, scope)[0]
        if region.kind is not Kind.TEXT:
            raise self.refuse(call.place, f"{Kind.TEXT.value} is needed here, not {region.kind.value}")
        return Value(called("rules.partition", (region.code,)), Kind.PARTITION)

    def _counted(self, call: Call, number: int) -> tuple[Expression, ...]:
        if len(call.arguments) != number:
            said = f"'{call.function}' takes {number} arguments, not {len(call.arguments)}"
            raise self.refuse(call.place, said)
        return call.arguments

    def _arguments(self, call: Call, number: int, scope: Mapping[str, Variable]) -> tuple[Value, ...]:
        return tuple(self.value(a, scope) for a in self._counted(call, number))

    def _is_set(self, value: Value) -> Value:
        if not value.optional:
            return flag(True)
        said = f"{value.code}.has_value()"
        if value.kind is Kind.FLAG:  # an optional boolean in an `if` would read like its value
            return Value(Code(said, value.code.uses), Kind.FLAG)
        negation, test = f"!{value.code}", str(value.code)
        return Value(Code(said, value.code.uses), Kind.FLAG, negation=negation, test=test)

    def _equal(self, call: Call, kind: Kind, scope: Mapping[str, Variable]) -> Value:
        one, other = (self.set_value(a, kind, scope) for a in self._counted(call, 2))
        if one.literal is not None and other.literal is not None:
            return flag(one.literal == other.literal)
        for said, value in ((one, other), (other, one)):
            if isinstance(said.literal, bool):
                return value if said.literal else negated(value)
        if one.literal is not None:
            one, other = other, one
        left, right = (v.code if v.simple else Code(f"({v.code})", v.code.uses) for v in (one, other))
        both = left.uses | right.uses
        code = Code(f"{left} == {right}", both)
        return Value(code, Kind.FLAG, simple=False, negation=f"{left} != {right}")

    def _attribute(self, call: Call, scope: Mapping[str, Variable]) -> Value:
        target, path = self._counted(call, 2)
        said = path.literal if isinstance(path, Template) else None
        steps = path_steps(said) if said is not None else None
        if steps is None:
            raise self.refuse(path.place, "'getAttr' takes a path such as name or list[0]")
        value = self.value(target, scope)
        known = scope[target.name] if isinstance(target, Ref) else None
        if value.optional:
            inside = Variable("it", value.kind, False, True, "it")
            found = self._steps(inside.value(), inside, steps, call.place)
            if not found.optional:
                found = replace(found, code=Code(f"std::optional({found.code})"))
            capture = "&rules" if any(isinstance(step, int) for step in steps) else ""
            body = f"[{capture}](auto const& it) {{ return {found.code}; }}"
            return Value(called("rules.then", (value.code, Code(body))), found.kind, optional=True)
        return self._steps(value, known, steps, call.place)

    def _steps(
        self, value: Value, variable: Variable | None, steps: Iterable[str | int], place: Place
    ) -> Value:
        for step in steps:
            if isinstance(step, int):
                if value.kind is not Kind.TEXTS or value.optional:
                    raise self.refuse(place, f"an index needs an array, not {value.kind.value}")
                value = Value(called("rules.at", (value.code, Code(str(step)))), Kind.TEXT, optional=True)
                continue
            attribute = ATTRIBUTES.get(value.kind, {}).get(step)
            if attribute is None or value.optional:
                raise self.refuse(place, f"{value.kind.value} has no '{step}'")
            name, kind = attribute
            arrow = variable is not None and variable.optional
            base = variable.name if arrow and variable is not None else str(value.code)
            value = Value(Code(f"{base}{'->' if arrow else '.'}{name}", value.code.uses), kind)
            variable = None
        return value

    def _coalesce(self, call: Call, scope: Mapping[str, Variable]) -> Value:
        values = [self.value(a, scope) for a in call.arguments]
        if len(values) < 2 or any(v.kind is not values[0].kind for v in values):
            raise self.refuse(call.place, "'coalesce' takes two or more values of one kind")
        end = next((i for i, v in enumerate(values) if not v.optional), len(values) - 1)
        result = values[end]
        for value in reversed(values[:end]):
            code = called("rules.coalesce", (value.code, result.code))
            result = Value(code, value.kind, result.optional)
        return result

    def _if_then_else(self, call: Call, scope: Mapping[str, Variable]) -> Value:
        condition, yes, no = self._counted(call, 3)
        test = self.set_value(condition, Kind.FLAG, scope)
        one, other = self.value(yes, scope), self.value(no, scope)
        if one.kind is not other.kind:
            said = f"'ite' takes two values of one kind, not {one.kind.value} and {other.kind.value}"
            raise self.refuse(call.place, said)
        if isinstance(test.literal, bool):
            return one if test.literal else other
        optional = one.optional or other.optional
        branches = (typed(v, optional=optional) for v in (one, other))
        return Value(called("rules.ite", (test.code, *branches)), one.kind, optional)
