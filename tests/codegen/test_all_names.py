"""The names of every service there is: legal, and no two alike, whatever its model holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cppsmith_codegen import names
from cppsmith_codegen.botocore_models import find_model, services
from cppsmith_codegen.cpp_types import Model, Target
from cppsmith_codegen.diagnostics import InputError
from cppsmith_codegen.load import load
from cppsmith_codegen.reserved import UNION_SCOPE
from cppsmith_codegen.shapes import Kind, Shape

OTHER_PROTOCOL = re.compile('"protocol" *: *"(ec2|query|rest-xml)"')
WINDOWS_DEVICES = re.compile(r"(aux|con|nul|prn|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True)
class Named:
    """What a service's model becomes; a scope is a structure, union or enumeration, with its members' names."""

    namespace: str
    types: tuple[str, ...]
    guards: dict[str, str]  # by path
    paths: tuple[str, ...]
    scopes: tuple[tuple[str, tuple[str, ...]], ...]


def named(model: Model) -> Named:
    entries = (*model.service.operations, *model.service.shapes)
    paths = [model.path(e) for e in entries if model.has_file(e)]
    paths += [f"{model.folder}/service.hpp", f"{model.folder}.hpp"]
    return Named(
        model.namespace,
        tuple(model.name(e) for e in entries),
        {path: model.guard(path) for path in paths},
        tuple(paths),
        tuple((shape.name, members(model, shape)) for shape in model.service.shapes),
    )


def members(model: Model, shape: Shape) -> tuple[str, ...]:
    listed = names.identifiers(shape.enum or (m.name for m in shape.members))
    if shape.kind is not Kind.UNION:
        return listed
    taken = UNION_SCOPE | {model.name(shape)}
    return (*taken, *names.avoiding(listed, taken))


@pytest.fixture(scope="module")
def services_named(botocore_data: Path) -> dict[str, Named]:
    """Each service that speaks JSON and can be read: the sweep says why others cannot. Models are not kept."""
    found: dict[str, Named] = {}
    for service in services((botocore_data,)):
        path = find_model(service, None, (botocore_data,))
        if path.suffix != ".gz" and OTHER_PROTOCOL.search(path.read_text(encoding="utf-8")):
            continue
        try:
            found[service] = named(Model(load(path), Target()))
        except InputError:
            continue
    assert len(found) > 150
    return found


def twice(listed: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(listed).items() if times > 1)


def not_identifiers(listed: Iterable[str]) -> list[str]:
    return sorted(name for name in listed if not names.is_identifier(name))


def own_headers(root: Path) -> Iterator[str]:
    """The library's headers and folders, without those of services."""
    for path in (root / "include/cppsmith").iterdir():
        if not (path.with_suffix("") / "service.hpp").is_file():
            yield path.stem


def test_namespaces_are_legal_and_differ(services_named: dict[str, Named], root: Path) -> None:
    namespaces = [n.namespace for n in services_named.values()]
    assert not twice(namespaces)
    assert not not_identifiers(namespaces)
    assert all(n == n.lower() and not WINDOWS_DEVICES.fullmatch(n) for n in namespaces)
    assert not set(namespaces) & set(own_headers(root))


def test_a_service_called_like_a_header_of_the_library_makes_way(root: Path) -> None:
    assert [n for n in own_headers(root) if names.namespace(n) == n] == []


def test_types_are_legal_and_differ(services_named: dict[str, Named]) -> None:
    for service, found in services_named.items():
        assert not twice(found.types), service
        assert not not_identifiers(found.types), service


def test_files_are_legal_and_differ_in_more_than_case(services_named: dict[str, Named]) -> None:
    paths_of: dict[str, str] = {}
    for service, found in services_named.items():
        assert not twice(found.paths), service
        for path, guard in found.guards.items():
            assert re.fullmatch(r"cppsmith/(\w+/)?\w+\.hpp", path) and path == path.lower() and path.isascii(), path
            assert not WINDOWS_DEVICES.fullmatch(path.rsplit("/", 1)[-1]), path
            assert paths_of.setdefault(guard, path) == path, path


def test_members_and_enumerators_are_legal_and_differ(services_named: dict[str, Named]) -> None:
    checked = 0
    for service, found in services_named.items():
        for shape, listed in found.scopes:
            assert not twice(listed), (service, shape)
            assert not not_identifiers(listed), (service, shape)
            checked += len(listed)
    assert checked > 50_000
