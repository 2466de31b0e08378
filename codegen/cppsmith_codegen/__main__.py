"""The command line: a model and operations in, headers out; `--check` for drift."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import __version__, diff_command, names
from .closure import reach, select_operations
from .cpp_types import Target
from .diagnostics import Diagnostic, InputError
from .inputs import read_service
from .ir import HeaderSet
from .patterns import survey
from .render import File, render
from .resolve import resolve
from .shapes import Kind, Service

_DRIFT, _BAD_INPUT = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    0: done; 1: the headers have drifted; 2: a model, rules file or argument is wrong. Other
    commands say in their help what else they end with.
    """
    options = _parser().parse_args(arguments)
    try:
        if options.command == "patterns":
            return survey.run(options)
        if options.command == "diff":
            return diff_command.run(options)
        return _list(options) if options.command == "list" else _generate(options)
    except InputError as error:
        for diagnostic in error.diagnostics:
            print(f"error: {diagnostic}", file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"error: {where}{error.strerror or error}", file=sys.stderr)
    return _BAD_INPUT


def entry() -> None:
    """The command as a process: one whose output nobody reads any more ends quietly."""
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cppsmith-codegen",
        description="Generates Cppsmith's C++ headers from a service model in the form of"
        " botocore's service-2.json.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    generate = commands.add_parser(
        "generate",
        help="write the headers for some operations, and for what they need",
        description="Writes the headers for some operations, and for every shape that they need,"
        " under OUTPUT/PREFIX/SERVICE. Files that are up to date are not touched. Exit status:"
        " 0 done, 1 drift (--check), 2 a model, rules file or argument is wrong.",
    )
    _add_model(generate)
    generate.add_argument(
        "--operations",
        required=True,
        metavar="NAMES",
        help="the operations, separated by commas, or 'all'",
    )
    generate.add_argument(
        "--output", required=True, type=Path, metavar="FOLDER", help="the include folder"
    )
    generate.add_argument(
        "--root-namespace",
        default="cppsmith",
        metavar="NAMESPACE",
        help="the namespace that the service's is put into (default: %(default)s)",
    )
    generate.add_argument(
        "--include-prefix",
        default="cppsmith",
        metavar="PREFIX",
        help="the folder that the service's is put into (default: %(default)s)",
    )
    generate.add_argument(
        "--check",
        action="store_true",
        help="write nothing; print what differs from the files that are there",
    )
    listing = commands.add_parser(
        "list",
        help="list a model's operations",
        description="Lists a model's operations, each with the number of structures, enums and"
        " other shapes that it needs.",
    )
    _add_model(listing)
    survey.add_command(commands)
    diff_command.add_command(commands)
    return parser


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", required=True, type=Path, metavar="FILE", help="the service model"
    )
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="FILE",
        help="its overlay (default: NAME.rules.json beside NAME.json, if it is there)",
    )


def _read(options: argparse.Namespace) -> Service:
    return read_service(options.model, options.rules)


def _list(options: argparse.Namespace) -> int:
    service = _read(options)
    for operation in select_operations(service, ("all",)):
        shapes = reach(service, (operation,)).shapes
        structures = sum(s.kind is Kind.STRUCTURE for s in shapes)
        enums = sum(s.enum is not None for s in shapes)
        others = len(shapes) - structures - enums
        print(f"{operation.name}: {structures} structures, {enums} enums, {others} other shapes")
    return 0


def _generate(options: argparse.Namespace) -> int:
    operations = tuple(o.strip() for o in str(options.operations).split(","))
    headers = resolve(_read(options), operations, _target(options))
    files = render(headers)
    output: Path = options.output
    if options.check:
        return _check(output, headers, files, whole=operations == ("all",))
    changed = [f for f in files if _current(output / f.path) != f.text.encode()]
    for file in changed:
        path = output / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode())
    print(f"{output / headers.folder}: {len(files)} headers, {len(changed)} of them written")
    return 0


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


if __name__ == "__main__":
    entry()
