"""The header that holds a service's endpoint rules."""

from __future__ import annotations

from collections.abc import Iterator

from .. import docs
from ..diagnostics import Report
from ..ir import EndpointRules, Lines, RuleParameter
from ..literals import text_literal
from .code import Function
from .compile_rules import compile_rules, spelled_parameters
from .print_code import braced, function
from .rule_set import Constant, Parameter, ParameterType, RuleSet

_WIDTH = 110
_MARK = len("/// ")
_TYPES = {
    ParameterType.TEXT: "std::string_view",
    ParameterType.FLAG: "bool",
    ParameterType.TEXTS: "std::vector<std::string_view>",
}


def endpoint_rules(rule_set: RuleSet, service: str) -> EndpointRules:
    """The rules of a service in C++. Raises `InputError`."""
    report = Report()
    functions = compile_rules(rule_set, report)
    report.raise_if_any()
    said = (
        f"Where {service} is found: its published endpoint rules (Smithy's `endpointRuleSet`, version"
        f" {rule_set.version}), as code. `cppsmith::resolve_endpoint` evaluates them."
    )
    return EndpointRules(
        tuple(docs.wrapped(said, _WIDTH - _MARK)),
        tuple(_parameter(p, spelled) for p, spelled in spelled_parameters(rule_set)),
        (_for_each(rule_set), *_resolving(functions)),
    )


def included(rule_set: RuleSet) -> tuple[str, ...]:
    """The standard headers that the parameters need."""
    lists = any(p.type is ParameterType.TEXTS for p in rule_set.parameters)
    return ("optional", "string_view", "vector") if lists else ("optional", "string_view")


def _for_each(rule_set: RuleSet) -> Lines:
    spelled = spelled_parameters(rule_set)
    body = tuple(
        f"        f({text_literal(p.name)}, {text_literal(p.built_in or '')}, p.{name});" for p, name in spelled
    )
    arguments = "parameters& p, F&& f" if body else "parameters&, F&&"
    head = f"    template <class F> static constexpr void for_each({arguments}) {{"
    return ("    /// Calls `f(name, built_in, member)` for each parameter.", *braced(head, body, "    "))


def _resolving(functions: tuple[Function, ...]) -> Iterator[Lines]:
    """The function that is called, and then its parts, which nobody else needs."""
    resolve, *parts = functions
    said = "The endpoint for these parameters, or the rules' error; `rules` is a `cppsmith::endpoints::rules`."
    yield (f"    /// {said}", *function(resolve, 4))
    for part in parts:
        yield (*(("  private:",) if part is parts[0] else ()), *function(part, 4))


def _parameter(parameter: Parameter, spelled: str) -> RuleParameter:
    type_ = _TYPES[parameter.type]
    declared = (
        f"std::optional<{type_}> {spelled}{{}}"
        if parameter.default is None
        else f"{type_} {spelled}{_initial(parameter.default)}"
    )
    return RuleParameter(_doc(parameter), declared)


def _initial(default: Constant) -> str:
    if isinstance(default, bool):
        return f" = {'true' if default else 'false'}"
    if isinstance(default, str):
        return f" = {text_literal(default)}"
    return f"{{{', '.join(map(text_literal, default))}}}"


def _doc(parameter: Parameter) -> Lines:
    width = _WIDTH - _MARK - 8
    lines = list(docs.markdown(parameter.documentation, width))
    if parameter.deprecated is not None:
        reason = docs.plain(parameter.deprecated)
        lines += [*([""] if lines else []), *docs.wrapped(f"Deprecated: {reason}" if reason else "Deprecated.", width)]
    return tuple(lines)
