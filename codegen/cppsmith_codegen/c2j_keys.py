"""The keys of botocore's model format (C2J): which are read, which change nothing, which are
refused.

A key in none of these sets is refused where it is reached, since it might change what goes over
the wire.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Keys:
    """The keys of one kind of object. `harmless` holds those that mean nothing to JSON over HTTP
    or to a header; `refused` names what each of the others asks for."""

    read: frozenset[str]
    harmless: frozenset[str]
    refused: tuple[tuple[str, str], ...] = ()

    def refusal(self, key: str) -> str | None:
        """What to say of a key, or nothing where it is fine."""
        if key in self.read or key in self.harmless:
            return None
        known = next((what for name, what in self.refused if name == key), None)
        return f"the key '{key}' is not known" if known is None else f"{known} not supported yet"


def _keys(read: str, harmless: str = "", *refused: tuple[str, str]) -> Keys:
    return Keys(frozenset(read.split()), frozenset(harmless.split()), refused)


_XML = "xmlNamespace xmlOrder xmlAttribute xmlName flattened wrapper queryName resultWrapper"

MODEL = _keys(
    "metadata operations shapes documentation",
    "version xmlNamespace authorizers clientContextParams examples",
)

METADATA = _keys(
    "apiVersion endpointPrefix protocol protocols serviceFullName serviceAbbreviation serviceId"
    " signatureVersion signingName auth protocolSettings",
    "uid jsonVersion targetPrefix xmlNamespace ripServiceName",
    ("checksumFormat", "request checksums (checksumFormat) are"),
    ("globalEndpoint", "global endpoints (globalEndpoint) are"),
    ("awsQueryCompatible", "query-compatible error codes (awsQueryCompatible) are"),
)

OPERATION = _keys(
    "name http input output errors documentation deprecated deprecatedMessage auth authtype",
    "idempotent readonly documentationUrl alias deprecatedSince",
    ("endpoint", "host prefixes (endpoint) are"),
    ("endpointdiscovery", "endpoint discovery (endpointdiscovery) is"),
    ("endpointoperation", "endpoint discovery (endpointoperation) is"),
    ("httpChecksum", "request checksums (httpChecksum) are"),
    ("httpChecksumRequired", "request checksums (httpChecksumRequired) are"),
    ("requestcompression", "request compression (requestcompression) is"),
    ("unsignedPayload", "unsigned payloads (unsignedPayload) are"),
    ("authorizer", "custom authorizers (authorizer) are"),
    ("staticContextParams", "endpoint rule parameters (staticContextParams) are"),
    ("operationContextParams", "endpoint rule parameters (operationContextParams) are"),
)

HTTP = _keys("method requestUri responseCode", "")

_SHAPE = "type documentation deprecated deprecatedMessage sensitive"
_PLAIN = f"box deprecatedSince locationName {_XML}"

SHAPES = tuple(
    (kind, keys)
    for kinds, keys in (
        (
            "structure",
            _keys(
                f"{_SHAPE} members required payload error exception fault retryable union",
                f"{_PLAIN} synthetic",
                ("document", "documents are"),
                ("eventstream", "event streams (eventstream) are"),
                ("event", "event streams (event) are"),
                ("contextParam", "endpoint rule parameters (contextParam) are"),
            ),
        ),
        ("list", _keys(f"{_SHAPE} member min max", _PLAIN, ("sparse", "sparse lists are"))),
        ("map", _keys(f"{_SHAPE} key value min max", _PLAIN, ("sparse", "sparse maps are"))),
        (
            "string",
            _keys(
                f"{_SHAPE} min max pattern enum",
                _PLAIN,
                ("mediaType", "media types (mediaType) are"),
                ("jsonvalue", "JSON in text (jsonvalue) is"),
            ),
        ),
        (
            "blob",
            _keys(
                f"{_SHAPE} min max",
                _PLAIN,
                ("streaming", "streaming blobs are"),
                ("requiresLength", "streaming blobs (requiresLength) are"),
                ("mediaType", "media types (mediaType) are"),
            ),
        ),
        ("integer long float double", _keys(f"{_SHAPE} min max", _PLAIN)),
        ("boolean", _keys(_SHAPE, _PLAIN)),
        ("timestamp", _keys(f"{_SHAPE} timestampFormat", _PLAIN)),
    )
    for kind in kinds.split()
)

OTHER_SHAPE = _keys(_SHAPE, _PLAIN)

MEMBER = _keys(
    "shape documentation deprecated deprecatedMessage location locationName timestampFormat"
    " min max pattern",
    f"box deprecatedSince {_XML}",
    ("idempotencyToken", "idempotency tokens (idempotencyToken) are"),
    ("jsonvalue", "JSON in a header (jsonvalue) is"),
    ("streaming", "streaming blobs are"),
    ("hostLabel", "host prefixes (hostLabel) are"),
    ("contextParam", "endpoint rule parameters (contextParam) are"),
    ("eventpayload", "event streams (eventpayload) are"),
    ("eventheader", "event streams (eventheader) are"),
    ("eventstream", "event streams (eventstream) are"),
    ("sensitive", "'sensitive' on a member is"),
    ("enum", "constraints on a member itself (enum) are"),
)

# An element, a key or a value: C2J gives it a name only for XML.
ELEMENT = _keys(
    "shape documentation timestampFormat min max pattern",
    f"box locationName {_XML}",
    *MEMBER.refused,
)

INPUT_OR_OUTPUT = _keys("shape documentation", f"resultWrapper locationName {_XML}")

ERROR_REF = _keys("shape documentation error exception fault", _XML)

ERROR = _keys("httpStatusCode code senderFault fault")

RETRYABLE = _keys("throttling")
