"""The shapes of botocore's model format (C2J), typed."""

from __future__ import annotations

from dataclasses import replace

from . import c2j_keys as keys
from .c2j_reader import C2jReader
from .diagnostics import Place, Report
from .endpoint_rules.given import context_parameter
from .keys import Keys
from .shapes import (
    Error,
    Kind,
    Location,
    Member,
    OwnConstraints,
    Ref,
    Shape,
    TimestampFormat,
    Unsupported,
)
from .source import Entry, Object

_SHAPE_KEYS = dict(keys.SHAPES)


class ShapeReader(C2jReader):
    """Reads shapes and uses of shapes; `shapes` holds all of the model's."""

    def __init__(self, report: Report, shapes: Object) -> None:
        super().__init__(report)
        self._shapes = shapes

    def shape(self, entry: Entry) -> Shape:
        name, place = entry.key, entry.place
        found = self.object(entry.value, name, "a shape")
        said = self.needed_text(found, "type", place, name)
        try:
            kind = Kind(said)
        except ValueError:
            kind = Kind.OTHER
        unsupported = list(self.unsupported(found, _SHAPE_KEYS.get(said, keys.OTHER_SHAPE)))
        if kind is Kind.OTHER:
            what = f"the type '{said}' is not supported yet"
            unsupported.insert(0, Unsupported(what, self.place_of(found, "type", place)))
        shape = Shape(
            name,
            kind,
            place,
            self.text(found, "documentation", name) or "",
            self.deprecated(found, name),
            self.flag(found, "sensitive", name),
            unsupported=tuple(unsupported),
        )
        return self._with_parts(shape, found)

    def _with_parts(self, shape: Shape, found: Object) -> Shape:
        """The shape with all that shapes of its kind have."""
        name, kind, place = shape.name, shape.kind, shape.place
        match kind:
            case Kind.STRUCTURE if self.flag(found, "document", name):
                return replace(shape, kind=Kind.DOCUMENT)
            case Kind.STRUCTURE if self.flag(found, "union", name):
                return replace(self._structure(shape, found), kind=Kind.UNION)
            case Kind.STRUCTURE:
                return self._structure(shape, found)
            case Kind.LIST:
                element = self._needed_ref(found, "member", shape)
                return replace(
                    shape,
                    value=element,
                    limits=self.limits(found, kind, place, name),
                    sparse=self.flag(found, "sparse", name),
                )
            case Kind.MAP:
                key, value = (self._needed_ref(found, k, shape) for k in ("key", "value"))
                return replace(
                    shape,
                    key=key,
                    value=value,
                    limits=self.limits(found, kind, place, name),
                    sparse=self.flag(found, "sparse", name),
                )
            case Kind.STRING:
                return replace(
                    shape,
                    limits=self.limits(found, kind, place, name),
                    pattern=self.text(found, "pattern", name),
                    enum=self._enum(found, shape),
                    media_type=self.text(found, "mediaType", name),
                )
            case Kind.BLOB:
                return replace(
                    shape,
                    limits=self.limits(found, kind, place, name),
                    streaming=self.flag(found, "streaming", name),
                    requires_length=self.flag(found, "requiresLength", name),
                    media_type=self.text(found, "mediaType", name),
                )
            case Kind.TIMESTAMP:
                form = self.choice(TimestampFormat, found, "timestampFormat", "timestamp format", name)
                return replace(shape, timestamp_format=form)
            case Kind.BOOLEAN | Kind.OTHER:
                return shape
        return replace(shape, limits=self.limits(found, kind, place, name))

    def _structure(self, shape: Shape, found: Object) -> Shape:
        name = shape.name
        members = self.child(found, "members", shape.place, name)
        names = {e.key for e in members}
        required: set[str] = set()
        for member, place in self.texts(found, "required", name):
            if member not in names:
                self.report.add(place, name, f"'required' names '{member}', which is no member")
            if member in required:
                self.report.add(place, name, f"'required' names '{member}' twice")
            required.add(member)
        payload = self.text(found, "payload", name)
        if payload is not None and payload not in names:
            place = self.place_of(found, "payload", shape.place)
            self.report.add(place, name, f"'payload' names '{payload}', which is no member")
        return replace(
            shape,
            members=tuple(self._member(e, name, e.key in required) for e in members),
            payload=payload,
            error=self._error(found, shape),
        )

    def _member(self, entry: Entry, structure: str, required: bool) -> Member:
        subject = f"{structure}.{entry.key}"
        found = self.object(entry.value, subject, "a member")
        ref = self.ref(entry, subject, keys.MEMBER)
        return Member(
            entry.key,
            ref or Ref("", entry.place),
            required,
            self.choice(Location, found, "location", "location", subject),
            self.text(found, "locationName", subject),
            self.text(found, "documentation", subject) or "",
            self.deprecated(found, subject),
            self.flag(found, "idempotencyToken", subject),
            self.flag(found, "hostLabel", subject),
            "application/json" if self.flag(found, "jsonvalue", subject) else None,
            self.flag(found, "streaming", subject),
            context_parameter(self, found.find("contextParam"), subject),
        )

    def _error(self, found: Object, shape: Shape) -> Error | None:
        is_error = self.flag(found, "exception", shape.name)
        fault = self.flag(found, "fault", shape.name)
        throttling = self._throttling(found, shape)
        if found.find("error") is None and not is_error:
            return None
        error = self.optional_object(found, "error", shape.name)
        self.refuse_unknown(error, keys.ERROR, shape.name)
        status = self.status(error, "httpStatusCode", shape.name, of_error=True)
        if status is None:
            status = 500 if fault or self.flag(error, "fault", shape.name) else 400
        code = self.text(error, "code", shape.name)
        return Error(status, code, throttling is not None, throttling is True)

    def _throttling(self, found: Object, shape: Shape) -> bool | None:
        """What `retryable` says; nothing where the shape is not retryable."""
        entry = found.find("retryable")
        if entry is None:
            return None
        retryable = self.object(entry.value, shape.name, "'retryable'")
        self.refuse_unknown(retryable, keys.RETRYABLE, shape.name)
        return self.flag(retryable, "throttling", shape.name)

    def _enum(self, found: Object, shape: Shape) -> tuple[str, ...] | None:
        if found.find("enum") is None:
            return None
        values: list[str] = []
        for value, place in self.texts(found, "enum", shape.name):
            if value in values:
                self.report.add(place, shape.name, f"the value '{value}' is listed twice")
            values.append(value)
        if not values:
            place = self.place_of(found, "enum", shape.place)
            self.report.add(place, shape.name, "'enum' is empty")
        return tuple(values)

    # ---- uses of shapes

    def ref(self, entry: Entry | None, subject: str, known: Keys) -> Ref | None:
        """A use of a shape, which may have the keys in `known`; nothing where there is none."""
        if entry is None:
            return None
        found = self.object(entry.value, subject, f"'{entry.key}'")
        if not isinstance(entry.value.value, Object):
            return None
        place = self.place_of(found, "shape", entry.place)
        return Ref(
            self.needed_text(found, "shape", entry.place, subject),
            place,
            self.choice(TimestampFormat, found, "timestampFormat", "timestamp format", subject),
            self.unsupported(found, known),
            self._own_constraints(found, subject, entry.place),
        )

    def _needed_ref(self, found: Object, key: str, shape: Shape) -> Ref | None:
        if found.find(key) is None:
            self.report.add(shape.place, shape.name, f"'{key}' is missing")
        return self.ref(found.find(key), shape.name, keys.ELEMENT)

    def _own_constraints(self, found: Object, subject: str, place: Place) -> OwnConstraints | None:
        """What a use of a shape demands beyond the shape."""
        if not any(found.find(key) for key in ("min", "max", "pattern")):
            return None
        bounded = found.find("min") is not None or found.find("max") is not None
        limits = self.limits(found, self._kind_of(found), place, subject)
        return OwnConstraints(limits if bounded else None, self.text(found, "pattern", subject))

    def _kind_of(self, used: Object) -> Kind:
        """The kind of a shape that is used, which may be read later than its use."""
        name = used.find("shape")
        shape = self.find(name.value.value if name is not None else None)
        type_ = shape.find("type") if shape is not None else None
        kinds = (k for k in Kind if type_ is not None and k.value == type_.value.value)
        return next(kinds, Kind.OTHER)

    def find(self, name: object) -> Object | None:
        """The shape of a name, as the model has it."""
        shape = self._shapes.find(name) if isinstance(name, str) else None
        return shape.value.value if shape is not None and isinstance(shape.value.value, Object) else None
