"""From the JSON of an overlay to typed rules and constraints, checked against the model."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from .diagnostics import Place, Report
from .overlay import (
    Absent,
    All,
    Any,
    Condition,
    Constraint,
    Empty,
    Equals,
    MemberPath,
    Not,
    Overlay,
    Present,
    Rule,
    constrained,
)
from .patterns.compile import compiled
from .patterns.syntax import Inexpressible
from .reader import Reader
from .shapes import Kind, Limits, Service, Shape
from .source import Array, Entry, Node, Object, canonical, read

_FORMAT = 1


def load_overlay(path: Path, service: Service) -> Overlay:
    """Reads the overlay in `path` and checks it against its model. Raises `InputError`."""
    return overlay_from_node(read(path), service)


def overlay_from_node(root: Node, service: Service) -> Overlay:
    """Checks an overlay that was parsed. Raises `InputError`."""
    report = Report()
    overlay = _Loader(root, report, service).overlay()
    report.raise_if_any()
    return overlay


class _Loader(Reader):
    def __init__(self, root: Node, report: Report, service: Service) -> None:
        super().__init__(report)
        self._root = root
        self._service = service

    def overlay(self) -> Overlay:
        found = self.object(self._root, "", "an overlay")
        if not isinstance(self._root.value, Object):
            return Overlay()
        self._only(found, "", "format", "rules", "constraints")
        version = found.find("format")
        if version is None:
            self.report.add(self._root.place, "", "'format' is missing")
        elif version.value.value != _FORMAT or isinstance(version.value.value, bool):
            said = f"'format' must be {_FORMAT}, the only one there is"
            self.report.add(version.value.place, "", said)
        rules, constraints = self._rules(found), self._constraints(found)
        said = f"{_canonical(found, 'rules')}{_canonical(found, 'constraints')}"
        digest = sha256(said.encode()).hexdigest() if rules or constraints else ""
        return Overlay(tuple(rules), tuple(constraints), digest)

    def _only(self, found: Object, subject: str, *known: str) -> None:
        for entry in found:
            if entry.key not in known:
                self.report.add(entry.place, subject, f"the key '{entry.key}' is not known")

    def _items(self, found: Object, key: str, subject: str) -> tuple[Node, ...]:
        entry = found.find(key)
        if entry is None:
            return ()
        if isinstance(entry.value.value, Array):
            return entry.value.value.items
        said = f"'{key}' must be an array, not {entry.value.kind()}"
        self.report.add(entry.value.place, subject, said)
        return ()

    def _rules(self, found: Object) -> list[Rule]:
        rules: list[Rule] = []
        for item in self._items(found, "rules", ""):
            rule = self._rule(item)
            if rule is None:
                continue
            if rule.id in (r.id for r in rules):
                self.report.add(item.place, rule.id, "there is another rule of this id")
            rules.append(rule)
        return rules

    def _rule(self, node: Node) -> Rule | None:
        found = self.object(node, "", "a rule")
        if not isinstance(node.value, Object):
            return None
        rule_id = self.needed_text(found, "id", node.place, "")
        subject = rule_id or "rule"
        self._only(
            found, subject, "id", "shape", "when", "then", "otherwise", "message", "source"
        )
        message = self.needed_text(found, "message", node.place, subject)
        source = self.needed_text(found, "source", node.place, subject)
        shape = self._shape(found, node.place, subject)
        if shape is None:
            return None
        if shape.kind is not Kind.STRUCTURE:
            self.report.add(node.place, subject, f"'{shape.name}' is no structure")
            return None
        said = {
            key: self._condition(entry.value, shape, subject)
            for key in ("when", "then", "otherwise")
            if (entry := found.find(key)) is not None
        }
        if "when" not in said:
            self.report.add(node.place, subject, "'when' is missing")
        if "then" not in said and "otherwise" not in said:
            self.report.add(node.place, subject, "'then' or 'otherwise' is missing")
        when = said.get("when")
        if when is None:
            return None
        then, otherwise = said.get("then"), said.get("otherwise")
        return Rule(rule_id, shape.name, when, then, otherwise, message, source)

    def _shape(self, found: Object, place: Place, subject: str) -> Shape | None:
        name = self.needed_text(found, "shape", place, subject)
        if not name:
            return None
        shape = self._service.find_shape(name)
        if shape is None:
            entry = found.find("shape")
            at = place if entry is None else entry.value.place
            self.report.add(at, subject, f"there is no shape '{name}'")
        return shape

    def _condition(self, node: Node, shape: Shape, subject: str) -> Condition | None:
        """`{"absent": "member"}`, `{"not": {...}}`, `{"all": [...]}`, ..."""
        found = self.object(node, subject, "a condition")
        if not isinstance(node.value, Object):
            return None
        if len(found.entries) != 1:
            self.report.add(node.place, subject, "a condition has exactly one predicate")
            return None
        entry = found.entries[0]
        match entry.key:
            case "present" | "absent" | "empty":
                return self._about_member(entry, shape, subject)
            case "equals":
                return self._equals(entry, shape, subject)
            case "not":
                inner = self._condition(entry.value, shape, subject)
                return None if inner is None else Not(inner)
            case "all" | "any":
                items = self._items(found, entry.key, subject)
                if not items and isinstance(entry.value.value, Array):
                    self.report.add(entry.place, subject, f"'{entry.key}' holds no condition")
                inner_ones = [self._condition(i, shape, subject) for i in items]
                held = tuple(c for c in inner_ones if c is not None)
                return All(held) if entry.key == "all" else Any(held)
        self.report.add(entry.place, subject, f"the predicate '{entry.key}' is not known")
        return None

    def _about_member(self, entry: Entry, shape: Shape, subject: str) -> Condition | None:
        if not isinstance(entry.value.value, str):
            said = f"'{entry.key}' must be a member, not {entry.value.kind()}"
            self.report.add(entry.value.place, subject, said)
            return None
        target = self._member(entry.value.value, entry.value.place, shape, subject)
        if target is None:
            return None
        path = MemberPath(tuple(entry.value.value.split(".")))
        if entry.key == "present":
            return Present(path)
        if entry.key == "absent":
            return Absent(path)
        if target.kind not in (Kind.STRING, Kind.LIST, Kind.MAP, Kind.BLOB):
            said = f"'{entry.value.value}' is a {target.kind.value}, which cannot be empty"
            self.report.add(entry.value.place, subject, said)
            return None
        return Empty(path)

    def _member(self, path: str, place: Place, shape: Shape, subject: str) -> Shape | None:
        """The shape that a path leads to."""
        at = shape
        for name in path.split("."):
            if at.kind is not Kind.STRUCTURE:
                said = f"'{path}': '{at.name}' is a {at.kind.value}, which has no members"
                self.report.add(place, subject, said)
                return None
            member = next((m for m in at.members if m.name == name), None)
            if member is None:
                self.report.add(place, subject, f"'{path}': '{at.name}' has no member '{name}'")
                return None
            at = self._service.shape(member.target.shape)
        return at

    def _equals(self, entry: Entry, shape: Shape, subject: str) -> Condition | None:
        found = self.object(entry.value, subject, "'equals'")
        if not isinstance(entry.value.value, Object):
            return None
        self._only(found, subject, "member", "value")
        path = self.needed_text(found, "member", entry.place, subject)
        value = found.find("value")
        if value is None:
            self.report.add(entry.place, subject, "'value' is missing")
        if not path or value is None:
            return None
        target = self._member(path, entry.value.place, shape, subject)
        if target is None:
            return None
        said = value.value.value
        if isinstance(said, Object | Array) or said is None or not _fits(said, target):
            wrong = f"'{path}' is {_described(target)} and cannot equal {value.value.kind()}"
            self.report.add(value.value.place, subject, wrong)
            return None
        if target.enum is not None and said not in target.enum:
            wrong = f"'{said}' is no value of {target.name} ({', '.join(target.enum)})"
            self.report.add(value.value.place, subject, wrong)
            return None
        return Equals(MemberPath(tuple(path.split("."))), said)

    def _constraints(self, found: Object) -> list[Constraint]:
        constraints: list[Constraint] = []
        for item in self._items(found, "constraints", ""):
            constraint = self._constraint(item)
            if constraint is None:
                continue
            if constraint.shape in (c.shape for c in constraints):
                said = "there is another constraint on this shape"
                self.report.add(item.place, constraint.shape, said)
            constraints.append(constraint)
        return constraints

    def _constraint(self, node: Node) -> Constraint | None:
        found = self.object(node, "", "a constraint")
        if not isinstance(node.value, Object):
            return None
        shape = self._shape(found, node.place, "constraint")
        if shape is None:
            return None
        self._only(found, shape.name, "shape", "min", "max", "pattern", "reason")
        reason = self.needed_text(found, "reason", node.place, shape.name)
        fractions = shape.kind in (Kind.FLOAT, Kind.DOUBLE)
        signed = fractions or shape.kind in (Kind.INTEGER, Kind.LONG)
        limited = signed or shape.kind in (Kind.STRING, Kind.LIST, Kind.MAP, Kind.BLOB)
        limits: dict[str, int | float | None] = {"min": None, "max": None}
        drops: list[str] = []
        pattern: str | None = None
        for entry in found:
            if entry.key not in ("min", "max", "pattern"):
                continue
            if entry.value.value is None:
                drops.append(entry.key)
            elif entry.key == "pattern":
                pattern = self._pattern(entry, shape)
            else:
                number = self.number(found, entry.key, shape.name)
                if number is not None and not fractions and number != int(number):
                    said = f"'{entry.key}' must be a whole number, not {number}"
                    self.report.add(entry.value.place, shape.name, said)
                elif number is not None and not signed and number < 0:
                    said = f"'{entry.key}' is a length and cannot be {number}"
                    self.report.add(entry.value.place, shape.name, said)
                else:
                    limits[entry.key] = number
            if not limited or (entry.key == "pattern" and shape.kind is not Kind.STRING):
                said = f"{_described(shape)} has no '{entry.key}'"
                self.report.add(entry.place, shape.name, said)
        if not drops and pattern is None and limits == {"min": None, "max": None}:
            said = "neither 'min' nor 'max' nor 'pattern' is given"
            self.report.add(node.place, shape.name, said)
        constraint = Constraint(
            shape.name, Limits(limits["min"], limits["max"]), tuple(drops), pattern, reason
        )
        low, high = (result := constrained(shape, constraint).limits).min, result.max
        if low is not None and high is not None and low > high:
            self.report.add(node.place, shape.name, f"'min' ({low}) is more than 'max' ({high})")
        return constraint

    def _pattern(self, entry: Entry, shape: Shape) -> str | None:
        """A pattern that replaces the model's; one that is not checked would be of no use."""
        source = entry.value.value
        if not isinstance(source, str) or not source:
            said = f"'pattern' must be a regular expression or null, not {entry.value.kind()}"
            self.report.add(entry.value.place, shape.name, said)
            return None
        try:
            compiled(source, full_match=not shape.pattern_is_search)
        except Inexpressible as reason:
            said = f"'pattern' cannot be checked because of {reason}"
            self.report.add(entry.value.place, shape.name, said)
        return source


def _canonical(found: Object, key: str) -> str:
    entry = found.find(key)
    return "" if entry is None else canonical(entry.value)


def _described(shape: Shape) -> str:
    """What a shape is, in words for a message."""
    if shape.enum is not None:
        return f"the enum {shape.name}"
    article = "an" if shape.kind is Kind.INTEGER else "a"
    return f"{article} {shape.kind.value}"


def _fits(value: str | int | float | bool, shape: Shape) -> bool:
    """Whether a JSON value can be one of the shape's."""
    match shape.kind:
        case Kind.STRING:
            return isinstance(value, str)
        case Kind.BOOLEAN:
            return isinstance(value, bool)
        case Kind.INTEGER | Kind.LONG:
            return isinstance(value, int) and not isinstance(value, bool)
        case Kind.FLOAT | Kind.DOUBLE:
            return isinstance(value, int | float) and not isinstance(value, bool)
    return False
