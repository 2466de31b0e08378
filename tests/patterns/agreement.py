"""Compares the patterns of generated headers with Python's regular expressions.

Takes the patterns of the installed botocore's models, makes texts from each of them that match or nearly
do, asks Python, generates headers with a string shape for each pattern, and lets a program that includes
them ask the same of `cppsmith/pattern.hpp`.
"""

from __future__ import annotations

import argparse
import json
import os
import struct
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from cppsmith_codegen.patterns.properties import category_of
from cppsmith_codegen.patterns.survey import Found, judge, model_files, patterns_in, report
from reference import TooSlow, general_category_is, has_regex, matcher
from samples import texts

_ROOT = Path(__file__).resolve().parents[2]
_IN_ONE_FILE = 160
_IN_ONE_STRUCTURE = 40
_LEAST_EXACT = 98  # percent
_MOST_TOO_SLOW = 5  # texts of a pattern on which Python takes too long


@dataclass(frozen=True)
class Expected:
    """What Python says of the texts of one pattern."""

    texts: tuple[tuple[bytes, bool], ...]
    too_slow: int = 0


def main() -> int:
    """0: no disagreement; 1: there is one, or too few patterns are exact."""
    options = _options()
    folders = options.models or _botocores()
    if not folders:
        print("skipped: no botocore is installed, and no folder of models was named")
        return 0
    files = [f for folder in folders for f in model_files(folder)]
    found = sorted({p for f in files for p in patterns_in(f)}, key=lambda p: p.source)
    if options.sample:
        found = found[:: max(1, len(found) // options.sample)][: options.sample]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        verdicts = list(pool.map(judge, found, chunksize=8))
        exact = [v.found for v in verdicts if v.form != "unchecked"]
        expected = list(pool.map(partial(_expected, options.texts), exact, chunksize=8))
        print("\n".join(report(len(files), verdicts)), flush=True)
        asked = [(p, e) for p, e in zip(exact, expected, strict=True) if e is not None]
        chunks = [
            kind[i : i + _IN_ONE_FILE]
            for kind in ([a for a in asked if a[0].full_match is full] for full in (True, False))
            for i in range(0, len(kind), _IN_ONE_FILE)
        ]
        disagreements = sum(pool.map(partial(_disagreements, options.build), chunks, range(len(chunks))))
    _report(len(exact), asked, disagreements)
    return int(disagreements > 0 or 100 * len(exact) < _LEAST_EXACT * len(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", type=Path, help="folders of models (default: botocore's)")
    parser.add_argument("--sample", type=int, default=0, help="so many patterns only, evenly spread")
    parser.add_argument("--texts", type=int, default=200, help="for each pattern (default: %(default)s)")
    parser.add_argument("--build", type=Path, default=_ROOT / "build" / "patterns")
    return parser.parse_args()


def _botocores() -> list[Path]:
    """The data of the system's botocore, and of that of the Python on the path."""
    say = "import botocore, os; print(os.path.dirname(botocore.__file__))"
    folders: dict[Path, None] = {}
    for python in ("/usr/bin/python3", "python3", sys.executable):
        ran = subprocess.run([python, "-c", say], capture_output=True, text=True, check=False)
        if ran.returncode == 0:
            folders.setdefault(Path(ran.stdout.strip()) / "data")
    return list(folders)


def _expected(count: int, found: Found) -> Expected | None:
    """Nothing where Python cannot say."""
    asked = matcher(found.source, full_match=found.full_match)
    if asked is None:
        return None
    made: list[tuple[bytes, bool]] = []
    too_slow = 0
    for text in texts(found.source, 2 * count, seed=1):
        if len(made) == count:
            break
        if not all(_same_category(c) for c in text if c > "\x7f"):
            continue
        try:
            made.append((text.encode(), asked(text)))
        except TooSlow:
            too_slow += 1
            if too_slow == _MOST_TOO_SLOW:
                break
    return Expected(tuple(made), too_slow)


@cache
def _same_category(char: str) -> bool:
    """Whether both have the character in one general category: Unicode grows from year to year."""
    return general_category_is(char, category_of(ord(char)))


def _disagreements(build: Path, chunk: list[tuple[Found, Expected]], part: int) -> int:
    folder = build / f"part_{part}"
    folder.mkdir(parents=True, exist_ok=True)
    _write_model(folder / "model.json", [p for p, _ in chunk], part)
    generate = [sys.executable, "-m", "cppsmith_codegen", "generate", "--operations", "all"]
    generate += ["--model", str(folder / "model.json"), "--output", str(folder / "include")]
    _run(generate, {"PYTHONPATH": str(_ROOT / "codegen")})
    (folder / "check.cpp").write_text(_program(len(chunk), part))
    compiler = [*os.environ.get("CXX", "g++").split(), "-std=c++20", "-O1", "-Wall", "-Werror"]
    include = ["-I", str(_ROOT / "include"), "-I", str(folder / "include"), "-I", str(_ROOT / "tests")]
    _run([*compiler, *include, "-o", str(folder / "check"), str(folder / "check.cpp")], {})
    with (folder / "texts.bin").open("wb") as file:
        for index, (_, expected) in enumerate(chunk):
            for text, matches in expected.texts:
                file.write(struct.pack("<III", index, matches, len(text)) + text)
    ran = subprocess.run(
        [folder / "check", folder / "texts.bin"], capture_output=True, text=True, check=False
    )
    wrong = ran.stdout.splitlines()
    for line in wrong[:10]:
        number, rest = line.split(" ", 1)
        print(f"disagreement: {chunk[int(number)][0].source}: {rest}", flush=True)
    if ran.returncode not in (0, 1):
        raise RuntimeError(f"the program of part {part} ended with {ran.returncode}: {ran.stderr}")
    return len(wrong)


def _run(command: list[str], environment: dict[str, str]) -> None:
    ran = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    if ran.returncode:
        raise RuntimeError(f"{command}\n{ran.stdout}{ran.stderr}")


def _write_model(path: Path, patterns: list[Found], number: int) -> None:
    """A model whose one operation reaches a string shape for each pattern: botocore's format for full
    matches, Smithy's for searches.
    """
    names = [f"P{i}" for i in range(len(patterns))]
    groups = [names[i : i + _IN_ONE_STRUCTURE] for i in range(0, len(names), _IN_ONE_STRUCTURE)]
    held = {f"Group{g}": {name.lower(): name for name in group} for g, group in enumerate(groups)}
    held["AskRequest"] = {f"group{g}": f"Group{g}" for g in range(len(groups))}
    sources = dict(zip(names, (p.source for p in patterns), strict=True))
    full_match = all(p.full_match for p in patterns)
    model = (_c2j if full_match else _smithy)(sources, held, f"Patterns {number}")
    path.write_text(json.dumps(model), encoding="utf-8")


def _c2j(
    sources: dict[str, str], structures: dict[str, dict[str, str]], service: str
) -> dict[str, object]:
    shapes: dict[str, dict[str, object]] = {
        name: {"type": "string", "pattern": source} for name, source in sources.items()
    }
    for name, members in structures.items():
        used = {member: {"shape": target} for member, target in members.items()}
        shapes[name] = {"type": "structure", "members": used}
    http = {"method": "POST", "requestUri": "/"}
    metadata = {
        "apiVersion": "2000-01-01",
        "endpointPrefix": "patterns",
        "protocol": "rest-json",
        "serviceId": service,
    }
    operations = {"Ask": {"http": http, "input": {"shape": "AskRequest"}}}
    return {"metadata": metadata, "operations": operations, "shapes": shapes}


def _smithy(
    sources: dict[str, str], structures: dict[str, dict[str, str]], service: str
) -> dict[str, object]:
    shapes: dict[str, dict[str, object]] = {
        f"t#{name}": {"type": "string", "traits": {"smithy.api#pattern": source}}
        for name, source in sources.items()
    }
    for name, members in structures.items():
        used = {member: {"target": f"t#{target}"} for member, target in members.items()}
        shapes[f"t#{name}"] = {"type": "structure", "members": used}
    http = {"smithy.api#http": {"method": "POST", "uri": "/"}}
    shapes["t#Ask"] = {"type": "operation", "input": {"target": "t#AskRequest"}, "traits": http}
    traits = {"aws.api#service": {"sdkId": service}, "aws.protocols#restJson1": {}}
    ask = [{"target": "t#Ask"}]
    shapes["t#Patterns"] = {"type": "service", "version": "1", "operations": ask, "traits": traits}
    return {"smithy": "2.0", "shapes": shapes}


def _program(count: int, number: int) -> str:
    namespace = f"cppsmith::patterns_{number}"
    asked = ",\n    ".join(f"matches<{namespace}::P{i}>" for i in range(count))
    return (
        f"#include <cppsmith/patterns_{number}/ask.hpp>\n#include <patterns/check.hpp>\n\n"
        f"constexpr asked_pattern patterns[] = {{\n    {asked},\n}};\n\n"
        "int main(int, char** arguments) { return check(arguments[1], patterns); }\n"
    )


def _report(exact: int, asked: list[tuple[Found, Expected]], disagreements: int) -> None:
    total = sum(len(e.texts) for _, e in asked)
    matching = sum(matches for _, e in asked for _, matches in e.texts)
    fewest = min((len(e.texts) for _, e in asked), default=0)
    if not has_regex:
        print("skipped: patterns with Unicode properties, since the module 'regex' is not installed")
    print(f"{exact - len(asked)} patterns that Python cannot compile were left out")
    print(f"{sum(e.too_slow for _, e in asked)} texts took Python more than half a second")
    print(
        f"{len(asked)} patterns, {total} texts ({fewest} for a pattern at least), {matching} of them"
        f" match: {disagreements} disagreements"
    )


if __name__ == "__main__":
    sys.exit(main())
