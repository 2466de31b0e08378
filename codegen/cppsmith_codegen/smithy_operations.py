"""The operations of Smithy's JSON AST, typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .auth_schemes import AUTH_SCHEMES, NO_AUTH
from .diagnostics import Place
from .endpoint_rules.given import path_parameters, static_parameters
from .references import check_method, check_uri
from .shapes import Operation, Protocol, Ref, Unsupported
from .smithy_flat import text_of
from .smithy_reader import API, RULES, UNIT, SmithyReader, local, refused
from .smithy_shapes import ShapeReader
from .source import Array, Entry, Node, Object


def auth_of_service(traits: Object) -> Entry | None:
    """What says how operations are signed that do not say it themselves; nothing where nothing does."""
    said = traits.find(f"{API}auth")
    found = tuple(t for t in traits if t.key in AUTH_SCHEMES)
    if said is not None or not found:
        return said
    listed = Array(tuple(Node(t.key, t.place) for t in found))
    return Entry(f"{API}auth", found[0].place, Node(listed, found[0].place))


class OperationReader(SmithyReader):
    """Reads one operation. `names` is what each shape goes by, `auth` what the service says of signing."""

    def __init__(
        self,
        shapes: ShapeReader,
        entry: Entry,
        names: Mapping[str, str],
        auth: Entry | None,
        protocol: Protocol,
    ) -> None:
        super().__init__(shapes.report)
        self._shapes = shapes
        self._entry = entry
        self._names = names
        self._auth = auth
        self._protocol = protocol

    def operation(self, common: Iterable[tuple[str, Place]]) -> Operation:
        """The operation, which may end in the errors in `common` as well as in its own."""
        name, place = local(self._entry.key), self._entry.place
        found = self.object(self._entry.value, name, "an operation")
        traits = self.traits(found, name)
        binding = self._binding(traits, name)
        bound = binding.find("method") is not None or binding.find("uri") is not None
        method = self.needed_text(binding, "method", place, name) if bound else ""
        check_method(method, self.place_of(binding, "method", place), name, self.report)
        uri = self.needed_text(binding, "uri", place, name) if bound else ""
        check_uri(uri, self.place_of(binding, "uri", place), name, self.report)
        compressed, not_gzip = self.compressed(traits, f"{API}requestCompression", name)
        listed = (*self.targets(found, "errors", name), *common)
        errors = (Ref(self._names.get(target, target), at) for target, at in listed)
        return Operation(
            name,
            place,
            method,
            uri,
            self.status(binding, "code", name) or 200,
            self._structure(found, "input", name),
            self._structure(found, "output", name),
            tuple({r.shape: r for r in errors}.values()),
            self.text(traits, f"{API}documentation", name) or "",
            self.deprecated(traits, name),
            (*refused(traits, "operation"), *self._unknown_auth(traits), *not_gzip),
            host_prefix=self.text(self.optional_object(traits, f"{API}endpoint", name), "hostPrefix", name) or "",
            unsigned=traits.find(f"{API}optionalAuth") is not None or self._schemes(traits) in ((), (NO_AUTH,)),
            unsigned_payload=traits.find("aws.auth#unsignedPayload") is not None,
            checksum_required=traits.find(f"{API}httpChecksumRequired") is not None,
            compressed=compressed,
            discovers_endpoint=traits.find("aws.api#clientDiscoveredEndpoint") is not None,
            endpoint_parameters=(
                *static_parameters(self, traits.find(f"{RULES}staticContextParams"), name),
                *path_parameters(self, traits.find(f"{RULES}operationContextParams"), name),
            ),
        )

    def _binding(self, traits: Object, name: str) -> Object:
        """The trait `http`, which only protocols that bind to HTTP need."""
        if self._protocol.binds_to_http:
            return self.child(traits, f"{API}http", self._entry.place, name)
        return self.optional_object(traits, f"{API}http", name)

    def _structure(self, found: Object, key: str, name: str) -> Ref | None:
        entry = found.find(key)
        if entry is None or text_of(entry.value, "target") == UNIT:
            return None
        return self._shapes.ref(entry, name)

    def _schemes(self, traits: Object) -> tuple[str, ...] | None:
        """How the operation may be authenticated; nothing where neither it nor the service says."""
        said = traits.find(f"{API}auth") or self._auth
        if said is None or not isinstance(said.value.value, Array):
            return None
        return tuple(str(i.value) for i in said.value.value.items)

    def _unknown_auth(self, traits: Object) -> Iterator[Unsupported]:
        said = traits.find(f"{API}auth") or self._auth
        for scheme in self._schemes(traits) or ():
            if said is not None and scheme not in AUTH_SCHEMES:
                yield Unsupported(f"the authentication '{scheme}' is not known", said.place)
