"""The command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from . import __version__, diff_command, generate_command, inputs
from .closure import reach, select_operations
from .diagnostics import InputError
from .patterns import survey
from .shapes import Kind

_BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    0: done; 1: the headers have drifted; 2: a model, rules file or argument is wrong. Other
    commands say in their help what else they end with.
    """
    options = _parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options)
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
        description="Generates Cppsmith's C++ headers from a service model: botocore's"
        " service-2.json, or Smithy's JSON AST.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    generate_command.add_command(commands)
    listing = commands.add_parser(
        "list",
        help="list a model's operations",
        description="Lists a model's operations, each with the number of structures, enums and"
        " other shapes that it needs.",
    )
    inputs.add_arguments(listing)
    files = commands.add_parser(
        "files",
        help="list the files that a model is read from",
        description="Lists the files that a model is read from, one a line: itself first, then its companions,"
        " what is added to them, and its overlay.",
    )
    inputs.add_arguments(files)
    survey.add_command(commands)
    diff_command.add_command(commands)
    return parser


def _list(options: argparse.Namespace) -> int:
    service = inputs.read_given(options)
    for operation in select_operations(service, ("all",)):
        shapes = reach(service, (operation,)).shapes
        structures = sum(s.kind is Kind.STRUCTURE for s in shapes)
        enums = sum(s.enum is not None for s in shapes)
        others = len(shapes) - structures - enums
        print(f"{operation.name}: {structures} structures, {enums} enums, {others} other shapes")
    return 0


def _files(options: argparse.Namespace) -> int:
    for path in inputs.files_given(options):
        print(path)
    return 0


_COMMANDS = {
    "generate": generate_command.run,
    "list": _list,
    "files": _files,
    "patterns": survey.run,
    "diff": diff_command.run,
}

if __name__ == "__main__":
    entry()
