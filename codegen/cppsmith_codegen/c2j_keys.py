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
    "version xmlNamespace authorizers clientContextParams examples deprecated deprecatedMessage",
)

METADATA = _keys(
    "apiVersion endpointPrefix protocol protocols serviceFullName serviceAbbreviation serviceId"
    " signatureVersion signingName auth protocolSettings jsonVersion targetPrefix awsQueryCompatible",
    "uid xmlNamespace ripServiceName checksumFormat globalEndpoint",
)

OPERATION = _keys(
    "name http input output errors documentation deprecated deprecatedMessage auth authtype endpoint"
    " endpointdiscovery httpChecksumRequired requestcompression unsignedPayload staticContextParams"
    " operationContextParams",
    "idempotent readonly documentationUrl alias deprecatedSince endpointoperation",
    ("httpChecksum", "flexible checksums (httpChecksum) are"),
    ("authorizer", "custom authorizers (authorizer) are"),
)

HTTP = _keys("method requestUri responseCode", "")

ENDPOINT = _keys("hostPrefix")

_SHAPE = "type documentation deprecated deprecatedMessage sensitive"
_PLAIN = f"box deprecatedSince locationName {_XML}"

SHAPES = tuple(
    (kind, keys)
    for kinds, keys in (
        (
            "structure",
            _keys(
                f"{_SHAPE} members required payload error exception fault retryable union document",
                f"{_PLAIN} synthetic",
                ("eventstream", "event streams (eventstream) are"),
                ("event", "event streams (event) are"),
            ),
        ),
        ("list", _keys(f"{_SHAPE} member min max sparse", _PLAIN)),
        ("map", _keys(f"{_SHAPE} key value min max sparse", _PLAIN)),
        ("string", _keys(f"{_SHAPE} min max pattern enum mediaType", f"{_PLAIN} jsonvalue")),
        ("blob", _keys(f"{_SHAPE} min max streaming requiresLength mediaType", _PLAIN)),
        ("integer long float double", _keys(f"{_SHAPE} min max", _PLAIN)),
        ("boolean", _keys(_SHAPE, _PLAIN)),
        ("timestamp", _keys(f"{_SHAPE} timestampFormat", _PLAIN)),
    )
    for kind in kinds.split()
)

OTHER_SHAPE = _keys(_SHAPE, _PLAIN)

MEMBER = _keys(
    "shape documentation deprecated deprecatedMessage location locationName timestampFormat"
    " min max pattern idempotencyToken jsonvalue streaming hostLabel contextParam",
    f"box deprecatedSince enum {_XML}",
    ("eventpayload", "event streams (eventpayload) are"),
    ("eventheader", "event streams (eventheader) are"),
    ("eventstream", "event streams (eventstream) are"),
    ("sensitive", "'sensitive' on a member is"),
)

# An element, a key or a value: C2J gives it a name only for XML.
ELEMENT = _keys(
    "shape documentation timestampFormat min max pattern",
    f"box locationName jsonvalue {_XML}",
    *MEMBER.refused,
)

INPUT_OR_OUTPUT = _keys("shape documentation", f"resultWrapper locationName {_XML}")

ERROR_REF = _keys("shape documentation error exception fault", _XML)

ERROR = _keys("httpStatusCode code senderFault fault")

RETRYABLE = _keys("throttling")

# The files beside a model.
PAGINATION = _keys("pagination", "version")
PAGINATOR = _keys("input_token output_token limit_key result_key more_results non_aggregate_keys")
WAITERS = _keys("waiters", "version")
WAITER = _keys("operation delay maxAttempts acceptors description", "type")
ACCEPTOR = _keys("state matcher expected argument")
