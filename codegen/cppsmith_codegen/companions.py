"""What C2J keeps in files of their own beside a model: paginators, waiters, endpoint rules, and additions.

botocore's names: beside `service-2.json` lie `paginators-1.json`, `waiters-2.json` and `endpoint-rule-set-1.json`;
beside `thing.service-2.json`, `thing.paginators-1.json` and so on. Any other model, `thing.json`, has
`thing.paginators.json`, `thing.waiters.json` and `thing.endpoint-rules.json`. Each may be gzipped (`.json.gz`), and
`NAME.sdk-extras.json` beside one of botocore's adds to it what stands there under `merge`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .diagnostics import Diagnostic, InputError
from .source import Entry, Node, Object, read

_MODEL = "service-2"
_KINDS = (  # the member of Companions, botocore's name, ours
    ("paginators", "paginators-1", "paginators"),
    ("waiters", "waiters-2", "waiters"),
    ("endpoint_rules", "endpoint-rule-set-1", "endpoint-rules"),
)
_EXTRAS = "sdk-extras"


@dataclass(frozen=True)
class Companions:
    """The contents of the files beside a model; none where there is no such file."""

    paginators: Node | None = None
    waiters: Node | None = None
    endpoint_rules: Node | None = None

    @property
    def present(self) -> tuple[Node, ...]:
        return tuple(n for n in (self.paginators, self.waiters, self.endpoint_rules) if n is not None)


def read_model(path: Path) -> Node:
    """The model in a file, with its additions. Raises `InputError`."""
    return _with_extras(read(path), _extras_of(path))


def read_companions(model: Path) -> Companions:
    """What lies beside a model. Raises `InputError` where it cannot be read."""
    return Companions(**{kind: _read(path) for kind, path in _companions(model)})


def files_of(model: Path) -> tuple[Path, ...]:
    """Every file that is read for a model: itself first."""
    beside = [path for _, path in _companions(model)]
    extras = [_extras_of(path) for path in (model, *beside)]
    return (model, *beside, *(path for path in extras if path is not None))


def stem(path: Path) -> str:
    """The file's name without `.json` or `.json.gz`."""
    return path.name.removesuffix(".gz").removesuffix(".json")


def _companions(model: Path) -> Iterator[tuple[str, Path]]:
    name = stem(model)
    botocores = name == _MODEL or name.endswith(f".{_MODEL}")
    for kind, theirs, ours in _KINDS:
        found = _find(model, name.removesuffix(_MODEL) + theirs if botocores else f"{name}.{ours}")
        if found is not None:
            yield kind, found


def _find(beside: Path, name: str) -> Path | None:
    """As botocore does, plain before gzipped."""
    paths = (beside.with_name(name + ending) for ending in (".json", ".json.gz"))
    return next((path for path in paths if path.is_file()), None)


def _extras_of(path: Path) -> Path | None:
    return _find(path, f"{stem(path)}.{_EXTRAS}")


def _read(path: Path) -> Node:
    return _with_extras(read(path), _extras_of(path))


def _with_extras(node: Node, path: Path | None) -> Node:
    if path is None:
        return node
    extras = read(path)
    if not isinstance(extras.value, Object):
        raise InputError([Diagnostic("", f"additions must be an object, not {extras.kind()}", extras.place)])
    said = extras.value.find("merge")
    return node if said is None else _merged(node, said.value)


def _merged(node: Node, more: Node) -> Node:
    """Objects are put together, key by key; of anything else, what is added counts."""
    if not isinstance(node.value, Object) or not isinstance(more.value, Object):
        return more
    entries = {e.key: e for e in node.value}
    for entry in more.value:
        known = entries.get(entry.key)
        value = entry.value if known is None else _merged(known.value, entry.value)
        entries[entry.key] = Entry(entry.key, entry.place, value)
    return Node(Object(tuple(entries.values())), node.place)
