"""Command line: `./dev bench` builds the programs, then calls this."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from bench import instructions, plots, profile
from bench.figures import DEFAULT, SIGN, V3, Results, load, path_of, save
from bench.run import Settings, run
from bench.tables import report

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "benchmarks/results"
PRESETS = {"g++": "release", "clang++-19": "release-clang"}
PROGRAMS = {DEFAULT: "bench_codec", V3: "bench_codec_v3", SIGN: "bench_sign"}
# Of the build for newer processors, only what depends on ours is of interest, and no series.
V3_FILTER = "^[^/]*/(cppsmith|memcpy|first stage|copy and destroy)(/manual_time)?$"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench")
    flag = partial(parser.add_argument, action="store_true")
    flag("--quick", help="three short repetitions; nothing is kept")
    parser.add_argument("--compiler", choices=[*PRESETS, "both"], default="both")
    parser.add_argument("--filter", default="", metavar="REGEX", help="some works; nothing is kept")
    flag("--instructions", help="count instructions with callgrind instead")
    flag("--profile", help="where the instructions of the works that --filter leaves go: by file and line")
    flag("--plots", help="only draw what was kept once more")
    parser.add_argument("--build", type=Path, default=ROOT / "build", help=argparse.SUPPRESS)
    parser.add_argument("--results", type=Path, default=RESULTS, help=argparse.SUPPRESS)
    return parser.parse_args()


def first_line(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def processor() -> str:
    """The processor's name, where the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        text = ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else "unknown processor"


def program_of(build: Path, compiler: str, name: str) -> Path:
    return build / PRESETS[compiler] / "benchmarks" / PROGRAMS[name]


def measure(build: Path, compiler: str, settings: Settings) -> Results:
    version = first_line([compiler, "--version"])
    results = Results(compiler, version, processor(), settings.repetitions)
    for name in PROGRAMS:
        program = program_of(build, compiler, name)
        if not program.exists():
            continue
        print(f"== {compiler}: {program.name}", file=sys.stderr, flush=True)
        filter_ = settings.filter or (V3_FILTER if name == V3 else ".")
        results.programs[name] = run(program, replace(settings, filter=filter_))
    return results


def settings_of(asked: argparse.Namespace) -> Settings:
    if asked.quick:
        return Settings(repetitions=3, min_time=0.02, filter=asked.filter)
    return Settings(repetitions=9, min_time=0.05, filter=asked.filter)


def kept(folder: Path) -> list[Results]:
    return [load(path_of(folder, c)) for c in PRESETS if path_of(folder, c).exists()]


def main() -> None:
    asked = arguments()
    compilers = list(PRESETS) if asked.compiler == "both" else [asked.compiler]
    if asked.plots:
        return plots.draw(kept(asked.results), asked.results)
    programs = {c: program_of(asked.build, c, DEFAULT) for c in compilers}
    if asked.instructions:
        return instructions.count(programs, asked.filter, asked.results)
    if asked.profile:
        if not asked.filter:
            sys.exit("bench: --profile wants --filter, which says of what")
        return profile.show(programs, asked.filter, ROOT)
    for compiler in compilers:
        results = measure(asked.build, compiler, settings_of(asked))
        print(report(results) + "\n", flush=True)
        if not asked.quick and not asked.filter:
            save(results, asked.results)
    if not asked.quick and not asked.filter:
        plots.draw(kept(asked.results), asked.results)


if __name__ == "__main__":
    main()
