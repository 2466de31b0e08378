"""The operations of botocore's model format (C2J), typed."""

from __future__ import annotations

from dataclasses import replace

from . import c2j_keys as keys
from .auth_schemes import NO_AUTH
from .c2j_reader import C2jReader
from .c2j_shapes import ShapeReader
from .endpoint_rules.given import path_parameters, static_parameters
from .references import check_method, check_uri
from .shapes import Operation, Ref, Unsupported
from .source import Array, Entry, Node, Object, canonical

_AUTH_TYPES = frozenset("v4 v4-unsigned-body none bearer".split())


class OperationReader(C2jReader):
    """Reads operations; `shapes` reads the shapes that they use."""

    def __init__(self, shapes: ShapeReader) -> None:
        super().__init__(shapes.report)
        self._shapes = shapes

    def operation(self, entry: Entry) -> Operation:
        name, place = entry.key, entry.place
        found = self.object(entry.value, name, "an operation")
        unsupported = list(self.unsupported(found, keys.OPERATION))
        if (said := self.text(found, "name", name)) not in (None, name):
            self.report.add(place, name, f"'name' says '{said}'")
        authtype = self.text(found, "authtype", name) or "v4"
        if authtype not in _AUTH_TYPES:
            what = f"the authentication '{authtype}' is not known"
            unsupported.append(Unsupported(what, self.place_of(found, "authtype", place)))
        auth = self.auth(found, name)
        compressed, not_gzip = self.compressed(found, "requestcompression", name)
        unsupported += not_gzip
        http = self.child(found, "http", place, name)
        unsupported += self.unsupported(http, keys.HTTP)
        method = self.needed_text(http, "method", place, name)
        check_method(method, self.place_of(http, "method", place), name, self.report)
        uri = self.needed_text(http, "requestUri", place, name)
        check_uri(uri, self.place_of(http, "requestUri", place), name, self.report)
        return Operation(
            name,
            place,
            method,
            uri,
            self.status(http, "responseCode", name) or 200,
            self._shapes.ref(found.find("input"), name, keys.INPUT_OR_OUTPUT),
            self._shapes.ref(found.find("output"), name, keys.INPUT_OR_OUTPUT),
            self._error_refs(found, name),
            self.text(found, "documentation", name) or "",
            self.deprecated(found, name),
            tuple(unsupported),
            host_prefix=self._host_prefix(found, name),
            unsigned=authtype == "none" or auth == (NO_AUTH,),
            unsigned_payload=authtype == "v4-unsigned-body" or self.flag(found, "unsignedPayload", name),
            checksum_required=self.flag(found, "httpChecksumRequired", name),
            compressed=compressed,
            discovers_endpoint=found.find("endpointdiscovery") is not None,
            endpoint_parameters=(
                *static_parameters(self, found.find("staticContextParams"), name),
                *path_parameters(self, found.find("operationContextParams"), name),
            ),
        )

    def _host_prefix(self, found: Object, name: str) -> str:
        said = self.optional_object(found, "endpoint", name)
        self.refuse_unknown(said, keys.ENDPOINT, name)
        return self.text(said, "hostPrefix", name) or ""

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
            ref = self._shapes.ref(Entry("errors", item.place, item), name, keys.ERROR_REF)
            if ref is not None and self._contradicts(item, ref):
                what = f"an error of its own on a use of '{ref.shape}' is not supported yet"
                ref = replace(ref, unsupported=(*ref.unsupported, Unsupported(what, item.place)))
            if ref is not None:
                refs.setdefault(ref.shape, ref)
        return tuple(refs.values())

    def _contradicts(self, item: Node, ref: Ref) -> bool:
        """Whether the use of an error says another status or code than the error's shape."""
        said = item.value.find("error") if isinstance(item.value, Object) else None
        shape = self._shapes.find(ref.shape)
        if said is None:
            return False
        error = shape.find("error") if shape is not None else None
        return error is None or canonical(error.value) != canonical(said.value)
