"""From Smithy's JSON AST (2.0) to typed shapes. The only module, with its tables of traits, that knows the
format.

A shape goes by its name without its namespace. Constraint traits on a member stand instead of those of its
target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from .diagnostics import Place, Report
from .metadata import SIGV4, no_service
from .reader import Reader
from .references import check_uri
from .shapes import (
    Error,
    Kind,
    Limits,
    Location,
    Member,
    Operation,
    OwnConstraints,
    Ref,
    Service,
    Shape,
    TimestampFormat,
    Unsupported,
)
from .smithy_traits import refusal
from .source import Array, Entry, Node, Object, canonical

_API = "smithy.api#"
_UNIT = f"{_API}Unit"
_KINDS = {
    "structure": Kind.STRUCTURE,
    "union": Kind.UNION,
    "list": Kind.LIST,
    "set": Kind.LIST,
    "map": Kind.MAP,
    "string": Kind.STRING,
    "enum": Kind.STRING,
    "boolean": Kind.BOOLEAN,
    "byte": Kind.INTEGER,
    "short": Kind.INTEGER,
    "integer": Kind.INTEGER,
    "intEnum": Kind.INTEGER,
    "long": Kind.LONG,
    "float": Kind.FLOAT,
    "double": Kind.DOUBLE,
    "timestamp": Kind.TIMESTAMP,
    "blob": Kind.BLOB,
}
_NOT_YET = {
    "document": "documents are",
    "bigInteger": "big integers are",
    "bigDecimal": "big decimals are",
}
_PRELUDE = {
    **{t.capitalize(): t for t in "string boolean byte short integer long float double".split()},
    **{f"Primitive{t.capitalize()}": t for t in "boolean byte short integer long float double".split()},
    "Timestamp": "timestamp",
    "Blob": "blob",
    "Unit": "structure",
    "Document": "document",
    "BigInteger": "bigInteger",
    "BigDecimal": "bigDecimal",
}
_FORMATS = {
    "date-time": TimestampFormat.DATE_TIME,
    "http-date": TimestampFormat.HTTP_DATE,
    "epoch-seconds": TimestampFormat.EPOCH_SECONDS,
}
_LOCATIONS = {
    f"{_API}httpLabel": Location.URI,
    f"{_API}httpQuery": Location.QUERY,
    f"{_API}httpQueryParams": Location.QUERY,
    f"{_API}httpHeader": Location.HEADER,
    f"{_API}httpPrefixHeaders": Location.HEADERS,
    f"{_API}httpResponseCode": Location.STATUS,
}
_BINDERS = "create put read update delete list".split()


def read_service(root: Node, report: Report) -> Service:
    """Types a model that was parsed; reports what is wrong with it."""
    return _Loader(root, report).service()


class _Loader(Reader):
    def __init__(self, root: Node, report: Report) -> None:
        super().__init__(report)
        self._root = root
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, str] = {}
        self._prelude: dict[str, Place] = {}

    # ---- the service

    def service(self) -> Service:
        model = self.object(self._root, "", "a service model")
        version = self.text(model, "smithy", "") or ""
        if not version.startswith("2"):
            said = f"version '{version}' of Smithy is not supported; 2.0 is"
            self.report.add(self.place_of(model, "smithy", self._root.place), "", said)
            return no_service(self._root.place)
        shapes = self.child(model, "shapes", self._root.place, "")
        self._entries = {e.key: e for e in shapes}
        services = [e for e in shapes if self._type(e) == "service"]
        if len(services) != 1:
            found = ", ".join(e.key for e in services) or "none"
            said = f"a model must have exactly one service, not {found}"
            self.report.add(self.place_of(model, "shapes", self._root.place), "", said)
            return no_service(self._root.place)
        return self._service(services[0], shapes)

    def _service(self, entry: Entry, shapes: Object) -> Service:
        found = self.object(entry.value, entry.key, "a service")
        subject, traits = entry.key, self._traits(found, entry.key)
        if traits.find("aws.protocols#restJson1") is None:
            said = "the service does not speak aws.protocols#restJson1, the only protocol supported yet"
            self.report.add(entry.place, subject, said)
            return no_service(self._root.place)
        self._rename(found, subject, shapes)
        described = self._trait_object(traits, "aws.api#service", subject)
        signing = self._trait_object(traits, SIGV4, subject)
        sdk_id = self.text(described, "sdkId", subject) or _local(entry.key)
        prefix = self.text(described, "endpointPrefix", subject)
        operations = dict(self._bound_operations(found, subject, set()))
        common = self._refs(found, "errors", subject)
        typed = [self._shape(e) for e in shapes if self._type(e) in (*_KINDS, *_NOT_YET)]
        made = tuple(self._operation(o, common) for o in operations.values())
        prefix = prefix or sdk_id.lower().replace(" ", "")
        return replace(
            no_service(self._root.place),
            id=sdk_id,
            name=self.text(traits, f"{_API}title", subject) or sdk_id,
            api_version=self.text(found, "version", subject) or "",
            endpoint_prefix=prefix,
            signing_name=self.text(signing, "name", subject) or prefix,
            documentation=self.text(traits, f"{_API}documentation", subject) or "",
            digest=int(sha256(canonical(self._root).encode()).hexdigest()[:16], 16),
            operations=made,
            shapes=(*self._with_unique_names(typed), *self._prelude_shapes()),
        )

    def _rename(self, service: Object, subject: str, shapes: Object) -> None:
        """What each shape goes by: its local name, or that which the service gives it."""
        self._names = {e.key: _local(e.key) for e in shapes}
        for renamed in self._optional_object(service, "rename", subject):
            if isinstance(renamed.value.value, str):
                self._names[renamed.key] = renamed.value.value

    def _with_unique_names(self, shapes: list[Shape]) -> Iterator[Shape]:
        """A name that two namespaces share is refused once it is reached."""
        count = Counter(s.name for s in shapes)
        seen: set[str] = set()
        for shape in shapes:
            if count[shape.name] == 1:
                yield shape
            elif shape.name not in seen:
                seen.add(shape.name)
                what = f"shapes called '{shape.name}' in several namespaces are not supported"
                yield replace(shape, unsupported=(Unsupported(what, shape.place),))

    def _bound_operations(
        self, found: Object, subject: str, seen: set[str]
    ) -> Iterator[tuple[str, Entry]]:
        """The operations of a service or resource, and of the resources in it."""
        for key in ("operations", "collectionOperations"):
            for target, place in self._targets(found, key, subject):
                yield from self._bound(target, place, subject)
        for key in _BINDERS:
            bound = found.find(key)
            if bound is not None and self._type_of_shape(found) == "resource":
                target = self._target(bound.value, subject)
                yield from self._bound(target, bound.place, subject)
        for target, place in self._targets(found, "resources", subject):
            entry = self._entries.get(target)
            if entry is None:
                self.report.add(place, subject, f"there is no shape '{target}'")
            elif target not in seen:
                seen.add(target)
                inner = self.object(entry.value, target, "a resource")
                yield from self._bound_operations(inner, target, seen)

    def _bound(self, target: str, place: Place, subject: str) -> Iterator[tuple[str, Entry]]:
        entry = self._entries.get(target)
        if entry is None or self._type(entry) != "operation":
            self.report.add(place, subject, f"there is no operation '{target}'")
        else:
            yield target, entry

    # ---- operations

    def _operation(self, entry: Entry, common: tuple[Ref, ...]) -> Operation:
        name, place = self._names[entry.key], entry.place
        found = self.object(entry.value, name, "an operation")
        traits = self._traits(found, name)
        unsupported = list(self._refused(traits))
        auth = traits.find(f"{_API}auth")
        if auth is not None and isinstance(auth.value.value, Array):
            schemes = [i.value for i in auth.value.value.items]
            if SIGV4 not in schemes:
                what = "operations that are not signed (auth) are not supported yet"
                unsupported.append(Unsupported(what, auth.place))
        http = traits.find(f"{_API}http")
        if http is None:
            self.report.add(place, name, f"'{_API}http' is missing")
        binding = self._trait_object(traits, f"{_API}http", name)
        method = self.needed_text(binding, "method", place, name) if http else ""
        uri = self.needed_text(binding, "uri", place, name) if http else ""
        check_uri(uri, self.place_of(binding, "uri", place), name, self.report)
        status = self.number(binding, "code", name)
        errors = {r.shape: r for r in (*self._refs(found, "errors", name), *common)}
        return Operation(
            name,
            place,
            method,
            uri,
            200 if status is None else int(status),
            self._optional_ref(found, "input", name),
            self._optional_ref(found, "output", name),
            tuple(errors.values()),
            self.text(traits, f"{_API}documentation", name) or "",
            self._deprecated(traits, name),
            tuple(unsupported),
        )

    # ---- shapes

    def _shape(self, entry: Entry) -> Shape:
        name, place = self._names[entry.key], entry.place
        found = self.object(entry.value, name, "a shape")
        type_ = self._type(entry)
        traits = self._traits(found, name)
        unsupported = list(self._refused(traits))
        if type_ in _NOT_YET:
            unsupported.insert(0, Unsupported(f"{_NOT_YET[type_]} not supported yet", place))
        if found.find("mixins") is not None:
            at = self.place_of(found, "mixins", place)
            unsupported.append(Unsupported("mixins are not supported: flatten the model", at))
        own = self._constraints(traits, name) or OwnConstraints()
        shape = Shape(
            name,
            _KINDS.get(type_, Kind.OTHER),
            place,
            self.text(traits, f"{_API}documentation", name) or "",
            self._deprecated(traits, name),
            traits.find(f"{_API}sensitive") is not None,
            own.limits or Limits(),
            own.pattern,
            True,
            unsupported=tuple(unsupported),
        )
        match type_:
            case "structure" | "union":
                return self._structure(shape, found, traits)
            case "list" | "set":
                unique = type_ == "set" or traits.find(f"{_API}uniqueItems") is not None
                return replace(shape, value=self._member_ref(found, "member", name), unique=unique)
            case "map":
                key, value = (self._member_ref(found, k, name) for k in ("key", "value"))
                return replace(shape, key=key, value=value)
            case "enum" | "string":
                values = self._enum_shape(found) if type_ == "enum" else self._enum_trait(traits)
                return replace(shape, enum=values)
            case "timestamp":
                return replace(shape, timestamp_format=self._format(traits, name))
        return shape

    def _structure(self, shape: Shape, found: Object, traits: Object) -> Shape:
        members = self._optional_object(found, "members", shape.name)
        payload = None
        for entry in members:
            own = self._traits(self.object(entry.value, entry.key, "a member"), entry.key)
            if own.find(f"{_API}httpPayload") is not None:
                payload = entry.key
        return replace(
            shape,
            members=tuple(self._member(e, shape.name) for e in members),
            payload=payload,
            error=self._error(traits, shape),
        )

    def _member(self, entry: Entry, structure: str) -> Member:
        subject = f"{structure}.{entry.key}"
        found = self.object(entry.value, subject, "a member")
        traits = self._traits(found, subject)
        location, location_name = None, self.text(traits, f"{_API}jsonName", subject)
        for trait, place in _LOCATIONS.items():
            said = traits.find(trait)
            if said is not None:
                location = place
                location_name = said.value.value if isinstance(said.value.value, str) else None
        return Member(
            entry.key,
            self._ref(entry, subject),
            traits.find(f"{_API}required") is not None,
            location,
            location_name,
            self.text(traits, f"{_API}documentation", subject) or "",
            self._deprecated(traits, subject),
        )

    def _error(self, traits: Object, shape: Shape) -> Error | None:
        whose = self.text(traits, f"{_API}error", shape.name)
        if whose is None:
            return None
        status = self.number(traits, f"{_API}httpError", shape.name)
        retryable = traits.find(f"{_API}retryable")
        throttling = self.flag(
            self._trait_object(traits, f"{_API}retryable", shape.name), "throttling", shape.name
        )
        otherwise = 500 if whose == "server" else 400
        return Error(int(status or otherwise), None, retryable is not None, throttling)

    def _enum_shape(self, found: Object) -> tuple[str, ...]:
        values: list[str] = []
        for entry in self._optional_object(found, "members", ""):
            member = self.object(entry.value, entry.key, "a member")
            said = self._traits(member, entry.key).find(f"{_API}enumValue")
            values.append(str(said.value.value) if said is not None else entry.key)
        return tuple(values)

    def _enum_trait(self, traits: Object) -> tuple[str, ...] | None:
        said = traits.find(f"{_API}enum")
        if said is None or not isinstance(said.value.value, Array):
            return None
        objects = (i.value for i in said.value.value.items)
        values = (o.find("value") for o in objects if isinstance(o, Object))
        return tuple(str(v.value.value) for v in values if v is not None)

    # ---- uses of shapes

    def _ref(self, entry: Entry, subject: str) -> Ref:
        found = self.object(entry.value, subject, "a use of a shape")
        traits = self._traits(found, subject)
        return Ref(
            self._name_of(self._target(entry.value, subject), entry.place),
            entry.place,
            self._format(traits, subject),
            tuple(self._refused(traits)),
            self._constraints(traits, subject),
        )

    def _member_ref(self, found: Object, key: str, subject: str) -> Ref | None:
        entry = found.find(key)
        if entry is None:
            self.report.add(self._entries_place(subject), subject, f"'{key}' is missing")
            return None
        return self._ref(entry, f"{subject}.{key}")

    def _optional_ref(self, found: Object, key: str, subject: str) -> Ref | None:
        entry = found.find(key)
        if entry is None or self._target(entry.value, subject) == _UNIT:
            return None
        return self._ref(entry, subject)

    def _refs(self, found: Object, key: str, subject: str) -> tuple[Ref, ...]:
        targets = self._targets(found, key, subject)
        return tuple(Ref(self._name_of(target, place), place) for target, place in targets)

    def _targets(self, found: Object, key: str, subject: str) -> Iterator[tuple[str, Place]]:
        entry = found.find(key)
        if entry is None:
            return
        if not isinstance(entry.value.value, Array):
            said = f"'{key}' must be an array, not {entry.value.kind()}"
            self.report.add(entry.value.place, subject, said)
            return
        for item in entry.value.value.items:
            yield self._target(item, subject), item.place

    def _target(self, node: Node, subject: str) -> str:
        found = self.object(node, subject, "a use of a shape")
        return self.needed_text(found, "target", node.place, subject)

    def _name_of(self, target: str, place: Place) -> str:
        """What a shape goes by; of Smithy's prelude, those that are used become shapes of the model."""
        if target in self._entries or not target.startswith(_API):
            return self._names.get(target, target)
        name = target.removeprefix(_API)
        if name not in _PRELUDE:
            return target
        self._prelude.setdefault(name, place)
        return self._prelude_name(name)

    def _prelude_name(self, name: str) -> str:
        taken = set(self._names.values())
        return f"Prelude{name}" if name in taken else name

    def _prelude_shapes(self) -> Iterator[Shape]:
        for name, place in sorted(self._prelude.items()):
            type_ = _PRELUDE[name]
            made = Shape(self._prelude_name(name), _KINDS.get(type_, Kind.OTHER), place)
            if type_ in _NOT_YET:
                what = Unsupported(f"{_NOT_YET[type_]} not supported yet", place)
                made = replace(made, unsupported=(what,))
            yield made

    # ---- traits

    def _traits(self, found: Object, subject: str) -> Object:
        return self._optional_object(found, "traits", subject)

    def _optional_object(self, found: Object, key: str, subject: str) -> Object:
        entry = found.find(key)
        return Object(()) if entry is None else self.object(entry.value, subject, f"'{key}'")

    _trait_object = _optional_object

    @staticmethod
    def _refused(traits: Object) -> Iterator[Unsupported]:
        for entry in traits:
            what = refusal(entry.key) if entry.key != f"{_API}auth" else None
            if what is not None:
                yield Unsupported(what, entry.place)

    def _constraints(self, traits: Object, subject: str) -> OwnConstraints | None:
        limits: Limits | None = None
        for trait in (f"{_API}length", f"{_API}range"):
            if traits.find(trait) is not None:
                said = self._trait_object(traits, trait, subject)
                limits = Limits(*(self._bound_of(said, key, subject) for key in ("min", "max")))
        pattern = self.text(traits, f"{_API}pattern", subject)
        if limits is None and pattern is None:
            return None
        return OwnConstraints(limits, pattern)

    def _bound_of(self, said: Object, key: str, subject: str) -> int | float | None:
        """A bound; those of big numbers are texts."""
        entry = said.find(key)
        if entry is not None and isinstance(entry.value.value, str):
            try:
                return float(entry.value.value)
            except ValueError:
                self.report.add(entry.place, subject, f"'{key}' must be a number")
                return None
        return self.number(said, key, subject)

    def _format(self, traits: Object, subject: str) -> TimestampFormat | None:
        said = self.text(traits, f"{_API}timestampFormat", subject)
        if said is not None and said not in _FORMATS:
            place = self.place_of(traits, f"{_API}timestampFormat", self._root.place)
            self.report.add(place, subject, f"the timestamp format '{said}' is not known")
        return _FORMATS.get(said or "")

    def _deprecated(self, traits: Object, subject: str) -> str | None:
        if traits.find(f"{_API}deprecated") is None:
            return None
        said = self._trait_object(traits, f"{_API}deprecated", subject)
        return self.text(said, "message", subject) or ""

    def _type(self, entry: Entry) -> str:
        return self._type_of_shape(self.object(entry.value, entry.key, "a shape"))

    @staticmethod
    def _type_of_shape(found: Object) -> str:
        entry = found.find("type")
        return entry.value.value if entry and isinstance(entry.value.value, str) else ""

    def _entries_place(self, name: str) -> Place:
        entry = next((e for k, e in self._entries.items() if self._names.get(k) == name), None)
        return self._root.place if entry is None else entry.place


def _local(shape_id: str) -> str:
    return shape_id.rpartition("#")[2]
