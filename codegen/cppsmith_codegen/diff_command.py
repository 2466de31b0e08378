"""The command `diff`: what changed between two models, with an exit status for CI."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import diff_report
from .diff import diff
from .diff_changes import Difference, Severity
from .inputs import read_service

_COMPATIBLE, _BREAKING = 1, 3

_DESCRIPTION = """\
Says what changed between two models, for some operations and everything that they reach; the
documentation aside.

Each change has an effect (new, gone, loosened, tightened, changed, renamed) and a severity:
  breaking    a call or a reply that was fine may no longer be, or code may no longer compile
  source      the wire is as it was; code that spells a C++ name may have to be changed
  compatible  what compiled, was accepted and was understood still is
It depends on the direction: a tightened limit breaks those who send, and not those who receive.

Exit status:
  0  no change
  1  compatible changes alone
  2  a model, rules file or argument is wrong
  3  changes that are breaking, or that concern the source"""


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declares the command."""
    command = commands.add_parser(
        "diff",
        help="say what changed between two models",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name in ("old", "new"):
        command.add_argument(name, type=Path, metavar=name.upper(), help=f"the {name} model")
    command.add_argument(
        "--operations",
        default="all",
        metavar="NAMES",
        help="the operations, separated by commas, or 'all' (default: %(default)s)",
    )
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="how to print it (default: %(default)s)",
    )
    for name in ("old", "new"):
        command.add_argument(
            f"--{name}-rules",
            type=Path,
            metavar="FILE",
            help=f"the {name} model's overlay (default: NAME.rules.json beside NAME.json)",
        )
    command.add_argument(
        "--fail-on",
        choices=("any", "breaking", "never"),
        default="any",
        help="end with 0 on what is less: 'breaking' lets compatible changes pass, 'never' all"
        " (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Runs the command. Raises `InputError`."""
    old = read_service(options.old, options.old_rules)
    new = read_service(options.new, options.new_rules)
    difference = diff(old, new, (o.strip() for o in str(options.operations).split(",")))
    if options.format == "json":
        print(diff_report.as_json(difference))
    else:
        print("\n".join(diff_report.as_text(difference)))
    return _status(difference, str(options.fail_on))


def _status(difference: Difference, fail_on: str) -> int:
    if not difference.sections or fail_on == "never":
        return 0
    if difference.count(Severity.BREAKING) or difference.count(Severity.SOURCE):
        return _BREAKING
    return _COMPATIBLE if fail_on == "any" else 0
