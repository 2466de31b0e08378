"""The keys of botocore's model format (C2J): which are read, which change nothing, which are refused."""

from __future__ import annotations

from .keys import keys

_XML = "xmlNamespace xmlOrder xmlAttribute xmlName flattened wrapper queryName resultWrapper"

MODEL = keys(
    "metadata operations shapes documentation",
    "version xmlNamespace authorizers clientContextParams examples deprecated deprecatedMessage",
)

METADATA = keys(
    "apiVersion endpointPrefix protocol protocols serviceFullName serviceAbbreviation serviceId"
    " signatureVersion signingName auth protocolSettings jsonVersion targetPrefix awsQueryCompatible",
    "uid xmlNamespace ripServiceName checksumFormat globalEndpoint",
)

OPERATION = keys(
    "name http input output errors documentation deprecated deprecatedMessage auth authtype endpoint"
    " endpointdiscovery httpChecksumRequired requestcompression unsignedPayload staticContextParams"
    " operationContextParams",
    "idempotent readonly documentationUrl alias deprecatedSince endpointoperation",
    ("httpChecksum", "flexible checksums (httpChecksum) are"),
    ("authorizer", "custom authorizers (authorizer) are"),
)

HTTP = keys("method requestUri responseCode", "")

ENDPOINT = keys("hostPrefix")

_SHAPE = "type documentation deprecated deprecatedMessage sensitive"
_PLAIN = f"box deprecatedSince locationName {_XML}"

SHAPES = tuple(
    (kind, known)
    for kinds, known in (
        (
            "structure",
            keys(
                f"{_SHAPE} members required payload error exception fault retryable union document",
                f"{_PLAIN} synthetic",
                ("eventstream", "event streams (eventstream) are"),
                ("event", "event streams (event) are"),
            ),
        ),
        ("list", keys(f"{_SHAPE} member min max sparse", _PLAIN)),
        ("map", keys(f"{_SHAPE} key value min max sparse", _PLAIN)),
        ("string", keys(f"{_SHAPE} min max pattern enum mediaType", f"{_PLAIN} jsonvalue")),
        ("blob", keys(f"{_SHAPE} min max streaming requiresLength mediaType", _PLAIN)),
        ("integer long float double", keys(f"{_SHAPE} min max", _PLAIN)),
        ("boolean", keys(_SHAPE, _PLAIN)),
        ("timestamp", keys(f"{_SHAPE} timestampFormat", _PLAIN)),
    )
    for kind in kinds.split()
)

OTHER_SHAPE = keys(_SHAPE, _PLAIN)

MEMBER = keys(
    "shape documentation deprecated deprecatedMessage location locationName timestampFormat"
    " min max pattern idempotencyToken jsonvalue streaming hostLabel contextParam",
    f"box deprecatedSince enum {_XML}",
    ("eventpayload", "event streams (eventpayload) are"),
    ("eventheader", "event streams (eventheader) are"),
    ("eventstream", "event streams (eventstream) are"),
    ("sensitive", "'sensitive' on a member is"),
)

# An element, a key or a value: C2J gives it a name only for XML.
ELEMENT = keys(
    "shape documentation timestampFormat min max pattern",
    f"box locationName jsonvalue {_XML}",
    *MEMBER.refused,
)

INPUT_OR_OUTPUT = keys("shape documentation", f"resultWrapper locationName {_XML}")

ERROR_REF = keys("shape documentation error exception fault", _XML)

ERROR = keys("httpStatusCode code senderFault fault")

RETRYABLE = keys("throttling")

# The files beside a model.
PAGINATION = keys("pagination", "version")
PAGINATOR = keys("input_token output_token limit_key result_key more_results non_aggregate_keys")
WAITERS = keys("waiters", "version")
WAITER = keys("operation delay maxAttempts acceptors description", "type")
ACCEPTOR = keys("state matcher expected argument")
