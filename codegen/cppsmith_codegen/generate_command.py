"""The command `generate`: a model and operations in, headers out; `--check` for drift."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from . import inputs, names
from .cpp_types import Target
from .diagnostics import Diagnostic, InputError
from .ir import HeaderSet
from .patterns.cache import Cache, default_folder
from .render import File, render
from .resolve import resolve
from .supported import LeftOut, supported

_DRIFT = 1


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declares the command."""
    command = commands.add_parser(
        "generate",
        help="write the headers for some operations, and for what they need",
        description="Writes the headers for some operations, and for every shape that they need,"
        " under OUTPUT/PREFIX/SERVICE. Files that are up to date are not touched. Exit status:"
        " 0 done, 1 drift (--check), 2 a model, rules file or argument is wrong.",
    )
    inputs.add_arguments(command)
    command.add_argument(
        "--operations",
        required=True,
        metavar="NAMES",
        help="the operations, separated by commas, or 'all'",
    )
    command.add_argument(
        "--skip-unsupported",
        action="store_true",
        help="leave out operations that need what is not supported, and list them with their reasons",
    )
    command.add_argument(
        "--umbrella",
        action="store_true",
        help="write PREFIX/SERVICE.hpp too, which includes every operation (always with 'all')",
    )
    command.add_argument(
        "--output", required=True, type=Path, metavar="FOLDER", help="the include folder"
    )
    command.add_argument(
        "--root-namespace",
        default="cppsmith",
        metavar="NAMESPACE",
        help="the namespace that the service's is put into (default: %(default)s)",
    )
    command.add_argument(
        "--include-prefix",
        default="cppsmith",
        metavar="PREFIX",
        help="the folder that the service's is put into (default: %(default)s)",
    )
    command.add_argument(
        "--cache",
        metavar="FOLDER",
        help="where compiled patterns are kept from run to run; '' for nowhere (default: cppsmith/patterns in"
        " $XDG_CACHE_HOME or ~/.cache)",
    )
    command.add_argument(
        "--check",
        action="store_true",
        help="write nothing; print what differs from the files that are there",
    )


def run(options: argparse.Namespace) -> int:
    """Runs the command. Raises `InputError`."""
    service = inputs.read_given(options)
    operations = tuple(o.strip() for o in str(options.operations).split(","))
    whole = operations == ("all",)
    target = _target(options)
    if options.skip_unsupported:
        found = supported(service, operations, target)
        _list_left_out(found.left_out)
        operations = found.operations
        if not operations:
            raise InputError([Diagnostic("", "no operation is left to generate", file=service.file)])
    cache = _cache(options.cache)
    headers = resolve(service, operations, target, umbrella=whole or options.umbrella, patterns=cache)
    files = render(headers)
    output: Path = options.output
    if options.check:
        return _check(output, headers, files, whole=whole)
    written = write(output, files)
    print(f"{output / headers.folder}: {len(files)} headers, {written} of them written")
    return 0


def write(output: Path, files: tuple[File, ...]) -> int:
    """Writes the files that are not up to date, and returns how many these were."""
    changed = [f for f in files if _current(output / f.path) != f.text.encode()]
    for file in changed:
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode())
    return len(changed)


def _cache(given: str | None) -> Cache:
    """An empty name is that of no folder."""
    if given is None:
        return Cache(default_folder())
    return Cache(Path(given) if given else None)


def _list_left_out(left_out: tuple[LeftOut, ...]) -> None:
    for operation in left_out:
        first, *others = operation.reasons
        more = f" (and {len(others)} more)" if others else ""
        print(f"left out: {operation.operation}: {first.sentence}{more}", file=sys.stderr)
    if left_out:
        print(f"{len(left_out)} operations were left out", file=sys.stderr)


def _target(options: argparse.Namespace) -> Target:
    root, prefix = str(options.root_namespace), str(options.include_prefix).strip("/")
    wrong: list[Diagnostic] = []
    if not all(names.is_identifier(part) for part in root.split("::")):
        wrong.append(Diagnostic("--root-namespace", f"'{root}' is no namespace"))
    if not all(names.is_folder(part) for part in prefix.split("/")):
        wrong.append(Diagnostic("--include-prefix", f"'{prefix}' is no relative folder"))
    if wrong:
        raise InputError(wrong)
    return Target(root, prefix)


def _current(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _check(output: Path, headers: HeaderSet, files: tuple[File, ...], *, whole: bool) -> int:
    """Prints what has drifted. Of a whole service, files that it no longer has are stale."""
    drifted = 0
    for file in files:
        there = _current(output / file.path)
        if there == file.text.encode():
            continue
        drifted += 1
        if there is None:
            print(f"missing: {file.path}")
            continue
        before = there.decode("utf-8", "replace").splitlines(keepends=True)
        after = file.text.splitlines(keepends=True)
        label = f"{file.path} (generated)"
        for line in difflib.unified_diff(before, after, file.path, label):
            end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
            print(line, end=end)
    folder = output / headers.folder
    if whole and folder.is_dir():
        known = {output / f.path for f in files}
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p not in known):
            drifted += 1
            print(f"stale: {path.relative_to(output).as_posix()}")
    if drifted:
        print(f"{drifted} of {len(files)} headers differ from their model", file=sys.stderr)
    return _DRIFT if drifted else 0
