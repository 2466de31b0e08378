"""Models of protocols that bind nothing to HTTP."""

from __future__ import annotations

from dataclasses import replace

from .shapes import Operation, Service, Shape


def without_http_bindings(service: Service) -> Service:
    """The model as its protocol sees it: where that is awsJson, every operation is a POST to `/`, and every
    member is in the body, whatever the model says for other protocols.
    """
    if service.protocol.binds_to_http:
        return service
    return replace(
        service,
        operations=tuple(_operation(o) for o in service.operations),
        shapes=tuple(_shape(s) for s in service.shapes),
    )


def _operation(operation: Operation) -> Operation:
    return replace(operation, method="POST", uri="/", status=200)


def _shape(shape: Shape) -> Shape:
    members = tuple(
        m if m.location is None else replace(m, location=None, location_name=None) for m in shape.members
    )
    return replace(shape, members=members, payload=None)
