"""Members with constraints of their own, as uses of shapes of their own."""

from __future__ import annotations

from dataclasses import replace

from .shapes import Kind, Limits, Location, Member, OwnConstraints, Ref, Service, Shape, Unsupported

_UNLIMITED = frozenset((Kind.STRUCTURE, Kind.UNION, Kind.BOOLEAN, Kind.TIMESTAMP))


def with_member_shapes(service: Service) -> Service:
    """The model in which each use of a shape with constraints of its own, and each label of a path that
    might be empty, is a use of a copy of that shape. A copy goes by the member's id: `Structure$member`.
    """
    return _with_members(_with_elements(service))


def _with_elements(service: Service) -> Service:
    """The elements of lists, and the keys and values of maps."""
    copies: list[Shape] = []
    shapes = [
        replace(
            shape,
            key=shape.key and _used(service, shape.key, shape, "key", copies),
            value=shape.value and _used(service, shape.value, shape, _element(shape), copies),
        )
        for shape in service.shapes
    ]
    return replace(service, shapes=(*shapes, *copies))


def _with_members(service: Service) -> Service:
    """The members of structures, whose copies of lists and maps are copies with their elements."""
    copies: list[Shape] = []

    def member(shape: Shape, said: Member) -> Member:
        label = said.location is Location.URI
        return replace(said, target=_used(service, said.target, shape, said.name, copies, label))

    shapes = [replace(s, members=tuple(member(s, m) for m in s.members)) for s in service.shapes]
    return replace(service, shapes=(*shapes, *copies))


def _used(
    service: Service, ref: Ref, shape: Shape, member: str, copies: list[Shape], label: bool = False
) -> Ref:
    """The use of a shape, or of a copy of it that is added to `copies`."""
    target = service.shape(ref.shape)
    own = ref.own or OwnConstraints()
    if target.enum is not None:
        return replace(ref, own=None)  # what the values are says it all
    if (own.limits and target.kind in _UNLIMITED) or (own.pattern and target.kind is not Kind.STRING):
        what = Unsupported(f"constraints are not supported on this member ({target.kind.value})", ref.place)
        return replace(ref, own=None, unsupported=(*ref.unsupported, what))
    low = target.limits.min if own.limits is None else own.limits.min
    if label and target.kind is Kind.STRING and not low:
        high = target.limits.max if own.limits is None else own.limits.max
        own = replace(own, limits=Limits(1, high))  # an empty label leads to another resource
    if own == OwnConstraints():
        return ref
    copy = replace(
        target,
        name=f"{shape.name}${member}",
        limits=target.limits if own.limits is None else own.limits,
        pattern=own.pattern or target.pattern,
    )
    copies.append(copy)
    return replace(ref, shape=copy.name, own=None)


def _element(shape: Shape) -> str:
    return "value" if shape.kind is Kind.MAP else "member"
