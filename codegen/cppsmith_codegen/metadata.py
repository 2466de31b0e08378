"""Which service a model describes, and whether its protocol and its signing can be honoured."""

from __future__ import annotations

import re
from dataclasses import replace

from .c2j_keys import METADATA
from .diagnostics import Place
from .reader import Reader
from .shapes import Service
from .source import Node, Object

SIGV4 = "aws.auth#sigv4"


def read_metadata(reader: Reader, root: Node, model: Object) -> Service:
    """The service without its operations, shapes and documentation."""
    subject = "metadata"
    entry = model.find("metadata")
    if entry is None:
        reader.report.add(root.place, "", "'metadata' is missing")
        return no_service(root.place)
    place, data = entry.place, reader.object(entry.value, "", "'metadata'")
    reader.refuse_unknown(data, METADATA, subject)
    protocol = reader.needed_text(data, "protocol", place, subject)
    protocols = {p for p, _ in reader.texts(data, "protocols", subject)}
    if protocol and "rest-json" not in protocols | {protocol}:
        said = f"the protocol '{protocol}' is not supported yet; rest-json is"
        reader.report.add(reader.place_of(data, "protocol", place), subject, said)
    signature = reader.text(data, "signatureVersion", subject)
    if signature not in (None, "v4"):
        said = f"the signature version '{signature}' is not supported yet; v4 is"
        reader.report.add(reader.place_of(data, "signatureVersion", place), subject, said)
    auth = {a for a, _ in reader.texts(data, "auth", subject)}
    if auth and SIGV4 not in auth:
        said = f"authentication by {', '.join(sorted(auth))} is not supported yet; {SIGV4} is"
        reader.report.add(reader.place_of(data, "auth", place), subject, said)
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
    )


def _check_settings(reader: Reader, data: Object, subject: str) -> None:
    """`h2` says that event streams need HTTP/2; they are refused where they are."""
    entry = data.find("protocolSettings")
    if entry is None:
        return
    for setting in reader.object(entry.value, subject, "'protocolSettings'"):
        if setting.key != "h2" or setting.value.value not in ("eventstream", "optional"):
            said = f"the protocol setting '{setting.key}' is not supported yet"
            reader.report.add(setting.place, subject, said)


def no_service(place: Place) -> Service:
    """Nothing, for want of a model."""
    return Service(place.source.name, "", "", "", "", "", "", 0, (), ())
