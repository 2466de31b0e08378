"""The `metadata` of botocore's models: which service it is, and whether its protocol and signing can be honoured."""

from __future__ import annotations

import re
from dataclasses import replace

from .c2j_keys import METADATA
from .c2j_reader import C2jReader
from .diagnostics import Place
from .shapes import Protocol, Service, no_service
from .source import Node, Object

_SIGNATURES = frozenset(("v4", "bearer"))
_JSON_VERSIONS = {"1.0": Protocol.AWS_JSON_1_0, "1.1": Protocol.AWS_JSON_1_1}


def read_metadata(reader: C2jReader, root: Node, model: Object) -> Service:
    """The service without its operations, shapes and documentation."""
    subject = "metadata"
    entry = model.find("metadata")
    if entry is None:
        reader.report.add(root.place, "", "'metadata' is missing")
        return no_service(root.place)
    place, data = entry.place, reader.object(entry.value, "", "'metadata'")
    reader.refuse_unknown(data, METADATA, subject)
    protocol = _protocol(reader, data, place)
    signature = reader.text(data, "signatureVersion", subject)
    if signature is not None and signature not in _SIGNATURES:
        said = f"the signature version '{signature}' is not supported"
        reader.report.add(reader.place_of(data, "signatureVersion", place), subject, said)
    reader.auth(data, subject)
    _check_settings(reader, data, subject)
    name = reader.text(data, "serviceFullName", subject)
    prefix = reader.needed_text(data, "endpointPrefix", place, subject)
    service_id = reader.needed_text(data, "serviceId", place, subject)
    if service_id and not re.search("[A-Za-z0-9]", service_id):
        reader.report.add(
            reader.place_of(data, "serviceId", place), subject, "'serviceId' names no namespace"
        )
    return replace(
        no_service(root.place),
        id=service_id,
        name=name or service_id,
        api_version=reader.needed_text(data, "apiVersion", place, subject),
        endpoint_prefix=prefix,
        signing_name=reader.text(data, "signingName", subject) or prefix,
        protocol=protocol,
        target_prefix=""
        if protocol.binds_to_http
        else reader.needed_text(data, "targetPrefix", place, subject),
        query_compatible=data.find("awsQueryCompatible") is not None,
    )


def _protocol(reader: C2jReader, data: Object, place: Place) -> Protocol:
    """The service's first choice where we have it, or else the first of its others."""
    first = reader.needed_text(data, "protocol", place, "metadata")
    for protocol in (first, *(p for p, _ in reader.texts(data, "protocols", "metadata"))):
        if protocol == "rest-json":
            return Protocol.REST_JSON_1
        if protocol == "json":
            return _json_version(reader, data, place)
    if first:
        said = f"the protocol '{first}' is not supported yet; rest-json and json are"
        reader.report.add(reader.place_of(data, "protocol", place), "metadata", said)
    return Protocol.REST_JSON_1


def _json_version(reader: C2jReader, data: Object, place: Place) -> Protocol:
    """Of the protocol json; 1.0 where none is said."""
    said = reader.text(data, "jsonVersion", "metadata") or "1.0"
    if said not in _JSON_VERSIONS:
        what = f"the version '{said}' of the protocol json is not known"
        reader.report.add(reader.place_of(data, "jsonVersion", place), "metadata", what)
    return _JSON_VERSIONS.get(said, Protocol.AWS_JSON_1_0)


def _check_settings(reader: C2jReader, data: Object, subject: str) -> None:
    """`h2` says that event streams need HTTP/2; they are refused where they are."""
    entry = data.find("protocolSettings")
    if entry is None:
        return
    for setting in reader.object(entry.value, subject, "'protocolSettings'"):
        if setting.key != "h2" or setting.value.value not in ("eventstream", "optional"):
            said = f"the protocol setting '{setting.key}' is not supported yet"
            reader.report.add(setting.place, subject, said)
