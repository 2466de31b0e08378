"""From the JSON of a rule set to its typed form. Whatever is malformed is reported with its place."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Place, Report
from ..keys import Keys, keys
from ..reader import Reader
from ..source import Array, Entry, Node, Object
from .rule_set import (
    Call,
    Condition,
    Constant,
    Endpoint,
    Expression,
    Flag,
    Items,
    Number,
    Parameter,
    ParameterType,
    Property,
    Ref,
    Rule,
    RuleSet,
    Template,
)
from .template import is_name, template

_SUBJECT = "endpoint rules"


def _keys(read: str) -> Keys:
    return keys(read, "documentation")


_RULE_SET = _keys("version parameters rules serviceId")
_PARAMETER = _keys("type builtIn default required documentation deprecated")
_DEPRECATED = _keys("message since")
_ENDPOINT = _keys("url headers properties")
_CONDITION = _keys("fn argv assign")
_RULES = {
    "endpoint": _keys("type conditions endpoint"),
    "error": _keys("type conditions error"),
    "tree": _keys("type conditions rules"),
}


def read_rule_set(root: Node, report: Report) -> RuleSet:
    """Types a rule set that was parsed; reports what is wrong with it."""
    return _RuleSetReader(report).rule_set(root)


class _RuleSetReader(Reader):
    def rule_set(self, root: Node) -> RuleSet:
        found = self.object(root, _SUBJECT, "a rule set")
        self.refuse_unknown(found, _RULE_SET, _SUBJECT)
        version = self.needed_text(found, "version", root.place, _SUBJECT)
        if version and version.partition(".")[0] != "1":
            said = f"version '{version}' of the rules is not supported; 1 is"
            self.report.add(self.place_of(found, "version", root.place), _SUBJECT, said)
        parameters = self.child(found, "parameters", root.place, _SUBJECT)
        return RuleSet(
            version,
            tuple(self._parameter(e) for e in parameters),
            self._rules(found, root.place),
        )

    # ---- parameters

    def _parameter(self, entry: Entry) -> Parameter:
        subject = f"{_SUBJECT}: {entry.key}"
        if not is_name(entry.key):
            self.report.add(entry.place, _SUBJECT, f"a parameter cannot be called '{entry.key}'")
        found = self.object(entry.value, subject, "a parameter")
        self.refuse_unknown(found, _PARAMETER, subject)
        said = self.needed_text(found, "type", entry.place, subject)
        try:
            type_ = ParameterType(said.lower())
        except ValueError:
            type_ = ParameterType.TEXT
            place = self.place_of(found, "type", entry.place)
            self.report.add(place, subject, f"the type '{said}' is not known")
        default = self._default(found, type_, subject)
        required = self.flag(found, "required", subject)
        if default is not None and not required:
            place = self.place_of(found, "default", entry.place)
            self.report.add(place, subject, "has a default and is not required")
        return Parameter(
            entry.key,
            entry.place,
            type_,
            self.text(found, "builtIn", subject),
            default,
            required,
            self.text(found, "documentation", subject) or "",
            self._deprecated(found, subject),
        )

    def _default(self, found: Object, type_: ParameterType, subject: str) -> Constant | None:
        entry = found.find("default")
        value = None if entry is None else constant(entry.value)
        if entry is not None and (value is None or type_of(value) is not type_):
            said = f"'default' must be of the type {type_.value}, not {entry.value.kind()}"
            self.report.add(entry.value.place, subject, said)
            return None
        return value

    def _deprecated(self, found: Object, subject: str) -> str | None:
        entry = found.find("deprecated")
        if entry is None:
            return None
        said = self.object(entry.value, subject, "'deprecated'")
        self.refuse_unknown(said, _DEPRECATED, subject)
        return self.text(said, "message", subject) or ""

    # ---- rules

    def _list(self, parent: Object, key: str, place: Place, *, needed: bool) -> tuple[Node, ...]:
        entry = parent.find(key)
        if entry is None:
            if needed:
                self.report.add(place, _SUBJECT, f"'{key}' is missing")
            return ()
        if not isinstance(entry.value.value, Array):
            said = f"'{key}' must be an array, not {entry.value.kind()}"
            self.report.add(entry.value.place, _SUBJECT, said)
            return ()
        return entry.value.value.items

    def _rules(self, parent: Object, place: Place) -> tuple[Rule, ...]:
        listed = self._list(parent, "rules", place, needed=True)
        if not listed and parent.find("rules") is not None:
            self.report.add(self.place_of(parent, "rules", place), _SUBJECT, "'rules' is empty")
        return tuple(r for r in (self._rule(node) for node in listed) if r is not None)

    def _rule(self, node: Node) -> Rule | None:
        found = self.object(node, _SUBJECT, "a rule")
        if not isinstance(node.value, Object):
            return None
        said = self.needed_text(found, "type", node.place, _SUBJECT)
        if said not in _RULES:
            if said:
                place = self.place_of(found, "type", node.place)
                self.report.add(place, _SUBJECT, f"the kind of rule '{said}' is not known")
            return None
        self.refuse_unknown(found, _RULES[said], _SUBJECT)
        listed = self._list(found, "conditions", node.place, needed=False)
        conditions = tuple(c for c in (self._condition(n) for n in listed) if c is not None)
        if said == "tree":
            return Rule(conditions, self._rules(found, node.place), node.place)
        if said == "endpoint":
            return Rule(conditions, self._endpoint(found, node.place), node.place)
        error = self._needed(found, "error", node.place)
        return None if error is None else Rule(conditions, error, node.place)

    def _condition(self, node: Node) -> Condition | None:
        found = self.object(node, _SUBJECT, "a condition")
        self.refuse_unknown(found, _CONDITION, _SUBJECT)
        call = self._call(found, node.place)
        assign = self.text(found, "assign", _SUBJECT)
        if assign is not None and not is_name(assign):
            place = self.place_of(found, "assign", node.place)
            self.report.add(place, _SUBJECT, f"a variable cannot be called '{assign}'")
        return None if call is None else Condition(call, assign, node.place)

    def _endpoint(self, rule: Object, place: Place) -> Endpoint:
        found = self.child(rule, "endpoint", place, _SUBJECT)
        self.refuse_unknown(found, _ENDPOINT, _SUBJECT)
        url = self._needed(found, "url", place) if found.entries else None
        headers: list[tuple[str, tuple[Expression, ...]]] = []
        for header in self._entries(found, "headers"):
            if not isinstance(header.value.value, Array):
                said = f"a header must be an array, not {header.value.kind()}"
                self.report.add(header.value.place, _SUBJECT, said)
                continue
            values = (self._expression(n) for n in header.value.value.items)
            headers.append((header.key, tuple(v for v in values if v is not None)))
        properties = (self._property(e.key, e.value) for e in self._entries(found, "properties"))
        return Endpoint(
            url if url is not None else Template((), place),
            tuple(headers),
            tuple(p for p in properties if p is not None),
        )

    def _entries(self, parent: Object, key: str) -> Iterator[Entry]:
        entry = parent.find(key)
        if entry is not None:
            yield from self.object(entry.value, _SUBJECT, f"'{key}'")

    def _property(self, name: str, node: Node) -> Property | None:
        if isinstance(node.value, Object):
            inner = (self._property(e.key, e.value) for e in node.value)
            return Property(name, None, tuple(p for p in inner if p is not None), True, node.place)
        if isinstance(node.value, Array):
            inner = (self._property("", n) for n in node.value.items)
            return Property(name, None, tuple(p for p in inner if p is not None), False, node.place)
        value = self._expression(node)
        if not isinstance(value, Template | Flag | Number):
            return None  # reported
        return Property(name, value, (), False, node.place)

    # ---- expressions

    def _needed(self, parent: Object, key: str, place: Place) -> Expression | None:
        entry = parent.find(key)
        if entry is None:
            self.report.add(place, _SUBJECT, f"'{key}' is missing")
            return None
        return self._expression(entry.value)

    def _expression(self, node: Node) -> Expression | None:
        value = node.value
        if isinstance(value, bool):
            return Flag(value, node.place)
        if isinstance(value, int):
            return Number(value, node.place)
        if isinstance(value, str):
            made = template(value, node.place)
            if made is None:
                self.report.add(node.place, _SUBJECT, f"'{value}' is no template")
            return made
        if isinstance(value, Array):
            items = (self._expression(n) for n in value.items)
            return Items(tuple(i for i in items if i is not None), node.place)
        if isinstance(value, Object):
            return self._object_expression(value, node.place)
        self.report.add(node.place, _SUBJECT, f"{node.kind()} is no expression")
        return None

    def _object_expression(self, found: Object, place: Place) -> Ref | Call | None:
        ref = self.text(found, "ref", _SUBJECT)
        if ref is None:
            self.refuse_unknown(found, _keys("fn argv"), _SUBJECT)
            return self._call(found, place)
        self.refuse_unknown(found, _keys("ref"), _SUBJECT)
        return Ref(ref, place)

    def _call(self, found: Object, place: Place) -> Call | None:
        function = self.needed_text(found, "fn", place, _SUBJECT)
        listed = self._list(found, "argv", place, needed=True)
        arguments = tuple(self._expression(n) for n in listed)
        if not function or None in arguments:
            return None
        return Call(function, tuple(a for a in arguments if a is not None), place)


def constant(node: Node) -> Constant | None:
    """A value that a parameter can have; nothing for any other."""
    if isinstance(node.value, bool | str):
        return node.value
    if isinstance(node.value, Array):
        texts = tuple(n.value for n in node.value.items if isinstance(n.value, str))
        return texts if len(texts) == len(node.value.items) else None
    return None


def type_of(value: Constant) -> ParameterType:
    """The type of a value."""
    if isinstance(value, bool):
        return ParameterType.FLAG
    return ParameterType.TEXT if isinstance(value, str) else ParameterType.TEXTS
