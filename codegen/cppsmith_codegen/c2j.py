"""From botocore's model format (C2J) to typed shapes. The only module, with its table of keys, that knows
the format.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from . import c2j_keys as keys
from .companions import Companions
from .c2j_pages import read_paginators
from .c2j_waiters import read_waiters
from .endpoint_rules.given import context_parameter, path_parameters, static_parameters
from .endpoint_rules.read import read_rule_set
from .endpoint_rules.rule_set import RuleSet
from .metadata import NO_AUTH, check_auth, no_service, read_metadata
from .pagination import Paginator
from .reader import Reader
from .diagnostics import Place, Report
from .references import check_method, check_uri
from .shapes import (
    Error,
    Kind,
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
from .source import Array, Entry, Node, Object, canonical
from .waiters import Waiter

_SHAPE_KEYS = dict(keys.SHAPES)
_AUTH_TYPES = frozenset("v4 v4-unsigned-body none bearer".split())


def read_service(root: Node, report: Report, companions: Companions = Companions()) -> Service:
    """Types a model that was parsed; reports what is wrong with it."""
    return _Loader(root, report, companions).service()


class _Loader(Reader):
    def __init__(self, root: Node, report: Report, companions: Companions) -> None:
        super().__init__(report)
        self._root = root
        self._companions = companions

    def service(self) -> Service:
        place = self._root.place
        model = self.object(self._root, "", "a service model")
        if not isinstance(self._root.value, Object):
            return no_service(place)
        self.refuse_unknown(model, keys.MODEL, "")
        described = read_metadata(self, self._root, model)
        operations = self.child(model, "operations", place, "")
        shapes = self.child(model, "shapes", place, "")
        return replace(
            described,
            documentation=self.text(model, "documentation", "") or "",
            digest=self._digest(),
            operations=tuple(self._operation(e) for e in operations),
            shapes=tuple(self._shape(e) for e in shapes),
            endpoint_rules=self._endpoint_rules(),
            paginators=self._paginators(operations),
            waiters=self._waiters(operations),
        )

    def _endpoint_rules(self) -> RuleSet | None:
        rules = self._companions.endpoint_rules
        return None if rules is None else read_rule_set(rules, self.report)

    def _paginators(self, operations: Object) -> tuple[Paginator, ...]:
        beside = self._companions.paginators
        return () if beside is None else read_paginators(beside, frozenset(e.key for e in operations), self.report)

    def _waiters(self, operations: Object) -> tuple[Waiter, ...]:
        beside = self._companions.waiters
        return () if beside is None else read_waiters(beside, frozenset(e.key for e in operations), self.report)

    def _digest(self) -> int:
        parts = (self._root, *self._companions.present)
        return int(sha256("\n".join(map(canonical, parts)).encode()).hexdigest()[:16], 16)

    def _operation(self, entry: Entry) -> Operation:
        name, place = entry.key, entry.place
        found = self.object(entry.value, name, "an operation")
        unsupported = list(self.unsupported(found, keys.OPERATION))
        if (said := self.text(found, "name", name)) not in (None, name):
            self.report.add(place, name, f"'name' says '{said}'")
        authtype = self.text(found, "authtype", name) or "v4"
        if authtype not in _AUTH_TYPES:
            what = f"the authentication '{authtype}' is not known"
            unsupported.append(Unsupported(what, self.place_of(found, "authtype", place)))
        auth = check_auth(self, found, name)
        compressed, refused = self._compressed(found, name)
        unsupported += refused
        http = self.child(found, "http", place, name)
        unsupported += self.unsupported(http, keys.HTTP)
        method = self.needed_text(http, "method", place, name)
        check_method(method, self.place_of(http, "method", place), name, self.report)
        uri = self.needed_text(http, "requestUri", place, name)
        check_uri(uri, self.place_of(http, "requestUri", place), name, self.report)
        status = self.number(http, "responseCode", name)
        if status is not None and not (isinstance(status, int) and 100 <= status <= 599):
            said = f"'responseCode' must be an HTTP status, not {status}"
            self.report.add(self.place_of(http, "responseCode", place), name, said)
            status = None
        return Operation(
            name,
            place,
            method,
            uri,
            200 if status is None else int(status),
            self._ref(found.find("input"), name, keys.INPUT_OR_OUTPUT),
            self._ref(found.find("output"), name, keys.INPUT_OR_OUTPUT),
            self._error_refs(found, name),
            self.text(found, "documentation", name) or "",
            self._deprecated(found, name),
            tuple(unsupported),
            self._host_prefix(found, name),
            authtype == "none" or auth == (NO_AUTH,),
            authtype == "v4-unsigned-body" or self.flag(found, "unsignedPayload", name),
            self.flag(found, "httpChecksumRequired", name),
            compressed,
            found.find("endpointdiscovery") is not None,
            (
                *static_parameters(self, found.find("staticContextParams"), name),
                *path_parameters(self, found.find("operationContextParams"), name),
            ),
        )

    def _host_prefix(self, found: Object, name: str) -> str:
        entry = found.find("endpoint")
        if entry is None:
            return ""
        said = self.object(entry.value, name, "'endpoint'")
        self.refuse_unknown(said, keys.ENDPOINT, name)
        return self.text(said, "hostPrefix", name) or ""

    def _compressed(self, found: Object, name: str) -> tuple[bool, tuple[Unsupported, ...]]:
        """Whether the body may be compressed with gzip; refused where only other encodings are allowed."""
        entry = found.find("requestcompression")
        if entry is None:
            return False, ()
        said = self.object(entry.value, name, "'requestcompression'")
        encodings = tuple(e for e, _ in self.texts(said, "encodings", name))
        if "gzip" in encodings:
            return True, ()
        what = f"compression by {', '.join(encodings) or 'nothing'} is not supported; gzip is"
        return False, (Unsupported(what, entry.place),)

    def _error_refs(self, found: Object, name: str) -> tuple[Ref, ...]:
        entry = found.find("errors")
        if entry is None:
            return ()
        if not isinstance(entry.value.value, Array):
            said = f"'errors' must be an array, not {entry.value.kind()}"
            self.report.add(entry.value.place, name, said)
            return ()
        refs: dict[str, Ref] = {}
        for item in entry.value.value.items:
            ref = self._ref(Entry("errors", item.place, item), name, keys.ERROR_REF)
            if ref is not None and self._contradicts(item, ref):
                what = f"an error of its own on a use of '{ref.shape}' is not supported yet"
                ref = replace(ref, unsupported=(*ref.unsupported, Unsupported(what, item.place)))
            if ref is not None:
                refs.setdefault(ref.shape, ref)
        return tuple(refs.values())

    def _contradicts(self, item: Node, ref: Ref) -> bool:
        """Whether the use of an error says another status or code than the error's shape."""
        said = item.value.find("error") if isinstance(item.value, Object) else None
        shape = self._shape_of(ref.shape)
        if said is None:
            return False
        error = shape.find("error") if shape is not None else None
        return error is None or canonical(error.value) != canonical(said.value)

    def _ref(self, entry: Entry | None, subject: str, known: keys.Keys) -> Ref | None:
        if entry is None:
            return None
        found = self.object(entry.value, subject, f"'{entry.key}'")
        if not isinstance(entry.value.value, Object):
            return None
        place = self.place_of(found, "shape", entry.place)
        return Ref(
            self.needed_text(found, "shape", entry.place, subject),
            place,
            self._timestamp_format(found, subject),
            self.unsupported(found, known),
            self._own_constraints(found, subject, entry.place),
        )

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
        shape = self._shape_of(name.value.value if name is not None else None)
        type_ = shape.find("type") if shape is not None else None
        kinds = (k for k in Kind if type_ is not None and k.value == type_.value.value)
        return next(kinds, Kind.OTHER)

    def _shape_of(self, name: object) -> Object | None:
        shapes = self._root.value.find("shapes") if isinstance(self._root.value, Object) else None
        if shapes is None or not isinstance(shapes.value.value, Object) or not isinstance(name, str):
            return None
        shape = shapes.value.value.find(name)
        return shape.value.value if shape is not None and isinstance(shape.value.value, Object) else None

    def _timestamp_format(self, found: Object, subject: str) -> TimestampFormat | None:
        said = self.text(found, "timestampFormat", subject)
        if said is None:
            return None
        try:
            return TimestampFormat(said)
        except ValueError:
            entry = found.find("timestampFormat")
            place = self._root.place if entry is None else entry.place
            self.report.add(place, subject, f"the timestamp format '{said}' is not known")
            return None

    def _deprecated(self, found: Object, subject: str) -> str | None:
        said = self.text(found, "deprecatedMessage", subject)
        return (said or "") if self.flag(found, "deprecated", subject) else None

    def _shape(self, entry: Entry) -> Shape:
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
            self._deprecated(found, name),
            self.flag(found, "sensitive", name),
            unsupported=tuple(unsupported),
        )
        if kind is Kind.STRUCTURE and self.flag(found, "document", name):
            return replace(shape, kind=Kind.DOCUMENT)
        if kind is Kind.STRUCTURE and self.flag(found, "union", name):
            return replace(self._structure(shape, found), kind=Kind.UNION)
        match kind:
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
                return replace(shape, timestamp_format=self._timestamp_format(found, name))
            case Kind.BOOLEAN | Kind.OTHER:
                return shape
        return replace(shape, limits=self.limits(found, kind, place, name))

    def _needed_ref(self, found: Object, key: str, shape: Shape) -> Ref | None:
        if found.find(key) is None:
            self.report.add(shape.place, shape.name, f"'{key}' is missing")
        return self._ref(found.find(key), shape.name, keys.ELEMENT)

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
        said = self.text(found, "location", subject)
        location = None
        if said is not None:
            try:
                location = Location(said)
            except ValueError:
                place = self.place_of(found, "location", entry.place)
                self.report.add(place, subject, f"the location '{said}' is not known")
        ref = self._ref(entry, subject, keys.MEMBER)
        return Member(
            entry.key,
            ref or Ref("", entry.place),
            required,
            location,
            self.text(found, "locationName", subject),
            self.text(found, "documentation", subject) or "",
            self._deprecated(found, subject),
            self.flag(found, "idempotencyToken", subject),
            self.flag(found, "hostLabel", subject),
            "application/json" if self.flag(found, "jsonvalue", subject) else None,
            self.flag(found, "streaming", subject),
            context_parameter(self, found.find("contextParam"), subject),
        )

    def _error(self, found: Object, shape: Shape) -> Error | None:
        entry = found.find("error")
        is_error = self.flag(found, "exception", shape.name)
        fault = self.flag(found, "fault", shape.name)
        throttling = self._throttling(found, shape)
        if entry is None and not is_error:
            return None
        error = Object(()) if entry is None else self.object(entry.value, shape.name, "'error'")
        self.refuse_unknown(error, keys.ERROR, shape.name)
        status = self.number(error, "httpStatusCode", shape.name)
        if status is not None and not (isinstance(status, int) and 300 <= status <= 599):
            place = self.place_of(error, "httpStatusCode", shape.place)
            said = f"'httpStatusCode' must be the status of an error, not {status}"
            self.report.add(place, shape.name, said)
        if status is None:
            status = 500 if fault or self.flag(error, "fault", shape.name) else 400
        code = self.text(error, "code", shape.name)
        return Error(int(status), code, throttling is not None, throttling is True)

    def _throttling(self, found: Object, shape: Shape) -> bool | None:
        """What `retryable` says; nothing where the shape is not retryable."""
        entry = found.find("retryable")
        if entry is None:
            return None
        retryable = self.object(entry.value, shape.name, "'retryable'")
        self.refuse_unknown(retryable, keys.RETRYABLE, shape.name)
        return self.flag(retryable, "throttling", shape.name)
