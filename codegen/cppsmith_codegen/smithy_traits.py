"""Smithy's traits: which are read, and where; which change nothing for JSON over HTTP or a header; which are
refused.

A trait of Smithy's or AWS's own namespaces that is in none of these sets, or stands where it is not read, is
refused once it is reached, since it might change what goes over the wire. Traits of other namespaces are for
other tools.
"""

from __future__ import annotations

_SHAPE = "documentation deprecated sensitive"

# By the kind of place, or by the type of a shape.
_READ = {
    place: frozenset(f"smithy.api#{name}" for name in names.split())
    for places, names in (
        ("service", "documentation title auth paginated"),
        (
            "operation",
            "documentation deprecated http auth optionalAuth endpoint httpChecksumRequired requestCompression"
            " paginated",
        ),
        (
            "member",
            "documentation deprecated required jsonName timestampFormat length range pattern httpLabel httpQuery"
            " httpQueryParams httpHeader httpPrefixHeaders httpPayload httpResponseCode idempotencyToken"
            " hostLabel",
        ),
        ("structure", f"{_SHAPE} error httpError retryable"),
        ("string", f"{_SHAPE} length pattern enum mediaType"),
        ("enum", f"{_SHAPE} length pattern"),
        ("blob", f"{_SHAPE} length streaming requiresLength mediaType"),
        ("map", f"{_SHAPE} length sparse"),
        ("list set", f"{_SHAPE} length uniqueItems sparse"),
        ("byte short integer intEnum long float double bigInteger bigDecimal", f"{_SHAPE} range"),
        ("timestamp", f"{_SHAPE} timestampFormat"),
        ("union boolean document", _SHAPE),
    )
    for place in places.split()
}
_READ_SOMEWHERE = frozenset[str]().union(*_READ.values())

_HARMLESS = frozenset(
    [
        f"smithy.api#{name}"
        for name in """
        input output default clientOptional addedDefault box nullable idempotent readonly
        examples externalDocumentation tags since internal private suppress unstable recommended
        references resourceIdentifier property notProperty nestedProperties noReplace mixin trait idRef
        xmlName xmlNamespace xmlFlattened xmlAttribute cors httpBearerAuth httpApiKeyAuth
        httpBasicAuth httpDigestAuth
        """.split()
    ]
    + [
        "aws.api#service",
        "aws.api#arn",
        "aws.api#arnReference",
        "aws.api#clientEndpointDiscovery",
        "aws.api#clientDiscoveredEndpoint",
        "aws.api#clientEndpointDiscoveryId",
        "aws.api#controlPlane",
        "aws.api#dataPlane",
        "aws.api#data",
        "aws.api#tagEnabled",
        "aws.api#taggable",
        "aws.auth#sigv4",
        "aws.auth#sigv4a",
        "aws.auth#cognitoUserPools",
        "aws.auth#unsignedPayload",
        "aws.protocols#awsQueryCompatible",
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
    "smithy.api#eventHeader": "event streams (eventHeader) are",
    "smithy.api#eventPayload": "event streams (eventPayload) are",
    "aws.protocols#httpChecksum": "flexible checksums (httpChecksum) are",
}

_OURS = frozenset("smithy.api aws.api aws.protocols aws.auth aws.customizations".split())


def refusal(trait: str, where: str) -> str | None:
    """What to say of a trait, or nothing where it is fine. `where` is `service`, `operation`, `member` or the
    type of a shape.
    """
    if trait in _READ.get(where, ()) or trait in _HARMLESS:
        return None
    if trait == "smithy.api#streaming" and where == "union":
        return "event streams (streaming) are not supported yet"
    if trait in _REFUSED:
        return f"{_REFUSED[trait]} not supported yet"
    if trait in _READ_SOMEWHERE:
        return f"the trait '{trait}' is not supported on this {where}"
    return f"the trait '{trait}' is not known" if trait.partition("#")[0] in _OURS else None


def constrains(trait: str, type_: str) -> bool:
    """Whether a constraint trait means something to values of a type; any does to an unknown one."""
    return type_ not in _READ or trait in _READ[type_]
