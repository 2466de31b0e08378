"""Command line of the sweep."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from cppsmith_codegen.botocore_models import data_folders, services
from cppsmith_codegen.patterns.cache import default_folder
from sweep import report
from sweep.compiling import Check, Outcome, library_digest, run
from sweep.generating import Generated, generate, jobs
from sweep.progress import Progress
from sweep.state import State

ROOT = Path(__file__).resolve().parent.parent.parent

# Services whose models hold what others do not; each is here for the trap that stands behind it.
TRAPS = {
    "apigatewayv2": "shapes called __listOf...",
    "connect": "the longest paths, recursion, hundreds of operations",
    "dynamodb": "awsJson1.0, recursion through a map, operations named like shapes",
    "glacier": "streams, headers, a member that is the account",
    "iot": "the showcase",
    "kendra": "documents of a kind of its own",
    "lambda": "payloads in both directions, headers",
    "lex-runtime": "JSON in headers",
    "mediaconvert": "enums of hundreds of values, capitals",
    "quicksight": "the largest structures, unions, endless nesting",
    "s3outposts": "few operations",
    "signer": "a name of the runtime's",
    "sms-voice": "a service id that another service has",
    "ssm": "awsJson1.1, deep recursion, host prefixes",
    "wafv2": "statements within statements",
}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./dev sweep",
        description="Generates every service that speaks JSON, and compiles its umbrella header and each tenth of"
        " its operations alone. What has passed is not compiled again. Exit status: 0 all is well, 1 a service is"
        " not generated or does not compile.",
    )
    flag = partial(parser.add_argument, action="store_true")
    parser.add_argument("--services", default="", metavar="NAMES", help="these alone, separated by commas")
    flag("--traps", help="fifteen services that were chosen for their traps, three operations of each")
    parser.add_argument("--botocore", type=Path, metavar="FOLDER", help="where it is (default: where it is found)")
    parser.add_argument("--every", type=int, default=10, metavar="N", help="each Nth operation (default: 10)")
    parser.add_argument("--largest", type=int, default=50, metavar="N", help="services for Clang too (default: 50)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes at once")
    flag("--generate", help="only generate")
    flag("--cold", help="without compiled patterns of other runs")
    flag("--again", help="generate a second time, in the opposite order, and compare the bytes")
    flag("--fresh", help="compile what has passed too")
    flag("--strict", help="operations that are left out are failures too")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/sweep", help=argparse.SUPPRESS)
    return parser.parse_args()


def generate_all(asked: argparse.Namespace, names: Sequence[str], folders: Sequence[Path]) -> list[Generated]:
    """Generates, says what it took, and returns the results in the order of their names."""
    output = asked.folder / "include"
    shutil.rmtree(output, ignore_errors=True)
    cache = asked.folder / "cold" if asked.cold else default_folder()
    if asked.cold:
        shutil.rmtree(cache, ignore_errors=True)
    todo = jobs(names, folders, output, cache)
    runs = [todo, todo[::-1]] if asked.again else [todo]
    first: list[Generated] = []
    for number, jobs_of_run in enumerate(runs):
        progress = Progress("generating", len(todo))
        begin = time.monotonic()
        found: list[Generated] = []
        for result in generate(jobs_of_run, asked.jobs):
            progress.step(result.service)
            found.append(result)
        progress.end()
        found.sort(key=lambda g: g.service)
        print(report.generation(found, time.monotonic() - begin, asked.jobs, "cold" if asked.cold else "warm"))
        if number:
            differing = [a.service for a, b in zip(first, found) if (a.digest, a.error) != (b.digest, b.error)]
            if differing:
                sys.exit(f"sweep: other bytes in the opposite order: {', '.join(differing)}")
            print("the same bytes in the opposite order")
        first = first or found
    return first


def clashes(found: Sequence[Generated]) -> list[str]:
    """Namespaces that two services have."""
    count = Counter(g.namespace.lower() for g in found if g.namespace)
    return sorted(name for name, times in count.items() if times > 1)


def checks_of(found: Sequence[Generated], asked: argparse.Namespace, library: str) -> list[Check]:
    compilers = [c for c in ("g++", "clang++-19") if shutil.which(c)]
    by_size = sorted((g for g in found if not g.error), key=lambda g: -g.bytes)
    checks: list[Check] = []
    for rank, made in enumerate(by_size):
        if asked.traps:
            headers = made.operations[:: max(1, len(made.operations) // 3)][:3]
        else:
            headers = (made.umbrella, *made.operations[:: asked.every])
        for compiler in compilers:
            if compiler == "g++" or (rank < asked.largest and not asked.traps):
                checks += [Check(made.service, compiler, h, made.digest + library) for h in headers]
    return checks


def compile_all(checks: Sequence[Check], asked: argparse.Namespace) -> list[Outcome]:
    state = State(asked.folder / "passed.jsonl")
    known = {} if asked.fresh else {c: s for c in checks if (s := state.seconds(c.key)) is not None}
    todo = [c for c in checks if c not in known]
    outcomes = [Outcome(check, seconds) for check, seconds in known.items()]
    print(f"{len(checks)} headers to compile, {len(known)} of them have passed before", flush=True)
    progress = Progress("compiling", len(todo))
    for outcome in run(todo, (asked.folder / "include", ROOT / "include"), asked.jobs):
        progress.step(f"{outcome.check.header} {outcome.check.compiler}")
        if not outcome.said:
            state.passed(outcome.check.key, outcome.seconds)
        outcomes.append(outcome)
    progress.end()
    return outcomes


def main() -> int:
    asked = arguments()
    folders = data_folders(asked.botocore)
    names = asked.services.split(",") if asked.services else list(services(folders))
    if asked.traps:
        names = [name for name in TRAPS if name in names]
    if not folders or not names:
        print("sweep: skipped: botocore is not installed")
        return 0
    found = generate_all(asked, names, folders)
    twice = clashes(found)
    if twice:
        print(f"sweep: namespaces of two services: {', '.join(twice)}")
    failed = [g for g in found if g.error or (asked.strict and g.left_out)]
    outcomes: list[Outcome] = []
    if not asked.generate:
        outcomes = compile_all(checks_of(found, asked, library_digest(ROOT / "include")), asked)
    print(report.services(found, outcomes))
    print(report.left_out(found))
    broken = [o for o in outcomes if o.said]
    print(report.failures(failed, broken))
    return 1 if failed or broken or twice else 0


if __name__ == "__main__":
    sys.exit(main())
