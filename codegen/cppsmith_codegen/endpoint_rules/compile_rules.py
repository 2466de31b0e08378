"""From a rule set to functions in C++.

A rule becomes an `if` around its result; a variable lives in the `if` that it is a condition of. A tree is left only
with a result, as the specification has it: where none of its rules applies, nothing does. What stands deeper than a
few levels moves into a function of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .. import names
from ..diagnostics import Report
from .code import Block, Code, Function, If, Let, Line, Listed, Part, Scope, Statement, nested, uses
from .expressions import Expressions, Unusable
from .library import Kind
from .results import endpoint
from .rule_set import Condition, Endpoint, Ref, Rule, RuleSet
from .rule_set import Parameter, ParameterType
from .values import Value, Variable

_DEEPEST = 6  # levels of `if` in one function
_TAKEN = frozenset("p rules Rules parameters resolve where std".split())
_NONE = Line(Code("return rules.no_match();"))

KINDS = {
    ParameterType.TEXT: Kind.TEXT,
    ParameterType.FLAG: Kind.FLAG,
    ParameterType.TEXTS: Kind.TEXTS,
}


def compile_rules(rule_set: RuleSet, report: Report) -> tuple[Function, ...]:
    """`resolve`, and behind it the functions that it calls. Reports what means nothing."""
    scope = {p.name: variable(p, spelled) for p, spelled in spelled_parameters(rule_set)}
    body = _Compiler(report).rules(rule_set.rules, scope)
    required = (p.name for p in rule_set.parameters if p.required and p.default is None)
    missing = tuple(_needed(name, scope[name]) for name in required)
    return _Outliner().functions((*missing, *body))


def spelled_parameters(rule_set: RuleSet) -> tuple[tuple[Parameter, str], ...]:
    """The parameters with their names in C++."""
    spelled = names.identifiers(p.name for p in rule_set.parameters)
    return tuple(zip(rule_set.parameters, spelled, strict=True))


def variable(parameter: Parameter, spelled: str) -> Variable:
    """A parameter as rules see it."""
    optional = parameter.default is None
    return Variable(f"p.{spelled}", KINDS[parameter.type], optional, parameter.required, "p")


def _needed(name: str, known: Variable) -> Statement:
    """Ends where a parameter is not set."""
    test = Code(f"!{known.name}", frozenset((known.root,)))
    return If(None, (test,), (Line(Code(f'return rules.missing("{name}");')),))


@dataclass(frozen=True)
class _Head:
    """A declaration and the tests after it."""

    let: Let | None
    tests: tuple[Code, ...]


class _Never(Exception):
    """A condition that never holds."""


class _Compiler:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._expressions = Expressions(report)

    def rules(self, rules: tuple[Rule, ...], scope: Mapping[str, Variable]) -> Block:
        """Rules in their order; those behind one that always applies are never reached."""
        block: list[Statement] = []
        for rule in rules:
            try:
                made, always = self._rule(rule, scope)
            except _Never:
                continue
            block += made
            if always:
                return tuple(block)
        return (*block, _NONE)

    def _rule(self, rule: Rule, scope: Mapping[str, Variable]) -> tuple[Block, bool]:
        """The statements of a rule, and whether it always applies."""
        heads: list[_Head] = []
        inner = dict(scope)
        for condition in rule.conditions:
            try:
                heads += self._condition(condition, inner)
            except Unusable:
                if condition.assign is not None:  # what is reported once is not reported again
                    raise _Never from None
        body = self._result(rule, inner)
        return _nest(heads, body)

    def _result(self, rule: Rule, scope: Mapping[str, Variable]) -> Block:
        if isinstance(rule.result, tuple):
            return self.rules(rule.result, scope)
        try:
            if isinstance(rule.result, Endpoint):
                body = endpoint(rule.result, self._expressions, scope)
            else:
                body = (Listed("return rules.error", self._expressions.parts(rule.result, scope)),)
        except Unusable:
            return (_NONE,)
        finally:
            unproven = self._expressions.take_unproven()
        return (*(_needed(name, v) for name, v in unproven.items()), *body)

    def _condition(self, condition: Condition, scope: dict[str, Variable]) -> tuple[_Head, ...]:
        """What a condition tests, if anything; what it says of its variables goes into the scope."""
        value = self._expressions.value(condition.call, scope)
        unproven = self._expressions.take_unproven()
        scope |= unproven
        before = tuple(_Head(None, (Code(v.name, frozenset((v.root,))),)) for v in unproven.values())
        return (*before, *self._holds(condition, value, scope))

    def _holds(self, condition: Condition, value: Value, scope: dict[str, Variable]) -> tuple[_Head, ...]:
        if condition.assign is not None:
            return (self._assigned(condition, condition.assign, value, scope),)
        self._note_set(condition, scope)
        if isinstance(value.literal, bool):
            if not value.literal:
                raise _Never
            return ()
        test = _test(value)
        return () if test is None else (_Head(None, (test,)),)

    def _assigned(self, condition: Condition, name: str, value: Value, scope: dict[str, Variable]) -> _Head:
        if name in scope:
            raise self._expressions.refuse(condition.place, f"the variable '{name}' is in use already")
        taken = _TAKEN | {v.root for v in scope.values()}
        spelled = names.escaped(name)
        while spelled in taken:
            spelled += "_"
        scope[name] = Variable(spelled, value.kind, value.optional, True, spelled)
        here = Value(Code(spelled, frozenset((spelled,))), value.kind, value.optional, simple=True)
        by_reference = value.kind is Kind.PARTITION and not value.optional
        test = _test(here)
        return _Head(Let(spelled, value.code, by_reference), () if test is None else (test,))

    def _note_set(self, condition: Condition, scope: dict[str, Variable]) -> None:
        call = condition.call
        if call.function == "isSet" and isinstance(call.arguments[0], Ref):
            known = scope[call.arguments[0].name]
            scope[call.arguments[0].name] = replace(known, known=True)


def _test(value: Value) -> Code | None:
    """What holds where a condition with this value does; nothing where it always does."""
    if value.kind is Kind.FLAG:
        if value.optional:
            return Code(f"{value.code}.value_or(false)", value.code.uses)
        return Code(value.test or str(value.code), value.code.uses)
    return value.code if value.optional else None


def _nest(heads: list[_Head], body: Block) -> tuple[Block, bool]:
    """A body in the `if`s of its conditions, and whether there are none."""
    always = not any(head.tests for head in heads)
    tests: tuple[Code, ...] = ()
    for head in reversed(heads):
        if head.let is None:
            tests = (*head.tests, *tests)
            continue
        needed = uses(body).union(*(t.uses for t in tests))
        if head.let.name not in needed:  # what nothing else asks for needs no name
            tests = ((head.let.value,) if head.tests else ()) + tests
            continue
        every = (*head.tests, *tests)
        body = (If(head.let, every, body),) if every else (head.let, *body)
        tests = ()
    if tests:
        body = (If(None, tests, body),)
    if not always and isinstance(body[0], Let):  # its name must not meet another rule's
        body = (Scope(body),)
    return body, always


def _returns(block: Block) -> bool:
    """Whether a block never goes on with what follows it, as that of a rule with several `if`s does."""
    last = block[-1]
    return _returns(last.body) if isinstance(last, Scope) else not isinstance(last, If | Let)


class _Outliner:
    """Moves what is nested too deep into functions of its own."""

    def __init__(self) -> None:
        self._parts: list[Function] = []

    def functions(self, body: Block) -> tuple[Function, ...]:
        whole = self._shallow(body, 0)
        return (Function("resolve", (), "p" in uses(whole), whole), *self._parts)

    def _shallow(self, block: Block, depth: int) -> Block:
        if depth >= _DEEPEST and any(nested(block)) and _returns(block):
            return (self._part(block),)
        return tuple(self._statement(s, depth) for s in block)

    def _statement(self, statement: Statement, depth: int) -> Statement:
        if isinstance(statement, If | Scope):
            return replace(statement, body=self._shallow(statement.body, depth + 1))
        return statement

    def _part(self, block: Block) -> Part:
        body = self._shallow(block, 1)
        needed = uses(body)
        variables = tuple(sorted(needed - {"p"}))
        name = f"part_{len(self._parts) + 1}"
        self._parts.append(Function(name, variables, "p" in needed, body))
        return Part(name, variables)
