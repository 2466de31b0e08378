"""What each public header costs to compile, over an empty file."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILERS = [name for name in ("g++", "clang++-19") if shutil.which(name)]
BASELINE = "<string> <string_view> <vector> <optional> <variant> <boost/describe.hpp>"


def cpu_seconds(compiler: str, source: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command: list[str | Path] = [compiler, "-std=c++20", "-O0", "-I", ROOT / "include", "-c", source, "-o", "/dev/null"]
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cost(includes: str) -> list[float]:
    """Median CPU seconds of three runs, by compiler."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.cpp"
        source.write_text("".join(f"#include {name}\n" for name in includes.split()))
        return [statistics.median(cpu_seconds(c, source) for _ in range(3)) for c in COMPILERS]


def main() -> None:
    if not COMPILERS:
        sys.exit("compile_cost: neither g++ nor clang++-19 is here")
    public = sorted((ROOT / "include/cppsmith").glob("*.hpp")) + [ROOT / "include/cppsmith/transport/curl.hpp"]
    rows = [("(standard library and Boost.Describe)", BASELINE), ("<simdjson.h>", "<simdjson.h>")]
    rows += [(name, name) for name in (f"<{h.relative_to(ROOT / 'include')}>" for h in public)]
    rows.append(("<cppsmith/iot/register_ca_certificate.hpp>", "<cppsmith/iot/register_ca_certificate.hpp>"))
    empty = cost("")
    print(f"CPU seconds over an empty file, -O0, median of 3{'':22}" + "".join(f"{c:>12}" for c in COMPILERS))
    for label, includes in rows:
        print(f"{label:70}" + "".join(f"{max(s - e, 0):12.2f}" for s, e in zip(cost(includes), empty)))


main()
