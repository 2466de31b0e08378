"""From Smithy's JSON AST (2.0) to typed shapes. With the other modules of this name, the only one that knows
the format.

What the service reaches is read, the rest of the file is not. A shape goes by its name without its namespace,
or by that which the service gives it. Constraint traits on a member stand instead of those of its target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from .diagnostics import Report
from .endpoint_rules.read import read_rule_set
from .endpoint_rules.rule_set import RuleSet
from .shapes import Kind, Protocol, Service, Shape, Unsupported, no_service
from .smithy_flat import fields, flattened, text_of
from .smithy_operations import OperationReader, auth_of_service
from .smithy_pages import read_paginators
from .smithy_reach import Reach
from .smithy_reader import API, RULES, SmithyReader, local, refused
from .smithy_shapes import ShapeReader
from .smithy_waiters import read_waiters
from .source import Entry, Node, Object, canonical

_SIGV4 = "aws.auth#sigv4"
_QUERY_COMPATIBLE = "aws.protocols#awsQueryCompatible"

# In the order of our choice, where a service speaks several.
_PROTOCOLS = {
    "aws.protocols#restJson1": Protocol.REST_JSON_1,
    "aws.protocols#awsJson1_0": Protocol.AWS_JSON_1_0,
    "aws.protocols#awsJson1_1": Protocol.AWS_JSON_1_1,
}


def read_service(root: Node, report: Report, service_shape: str | None = None) -> Service:
    """Types a model that was parsed; reports what is wrong with it. Of several services it is that of the shape."""
    return _Loader(root, report, service_shape).service()


class _Loader(SmithyReader):
    def __init__(self, root: Node, report: Report, service_shape: str | None) -> None:
        super().__init__(report)
        self._root = root
        self._wanted = service_shape
        self._entries: dict[str, Entry] = {}

    def service(self) -> Service:
        model = self.object(self._root, "", "a service model")
        version = self.text(model, "smithy", "") or ""
        if version.partition(".")[0] != "2":
            said = f"version '{version}' of Smithy is not supported; 2.0 is"
            self.report.add(self.place_of(model, "smithy", self._root.place), "", said)
            return no_service(self._root.place)
        shapes = self.child(model, "shapes", self._root.place, "")
        self._entries = flattened(shapes, self.report)
        services = [e for e in self._entries.values() if self._is_service(e)]
        known = ", ".join(e.key for e in services) or "none"
        if self._wanted is not None:
            services = [e for e in services if self._wanted in (e.key, local(e.key))]
        if len(services) != 1:
            said = f"a model must have exactly one service, not {known}; --service-shape chooses one of several"
            if self._wanted is not None:
                said = f"of its services ({known}), not exactly one is '{self._wanted}'"
            self.report.add(self.place_of(model, "shapes", self._root.place), "", said)
            return no_service(self._root.place)
        return self._service(services[0])

    def _service(self, entry: Entry) -> Service:
        found, subject = self.object(entry.value, entry.key, "a service"), entry.key
        traits = self.traits(found, subject)
        protocol = self._protocol(traits, entry)
        if protocol is None:
            return no_service(self._root.place)
        for unsupported in refused(traits, "service"):
            self.report.add(unsupported.place, subject, unsupported.what)
        auth = auth_of_service(traits)
        reach = Reach(self._entries, self.report)
        bound = reach.operations(entry)
        common = tuple(self.targets(found, "errors", subject))
        reached = reach.shapes(bound, common)
        names = self._names(found, reached, subject)
        reader = ShapeReader(self.report, reached, names)
        operations = (OperationReader(reader, self._entries[o], names, auth, protocol) for o in bound)
        shapes = (reader.shape(shape_id) for shape_id in reached)
        return replace(
            self._described(found, entry),
            digest=int(sha256(canonical(self._root).encode()).hexdigest()[:16], 16),
            operations=tuple(o.operation(common) for o in operations),
            shapes=tuple(_once(s if protocol.binds_to_http else _without_json_names(s) for s in shapes)),
            protocol=protocol,
            target_prefix="" if protocol.binds_to_http else local(entry.key),
            query_compatible=traits.find(_QUERY_COMPATIBLE) is not None,
            endpoint_rules=self._endpoint_rules(traits),
            paginators=read_paginators(traits, (self._entries[o] for o in bound), self.report),
            waiters=read_waiters((self._entries[o] for o in bound), self.report),
        )

    def _endpoint_rules(self, traits: Object) -> RuleSet | None:
        rules, diagram = traits.find(f"{RULES}endpointRuleSet"), traits.find(f"{RULES}endpointBdd")
        if rules is None and diagram is not None:
            said = "endpoint rules as a decision diagram (endpointBdd) are not supported yet; endpointRuleSet is"
            self.report.add(diagram.place, "endpoint rules", said)
        return None if rules is None else read_rule_set(rules.value, self.report)

    def _described(self, found: Object, entry: Entry) -> Service:
        """The service without its operations and shapes."""
        subject = entry.key
        traits = self.traits(found, subject)
        described = self.optional_object(traits, "aws.api#service", subject)
        signing = self.optional_object(traits, _SIGV4, subject)
        service_id = self.text(described, "sdkId", subject) or local(entry.key)
        if not re.search("[A-Za-z0-9]", service_id):
            self.report.add(self.place_of(described, "sdkId", entry.place), subject, "'sdkId' names no namespace")
        arn_namespace = self.text(described, "arnNamespace", subject) or local(entry.key).lower()
        prefix = self.text(described, "endpointPrefix", subject) or arn_namespace
        return replace(
            no_service(self._root.place),
            id=service_id,
            name=self.text(traits, f"{API}title", subject) or service_id,
            api_version=self.text(found, "version", subject) or "",
            endpoint_prefix=prefix,
            signing_name=self.text(signing, "name", subject) or prefix,
            documentation=self.text(traits, f"{API}documentation", subject) or "",
        )

    def _protocol(self, traits: Object, service: Entry) -> Protocol | None:
        """The first protocol of ours that the service speaks; reports where it speaks none."""
        for name, protocol in _PROTOCOLS.items():
            found = traits.find(name)
            if found is None:
                continue
            versions = [v for v, _ in self.texts(fields(found.value), "http", service.key)]
            if versions and "http/1.1" not in versions:
                said = f"the service does not speak http/1.1, but {', '.join(versions)}"
                self.report.add(found.place, service.key, said)
            return protocol
        said = f"the service speaks none of the protocols that are supported: {', '.join(_PROTOCOLS)}"
        self.report.add(service.place, service.key, said)
        return None

    def _is_service(self, entry: Entry) -> bool:
        """Whether a shape is a service, and not only the ground of others."""
        is_mixin = self.traits(fields(entry.value), entry.key).find(f"{API}mixin") is not None
        return text_of(entry.value, "type") == "service" and not is_mixin

    def _names(self, service: Object, reached: Mapping[str, Entry], subject: str) -> dict[str, str]:
        """What each shape goes by."""
        names = {shape_id: local(shape_id) for shape_id in reached}
        for said in self.optional_object(service, "rename", subject):
            if isinstance(said.value.value, str):
                names |= {said.key: said.value.value} if said.key in reached else {}
            else:
                self.report.add(said.place, subject, f"'rename' must hold strings, not {said.value.kind()}")
        ours = {name: shape_id for shape_id, name in names.items() if shape_id in self._entries}
        reader = ShapeReader(Report(), reached, names)
        for shape_id in (s for s in reached if s not in self._entries):
            namesake = ours.get(names[shape_id])
            if namesake is not None and not _alike(reader.shape(namesake), reader.shape(shape_id)):
                names[shape_id] = f"Prelude{names[shape_id]}"
        return names


def _without_json_names(shape: Shape) -> Shape:
    """awsJson takes no notice of `jsonName`."""
    return replace(shape, members=tuple(replace(m, location_name=None) for m in shape.members))


def _once(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Each name once. Two shapes of one name are refused once they are reached, unless they are alike."""
    named: dict[str, list[Shape]] = {}
    for shape in shapes:
        named.setdefault(shape.name, []).append(shape)
    for name, (shape, *others) in named.items():
        if any(not _alike(shape, other) for other in others):
            what = f"several shapes called '{name}' are not supported: the service has to rename all but one"
            shape = replace(shape, unsupported=(Unsupported(what, others[0].place), *shape.unsupported))
        yield shape


def _alike(shape: Shape, other: Shape) -> bool:
    """Whether two simple shapes, or lists of the same, differ in their documentation at most."""
    simple = shape.kind not in (Kind.STRUCTURE, Kind.UNION, Kind.MAP, Kind.OTHER)
    return simple and _bare(shape) == _bare(other)


def _bare(shape: Shape) -> tuple[object, ...]:
    value = shape.value
    element = None if value is None else (value.shape, value.timestamp_format, value.own)
    constraints = (shape.limits, shape.pattern, shape.enum, shape.unique)
    return (shape.kind, shape.sensitive, shape.timestamp_format, element, *constraints)
