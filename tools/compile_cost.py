"""What each public header costs to compile, over an empty file."""

from __future__ import annotations

import resource
import shutil
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


def cost(text: str) -> list[float]:
    """The least CPU seconds of five runs, by compiler."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.cpp"
        source.write_text(text)
        return [min(cpu_seconds(c, source) for _ in range(5)) for c in COMPILERS]


def including(names: str) -> str:
    return "".join(f"#include {name}\n" for name in names.split())


def request(literal: str) -> str:
    """A translation unit with a request of twenty literals, each written as `literal` has it."""
    tags = ", ".join(
        f"{{.Key = {literal % f'key-number-{i}'}, .Value = {literal % f'the value of number {i}'}}}" for i in range(10)
    )
    return (
        "#include <cppsmith/iot/register_ca_certificate.hpp>\n"
        "cppsmith::iot::RegisterCACertificateRequest request() {\n"
        f'    return {{.caCertificate = cppsmith::unchecked("x"), .tags = {{{{{tags}}}}}}};\n}}\n'
    )


def main() -> None:
    if not COMPILERS:
        sys.exit("compile_cost: neither g++ nor clang++-19 is here")
    public = sorted((ROOT / "include/cppsmith").glob("*.hpp")) + [ROOT / "include/cppsmith/transport/curl.hpp"]
    rows = [("(standard library and Boost.Describe)", BASELINE), ("<simdjson.h>", "<simdjson.h>")]
    rows += [(name, name) for name in (f"<{h.relative_to(ROOT / 'include')}>" for h in public)]
    rows.append(("<cppsmith/iot/register_ca_certificate.hpp>", "<cppsmith/iot/register_ca_certificate.hpp>"))
    empty = cost("")
    unchecked, checked = cost(request('cppsmith::unchecked("%s")')), cost(request('"%s"'))
    print(f"CPU seconds over an empty file, -O0, least of 5{'':22}" + "".join(f"{c:>12}" for c in COMPILERS))
    for label, includes in rows:
        print(f"{label:70}" + "".join(f"{max(s - e, 0):12.2f}" for s, e in zip(cost(including(includes)), empty)))
    label = "a request with twenty literals, over the same without their checks"
    print(f"{label:70}" + "".join(f"{c - u:12.2f}" for c, u in zip(checked, unchecked)))


main()
