"""Names: from the model's spelling to C++ identifiers, file names and namespaces.

The model's spelling is kept wherever C++ and the preprocessor allow it; otherwise a `_` is
appended.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from hashlib import sha256
from typing import TypeVar

from .reserved import KEYWORDS, MACROS, RUNTIME, VOCABULARY

_Key = TypeVar("_Key", bound=Hashable)

# The namespace of the tables of patterns, within a service's.
PATTERNS = "patterns"

# The namespace of the waiters, within a service's, and its folder.
WAITERS = "waiters"

# botocore spells these out rather than by its rule.
_SNAKE = (
    ("CreateCachediSCSIVolume", "create_cached_iscsi_volume"),
    ("DescribeCachediSCSIVolumes", "describe_cached_iscsi_volumes"),
    ("DescribeStorediSCSIVolumes", "describe_stored_iscsi_volumes"),
    ("CreateStorediSCSIVolume", "create_stored_iscsi_volume"),
    ("ListHITsForQualificationType", "list_hits_for_qualification_type"),
    ("ExecutePartiQLStatement", "execute_partiql_statement"),
    ("ExecutePartiQLTransaction", "execute_partiql_transaction"),
    ("ExecutePartiQLBatch", "execute_partiql_batch"),
)

_SHARED_IDS = ("Pinpoint SMS Voice",)

# Headers of a service that stand for no shape or operation.
_SERVICE_FILES = frozenset("service endpoint_rules".split())

_PLURAL = re.compile("[A-Z]{2,}s$")
_WORDS = re.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])", re.DOTALL)
_IDENTIFIER = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 120  # of a file's name, so that there is room for folders too
_DEVICES = re.compile("aux|con|nul|prn|com[1-9]|lpt[1-9]")


def xform_name(name: str) -> str:
    """snake_case by botocore's rule: `ListCACertificates` is `list_ca_certificates`.

    A name that has a `_` already is kept; a plural of capitals at the end is one word (`ListARNs`).
    """
    if "_" in name:
        return name
    spelled = next((snake for camel, snake in _SNAKE if camel == name), None)
    if spelled is not None:
        return spelled
    plural = _PLURAL.search(name)
    if plural is not None:
        name = f"{name[: plural.start()]}_{plural[0].lower()}"
    return _WORDS.sub("_", name).lower()


def file_name(name: str) -> str:
    """The name of the header, without its ending. The service's own are taken, Windows keeps some for devices, and
    no file system takes more than 255 bytes: the end of a long name gives way to a sum of the whole.
    """
    snake = xform_name(name).lower().replace("$", "_")
    if len(snake) > _LONGEST:
        snake = f"{snake[: _LONGEST - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
    return f"{snake}_" if snake in _SERVICE_FILES or _DEVICES.fullmatch(snake) else snake


def escaped(name: str) -> str:
    """An identifier that is neither a keyword nor a common macro."""
    return f"{name}_" if name in KEYWORDS or name in MACROS else name


def type_name(name: str, namespace: str, operations: Iterable[str]) -> str:
    """The C++ name of a shape. It makes way for the operations, the vocabulary and its own
    namespace.
    """
    name = name.replace("$", "_")  # of a member
    taken = name in VOCABULARY or name in (PATTERNS, namespace) or name in operations
    return f"{name}_" if taken else escaped(name)


def distinct(wanted: Mapping[_Key, str]) -> dict[_Key, str]:
    """A name for each key: the one that it wants, but where an earlier key has that, the same with as many `_` as
    make it one that nobody wants.
    """
    taken, given = set(wanted.values()), set[str]()
    made: dict[_Key, str] = {}
    for key, name in wanted.items():
        if name in given:
            name = next(n for i in itertools.count(1) if (n := f"{name}{'_' * i}") not in taken)
            taken.add(name)
        given.add(name)
        made[key] = name
    return made


def avoiding(names: Iterable[str], taken: Collection[str]) -> tuple[str, ...]:
    """These names, which differ, with as many `_` as make those that are taken none of them, nor another name."""
    listed = tuple(names)
    made = distinct({("taken", t): t for t in taken} | {("", n): n for n in listed})
    return tuple(made["", n] for n in listed)


def identifiers(names: Iterable[str]) -> tuple[str, ...]:
    """C++ identifiers for names of one scope, each as near to its name as possible and all
    different.

    What is an identifier stays (but for `escaped`). Elsewhere each run of other characters becomes
    `_`: `dark-red` is `dark_red`. Where that meets another name, those characters are spelled by
    their codes: `dark_x2d_red`; and where that does, too, a number follows. So a name depends on
    its scope alone, not on the order in it.
    """
    listed = tuple(names)
    exact = {n for n in listed if _IDENTIFIER.fullmatch(n)}
    plain = {n: escaped(n) if n in exact else _joined(n, spell=False) for n in listed}
    count = Counter(plain.values())
    made = {
        n: plain[n] if plain[n] and (n in exact or count[plain[n]] == 1) else _joined(n, spell=True)
        for n in listed
    }
    count = Counter(made.values())
    taken = set(made.values())
    for name in sorted(n for n, m in made.items() if n != m and count[m] > 1):
        numbered = (f"{made[name]}{i}" for i in itertools.count(1))
        made[name] = next(m for m in numbered if m not in taken)
        taken.add(made[name])
    return tuple(made[n] for n in listed)


def _joined(name: str, *, spell: bool) -> str:
    parts = re.findall("[A-Za-z0-9]+|[^A-Za-z0-9]", name)
    words = [p if p.isascii() and p.isalnum() else f"x{ord(p):x}" if spell else "" for p in parts]
    joined = "_".join(w for w in words if w)
    if spell and not joined:
        joined = "empty"
    return escaped(f"_{joined}" if joined[:1].isdigit() else joined)


def is_shared(service_id: str) -> bool:
    """Whether several of AWS's services have this id: botocore's name for the folder tells them apart."""
    return service_id in _SHARED_IDS


def namespace(service_id: str) -> str:
    """A service's namespace and folder: `IoT Data Plane` is `iot_data_plane`, `signer` is
    `signer_`.
    """
    name = re.sub("[^a-z0-9]", "_", service_id.lower())
    name = f"_{name}" if name[:1].isdigit() else name
    return f"{name}_" if name in RUNTIME else escaped(name)


def macro(scope: str) -> str:
    """The part of a macro's name that stands for a namespace or folder."""
    return re.sub("[^A-Z0-9_]+", "_", scope.upper())


def guard(prefix: str, service: str, file: str) -> str:
    """The include guard of a header, `file` being empty for the one beside the service's folder. A service of
    several words keeps its small letters, since `acm_pca/arn.hpp` is not `acm/pca_arn.hpp`.
    """
    spelled = service if "_" in service.strip("_") else service.upper()
    return "_".join(part for part in (macro(prefix), spelled, macro(file), "HPP") if part)


def is_identifier(name: str) -> bool:
    """Whether `name` can stand as an identifier in C++."""
    return bool(_IDENTIFIER.fullmatch(name)) and escaped(name) == name


def is_folder(name: str) -> bool:
    """Whether `name` is one plain part of a relative path."""
    return bool(re.fullmatch("[A-Za-z0-9_.-]+", name)) and name not in (".", "..")
