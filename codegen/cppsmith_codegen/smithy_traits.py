"""Smithy's traits: which are read, which change nothing for JSON over HTTP or a header, which are refused.

A trait of the namespaces `smithy.api`, `aws.api`, `aws.protocols`, `aws.auth` and `aws.customizations` in none
of these sets is refused where it is reached, since it might change what goes over the wire. Traits of other
namespaces are for other tools.
"""

from __future__ import annotations

_READ = frozenset(
    f"smithy.api#{name}"
    for name in """
    documentation deprecated sensitive required length range pattern uniqueItems enum enumValue
    http httpLabel httpQuery httpQueryParams httpHeader httpPrefixHeaders httpPayload
    httpResponseCode httpError error retryable jsonName timestampFormat title
    """.split()
)

_HARMLESS = frozenset(
    [
        f"smithy.api#{name}"
        for name in """
        input output default clientOptional addedDefault box nullable idempotent readonly paginated
        examples externalDocumentation tags since internal private suppress unstable recommended
        references resourceIdentifier property notProperty nestedProperties noReplace mixin trait
        xmlName xmlNamespace xmlFlattened xmlAttribute cors httpBearerAuth httpApiKeyAuth
        httpBasicAuth httpDigestAuth optionalAuth
        """.split()
    ]
    + [
        "aws.api#service",
        "aws.api#arn",
        "aws.api#arnReference",
        "aws.api#controlPlane",
        "aws.api#dataPlane",
        "aws.api#data",
        "aws.api#tagEnabled",
        "aws.api#taggable",
        "aws.api#cloudFormation",
        "aws.auth#sigv4",
        "aws.auth#sigv4a",
        "aws.auth#unsignedPayload",
        "aws.protocols#awsQueryError",
        "aws.protocols#ec2QueryName",
        "aws.protocols#restJson1",
        "aws.protocols#restXml",
        "aws.protocols#awsJson1_0",
        "aws.protocols#awsJson1_1",
        "aws.protocols#awsQuery",
        "aws.protocols#ec2Query",
    ]
)

_REFUSED = {
    "smithy.api#endpoint": "host prefixes (endpoint) are",
    "smithy.api#hostLabel": "host prefixes (hostLabel) are",
    "smithy.api#eventHeader": "event streams (eventHeader) are",
    "smithy.api#eventPayload": "event streams (eventPayload) are",
    "smithy.api#httpChecksumRequired": "request checksums (httpChecksumRequired) are",
    "smithy.api#idempotencyToken": "idempotency tokens (idempotencyToken) are",
    "smithy.api#mediaType": "media types (mediaType) are",
    "smithy.api#requestCompression": "request compression (requestCompression) is",
    "smithy.api#requiresLength": "streaming blobs (requiresLength) are",
    "smithy.api#sparse": "sparse lists and maps are",
    "smithy.api#streaming": "streaming blobs and event streams (streaming) are",
    "aws.api#clientDiscoveredEndpoint": "endpoint discovery (clientDiscoveredEndpoint) is",
    "aws.api#clientEndpointDiscovery": "endpoint discovery (clientEndpointDiscovery) is",
    "aws.api#clientEndpointDiscoveryId": "endpoint discovery (clientEndpointDiscoveryId) is",
    "aws.protocols#httpChecksum": "request checksums (httpChecksum) are",
    "aws.protocols#awsQueryCompatible": "query-compatible error codes (awsQueryCompatible) are",
    "smithy.rules#contextParam": "endpoint rule parameters (contextParam) are",
    "smithy.rules#operationContextParams": "endpoint rule parameters (operationContextParams) are",
    "smithy.rules#staticContextParams": "endpoint rule parameters (staticContextParams) are",
}

_OURS = ("smithy.api", "aws.api", "aws.protocols", "aws.auth", "aws.customizations")


def refusal(trait: str) -> str | None:
    """What to say of a trait, or nothing where it is fine."""
    if trait in _READ or trait in _HARMLESS:
        return None
    if trait in _REFUSED:
        return f"{_REFUSED[trait]} not supported yet"
    namespace = trait.partition("#")[0]
    return f"the trait '{trait}' is not known" if namespace in _OURS else None
