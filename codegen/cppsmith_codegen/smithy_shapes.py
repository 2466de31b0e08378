"""The shapes of Smithy's JSON AST, typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .diagnostics import Place, Report
from .endpoint_rules.given import context_parameter
from .shapes import (
    Error,
    Kind,
    Limits,
    Location,
    Member,
    OwnConstraints,
    Ref,
    Shape,
    Unsupported,
)
from .smithy_flat import text_of
from .smithy_reader import API, RULES, SmithyReader, local, refused
from .smithy_traits import constrains
from .source import Array, Entry, Node, Object

KINDS = {
    "structure": Kind.STRUCTURE,
    "union": Kind.UNION,
    "list": Kind.LIST,
    "set": Kind.LIST,
    "map": Kind.MAP,
    "string": Kind.STRING,
    "enum": Kind.STRING,
    "boolean": Kind.BOOLEAN,
    "byte": Kind.INTEGER,  # as in botocore's models
    "short": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "intEnum": Kind.INTEGER,
    "long": Kind.LONG,
    "float": Kind.FLOAT,
    "double": Kind.DOUBLE,
    "timestamp": Kind.TIMESTAMP,
    "blob": Kind.BLOB,
    "document": Kind.DOCUMENT,
    "bigInteger": Kind.NUMERAL,
    "bigDecimal": Kind.NUMERAL,
}
_LIMITS = (f"{API}length", f"{API}range")
_CONSTRAINTS = (*_LIMITS, f"{API}pattern")
_LOCATIONS = {
    f"{API}httpLabel": Location.URI,
    f"{API}httpQuery": Location.QUERY,
    f"{API}httpQueryParams": Location.QUERY,
    f"{API}httpHeader": Location.HEADER,
    f"{API}httpPrefixHeaders": Location.HEADERS,
    f"{API}httpResponseCode": Location.STATUS,
}


class ShapeReader(SmithyReader):
    """Reads shapes. `names` is what each one goes by; a use of another one keeps its id, which leads nowhere."""

    def __init__(self, report: Report, entries: Mapping[str, Entry], names: Mapping[str, str]) -> None:
        super().__init__(report)
        self._entries = entries
        self._names = names

    def shape(self, shape_id: str) -> Shape:
        entry = self._entries[shape_id]
        name, place = self._names[shape_id], entry.place
        found = self.object(entry.value, name, "a shape")
        type_ = self.needed_text(found, "type", place, name)
        traits = self.traits(found, name)
        unsupported = list(refused(traits, type_))
        if type_ and type_ not in KINDS:
            self.report.add(self.place_of(found, "type", place), name, f"'{type_}' is no type of a value")
        own = self._constraints(traits, type_, name) or OwnConstraints()
        shape = Shape(
            name,
            KINDS.get(type_, Kind.OTHER),
            place,
            self.text(traits, f"{API}documentation", name) or "",
            self.deprecated(traits, name),
            traits.find(f"{API}sensitive") is not None,
            own.limits or Limits(),
            own.pattern,
            True,
            sparse=traits.find(f"{API}sparse") is not None,
            streaming=traits.find(f"{API}streaming") is not None,
            requires_length=traits.find(f"{API}requiresLength") is not None,
            media_type=self.text(traits, f"{API}mediaType", name),
            unsupported=tuple(unsupported),
        )
        return self._with_parts(shape, type_, found, traits, shape_id)

    def _with_parts(
        self, shape: Shape, type_: str, found: Object, traits: Object, shape_id: str
    ) -> Shape:
        match type_:
            case "structure":
                error = self._error(traits, shape, shape_id)
                return replace(self._with_members(shape, found), error=error)
            case "union":
                return self._with_members(shape, found)
            case "list" | "set":
                unique = type_ == "set" or traits.find(f"{API}uniqueItems") is not None
                return replace(shape, value=self._element(found, "member", shape), unique=unique)
            case "map":
                key, value = (self._element(found, k, shape) for k in ("key", "value"))
                return replace(shape, key=key, value=value)
            case "enum":
                return replace(shape, enum=self._values(self._values_of_members(found, shape), shape))
            case "string" if traits.find(f"{API}enum") is not None:
                return replace(shape, enum=self._values(self._values_of_trait(traits, shape), shape))
            case "timestamp":
                return replace(shape, timestamp_format=self.timestamp_format(traits, shape.name))
        return shape

    def _with_members(self, shape: Shape, found: Object) -> Shape:
        members = self.optional_object(found, "members", shape.name)
        payloads = [e.key for e in members if self._has_trait(e, f"{API}httpPayload", shape)]
        if len(payloads) > 1:
            self.report.add(shape.place, shape.name, f"{' and '.join(payloads)} are both the payload")
        return replace(
            shape,
            members=tuple(self._member(e, shape.name) for e in members),
            payload=payloads[0] if payloads else None,
        )

    def _has_trait(self, member: Entry, trait: str, shape: Shape) -> bool:
        subject = f"{shape.name}.{member.key}"
        return self.traits(self.object(member.value, subject, "a member"), subject).find(trait) is not None

    def _member(self, entry: Entry, structure: str) -> Member:
        subject = f"{structure}.{entry.key}"
        found = self.object(entry.value, subject, "a member")
        traits = self.traits(found, subject)
        location, location_name = None, self.text(traits, f"{API}jsonName", subject)
        for trait, place in _LOCATIONS.items():
            said = traits.find(trait)
            if said is not None and location is not None:
                self.report.add(said.place, subject, "has more than one place in the message")
            if said is not None:
                named = trait not in (f"{API}httpLabel", f"{API}httpQueryParams", f"{API}httpResponseCode")
                location = place
                location_name = self.text(traits, trait, subject) if named else None
        return Member(
            entry.key,
            self.ref(entry, subject),
            traits.find(f"{API}required") is not None,
            location,
            location_name,
            self.text(traits, f"{API}documentation", subject) or "",
            self.deprecated(traits, subject),
            traits.find(f"{API}idempotencyToken") is not None,
            traits.find(f"{API}hostLabel") is not None,
            context_parameter=context_parameter(self, traits.find(f"{RULES}contextParam"), subject),
        )

    def _error(self, traits: Object, shape: Shape, shape_id: str) -> Error | None:
        whose = self.text(traits, f"{API}error", shape.name)
        if whose is None:
            return None
        if whose not in ("client", "server"):
            place = self.place_of(traits, f"{API}error", shape.place)
            self.report.add(place, shape.name, f"'{API}error' must be client or server, not '{whose}'")
        status = self.status(traits, f"{API}httpError", shape.name, of_error=True)
        retryable = self.optional_object(traits, f"{API}retryable", shape.name)
        name = local(shape_id)
        return Error(
            status or (500 if whose == "server" else 400),
            name if name != shape.name else None,  # a service's other name for it is not that on the wire
            traits.find(f"{API}retryable") is not None,
            self.flag(retryable, "throttling", shape.name),
        )

    def _values_of_members(self, found: Object, shape: Shape) -> Iterator[tuple[Node, Place]]:
        for entry in self.optional_object(found, "members", shape.name):
            subject = f"{shape.name}.{entry.key}"
            member = self.object(entry.value, subject, "a member")
            said = self.traits(member, subject).find(f"{API}enumValue")
            yield (Node(entry.key, entry.place) if said is None else said.value), entry.place

    def _values_of_trait(self, traits: Object, shape: Shape) -> Iterator[tuple[Node, Place]]:
        said = traits.find(f"{API}enum")
        if said is None or not isinstance(said.value.value, Array):
            place = shape.place if said is None else said.place
            self.report.add(place, shape.name, f"'{API}enum' must be an array")
            return
        for item in said.value.value.items:
            value = self.object(item, shape.name, "an enum definition").find("value")
            if value is None:
                self.report.add(item.place, shape.name, "'value' is missing")
            else:
                yield value.value, value.place

    def _values(self, said: Iterator[tuple[Node, Place]], shape: Shape) -> tuple[str, ...]:
        values: list[str] = []
        for node, place in said:
            if not isinstance(node.value, str) or not node.value:
                self.report.add(place, shape.name, "a value must be a string that is not empty")
            elif node.value in values:
                self.report.add(place, shape.name, f"the value '{node.value}' is listed twice")
            else:
                values.append(node.value)
        if not values:
            self.report.add(shape.place, shape.name, "has no values")
        return tuple(values)

    # ---- uses of shapes

    def ref(self, entry: Entry, subject: str) -> Ref:
        found = self.object(entry.value, subject, "a use of a shape")
        traits = self.traits(found, subject)
        target = self.needed_text(found, "target", entry.place, subject)
        used = self._entries.get(target)
        type_ = text_of(used.value, "type") if used is not None else ""
        return Ref(
            self._names.get(target, target),
            entry.place,
            self.timestamp_format(traits, subject),
            (*refused(traits, "member"), *_misplaced(traits, type_)),
            self._constraints(traits, type_, subject),
        )

    def _element(self, found: Object, key: str, shape: Shape) -> Ref | None:
        entry = found.find(key)
        if entry is None:
            self.report.add(shape.place, shape.name, f"'{key}' is missing")
            return None
        return self.ref(entry, f"{shape.name}.{key}")

    def _constraints(self, traits: Object, type_: str, subject: str) -> OwnConstraints | None:
        """What the traits demand of values of a type."""
        meant = Object(tuple(t for t in traits if t.key in _CONSTRAINTS and constrains(t.key, type_)))
        kind, limits = KINDS.get(type_, Kind.OTHER), None
        for trait in (t for t in meant if t.key in _LIMITS):
            said = self.optional_object(meant, trait.key, subject)
            limits = self.limits(said, kind, trait.place, subject)
        pattern = self.text(meant, f"{API}pattern", subject)
        return None if limits is None and pattern is None else OwnConstraints(limits, pattern)


def _misplaced(traits: Object, type_: str) -> Iterator[Unsupported]:
    """The constraints of a member that mean nothing to what it holds."""
    for trait in traits:
        if trait.key in _CONSTRAINTS and not constrains(trait.key, type_):
            yield Unsupported(f"the trait '{trait.key}' is not supported on this member ({type_})", trait.place)
