"""The command `patterns`: how many of the patterns of some models are checked, and why others are not."""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, InputError
from .compile import Characters, Tables, compiled
from .syntax import Inexpressible


@dataclass(frozen=True)
class Found:
    """A pattern of some model. Smithy's are searches, C2J's full matches."""

    source: str
    full_match: bool


@dataclass(frozen=True)
class Verdict:
    """What became of a pattern: a form, or the reason why it has none."""

    found: Found
    form: str  # everything, characters, tables, unchecked
    reason: str = ""
    bytes: int = 0
    states: int = 0


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declares the command."""
    command = commands.add_parser(
        "patterns",
        help="say which patterns of some models are checked, and why others are not",
        description="Compiles every distinct pattern of the models, and says how many became exact"
        " tables and which are left unchecked, by reason. Exit status: 0 done, 1 fewer than"
        " --at-least are exact, 2 a model cannot be read.",
    )
    command.add_argument(
        "models",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a model, or a folder of models: botocore's service-2.json, plain or gzipped, and"
        " Smithy's JSON AST",
    )
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument(
        "--at-least",
        type=float,
        default=0.0,
        metavar="PERCENT",
        help="fail where fewer of them are exact",
    )


def run(options: argparse.Namespace) -> int:
    """Runs the command. Raises `InputError`."""
    files = sorted(f for path in options.models for f in model_files(path))
    found = sorted({p for f in files for p in patterns_in(f)}, key=lambda p: (p.source, p.full_match))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        verdicts = list(pool.map(judge, found, chunksize=16))
    if options.format == "json":
        print(json.dumps([_plain(v) for v in verdicts], indent=1))
    else:
        print("\n".join(report(len(files), verdicts)))
    exact = sum(v.form != "unchecked" for v in verdicts)
    return int(100 * exact < options.at_least * len(verdicts))


def judge(found: Found) -> Verdict:
    """Compiles one pattern."""
    try:
        made = compiled(found.source, full_match=found.full_match)
    except Inexpressible as reason:
        return Verdict(found, "unchecked", str(reason))
    if isinstance(made, Tables):
        return Verdict(found, "tables", "", made.bytes, made.states)
    return Verdict(found, "characters" if isinstance(made, Characters) else "everything")


def patterns_in(file: Path) -> Iterator[Found]:
    """The patterns of strings in a model of either format, whatever else it holds."""
    data = file.read_bytes()
    try:
        model = json.loads(gzip.decompress(data) if file.suffix == ".gz" else data)
    except (ValueError, EOFError) as wrong:
        raise InputError([Diagnostic(str(file), f"no JSON: {wrong}")]) from wrong
    shapes = model.get("shapes", {}) if isinstance(model, dict) else {}
    full_match = "smithy" not in model
    for shape in shapes.values():
        for entry in (shape, *_members(shape)):
            source = entry.get("pattern") or entry.get("traits", {}).get("smithy.api#pattern")
            if isinstance(source, str):
                yield Found(source, full_match)


def _members(shape: dict[str, dict[str, object]]) -> Iterable[dict[str, dict[str, object]]]:
    members = shape.get("members", {})
    parts = [shape.get(key) for key in ("member", "key", "value")]
    return [m for m in (*members.values(), *parts) if isinstance(m, dict)]


def model_files(path: Path) -> list[Path]:
    """The models that a path names."""
    if path.is_dir():
        names = ("service-2.json", "service-2.json.gz")
        c2j = [f for f in path.rglob("service-2.json*") if f.name in names]
        return c2j or list(path.glob("*.json"))
    return [path]


def _plain(verdict: Verdict) -> dict[str, object]:
    return {
        "pattern": verdict.found.source,
        "match": "full" if verdict.found.full_match else "search",
        "form": verdict.form,
        "reason": verdict.reason,
        "bytes": verdict.bytes,
        "states": verdict.states,
    }


def report(files: int, verdicts: list[Verdict]) -> Iterator[str]:
    """How many are exact, in which form, and why the others are not."""
    forms = Counter(v.form for v in verdicts)
    exact = len(verdicts) - forms["unchecked"]
    share = 100 * exact / len(verdicts) if verdicts else 100.0
    yield f"{len(verdicts)} distinct patterns in {files} models: {exact} exact ({share:.2f} %)"
    total, most = sum(v.bytes for v in verdicts), max((v.bytes for v in verdicts), default=0)
    states = max((v.states for v in verdicts), default=0)
    yield f"  {forms['characters']} as a class of characters with a count"
    yield f"  {forms['tables']} as tables: {total} bytes in total, {most} at most; {states} states at most"
    yield f"  {forms['everything']} that every text matches"
    yield f"{forms['unchecked']} unchecked"
    for reason, count in Counter(v.reason for v in verdicts if v.reason).most_common():
        yield f"  {count} because of {reason}:"
        yield from (f"    {v.found.source}" for v in verdicts if v.reason == reason)
