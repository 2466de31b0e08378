"""Models by the names of their services, in an installed botocore or in folders that are laid out like its data:
`SERVICE/API-VERSION/service-2.json`, plain or gzipped.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from .diagnostics import Diagnostic, InputError

_FILES = ("service-2.json", "service-2.json.gz")
_DEBIANS = Path("/usr/lib/python3/dist-packages/botocore")


def data_folders(botocore: Path | None = None, environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where models are looked for, the first of equals being taken: the folders of AWS_DATA_PATH, ~/.aws/models,
    and the data of botocore. That is the one given, or else that of CPPSMITH_BOTOCORE, or else the one which this
    Python can import, or else Debian's. Raises `InputError` where the one given holds no models.
    """
    extra = (f for f in environment.get("AWS_DATA_PATH", "").split(os.pathsep) if f)
    folders = [Path(os.path.expandvars(f)).expanduser() for f in extra]
    if "HOME" in environment:
        folders.append(Path(environment["HOME"]) / ".aws/models")
    given = botocore or (Path(environment["CPPSMITH_BOTOCORE"]) if environment.get("CPPSMITH_BOTOCORE") else None)
    if given is not None:
        folders.append(_data(given))
    else:
        folders += [p / "data" for p in (*_importable(), _DEBIANS) if (p / "data").is_dir()][:1]
    return tuple(dict.fromkeys(f for f in folders if f.is_dir()))


def find_model(service: str, api_version: str | None, folders: Sequence[Path]) -> Path:
    """The model of a service, of its newest API version where none is given. Raises `InputError`."""
    versions = _versions(service, folders)
    if not versions:
        raise InputError([Diagnostic("", _unknown(service, folders))])
    if api_version is not None and api_version not in versions:
        said = f"'{service}' has no API version '{api_version}', but {', '.join(sorted(versions))}"
        raise InputError([Diagnostic("", said)])
    return versions[api_version or max(versions)]


def services(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names of the services that have a model, sorted."""
    names = {f.name for folder in folders for f in folder.iterdir() if f.is_dir()}
    return tuple(sorted(name for name in names if _versions(name, folders)))


def folder_name(model: Path) -> str:
    """What botocore calls the service of a model; empty for a model elsewhere."""
    return model.parent.parent.name if model.name in _FILES else ""


def _data(given: Path) -> Path:
    """The data of a botocore, or of the folder that it is installed in."""
    for data in (given, given / "data", given / "botocore/data"):
        if data.is_dir() and next(data.glob("*/*/service-2.json*"), None) is not None:
            return data
    said = "is no botocore, nor its data: it holds no SERVICE/API-VERSION/service-2.json"
    raise InputError([Diagnostic("", said, file=str(given))])


def _importable() -> Iterator[Path]:
    spec = importlib.util.find_spec("botocore")
    if spec is not None and spec.origin is not None:
        yield Path(spec.origin).parent


def _versions(service: str, folders: Sequence[Path]) -> dict[str, Path]:
    """The model of each API version, those of the first folder first."""
    found: dict[str, Path] = {}
    if service in ("", ".", "..") or "/" in service or os.sep in service:
        return found
    for folder in folders:
        for version in _folders_in(folder / service):
            model = next((version / f for f in _FILES if (version / f).is_file()), None)
            if model is not None:
                found.setdefault(version.name, model)
    return found


def _folders_in(folder: Path) -> tuple[Path, ...]:
    return tuple(f for f in folder.iterdir() if f.is_dir()) if folder.is_dir() else ()


def _unknown(service: str, folders: Sequence[Path]) -> str:
    if not folders:
        return f"no model of '{service}': botocore is not installed; install it, or name its folder with --botocore"
    known = {_plain(name): name for name in services(folders)}
    plain = _plain(service)
    near = [known[n] for n in get_close_matches(plain, known, n=3, cutoff=0.6)]
    near += [name for p, name in known.items() if plain and p.startswith(plain) and name not in near][:3]
    hint = f"; did you mean {' or '.join(near[:4])}?" if near else ""
    return f"there is no service '{service}' in {', '.join(map(str, folders))}{hint}"


def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())
