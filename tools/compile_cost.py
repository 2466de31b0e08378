"""What the headers cost a user's build: CPU seconds of a translation unit and bytes of a program, against budgets."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILERS = [name for name in ("g++", "clang++-19") if shutil.which(name)]
BASELINE = "<string> <string_view> <vector> <optional> <variant> <boost/describe.hpp>"
OPERATION = "<cppsmith/iot/register_ca_certificate.hpp>"
WRITER = """
std::string write(cppsmith::iot::RegisterCACertificateRequest const& request) {
    return cppsmith::json::write(request);
}
"""
WRITER_INTO_BUFFER = """
void write(cppsmith::iot::RegisterCACertificateRequest const& request, std::string& to) {
    (void)cppsmith::json::write(request, to);
}
"""
PROGRAM = """
int main(int argc, char** argv) {
    namespace json = cppsmith::json;
    cppsmith::iot::RegisterCACertificateRequest const request{.caCertificate = std::string(argv[0])};
    using reply = cppsmith::reply<cppsmith::iot::RegisterCACertificateResponse>;
    return json::read<reply>(json::write(request)) ? argc : 0;
}
"""


@dataclass
class Budget:
    """A cost, what it is held against, and the most that it may be."""

    label: str
    cost: list[float]
    limit: list[float]
    unit: str = "s"

    def print(self) -> None:
        cells = [
            f"{c:9.2f}{'' if c <= most else '!'} of {most:.2f} {self.unit}" for c, most in zip(self.cost, self.limit)
        ]
        print(f"{self.label:56}" + "".join(f"{cell:>24}" for cell in cells))


def compiling(compiler: str) -> list[str | Path]:
    return [compiler, "-std=c++20", "-I", ROOT / "include"]


def cpu_seconds(compiler: str, source: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*compiling(compiler), "-O0", "-c", source, "-o", "/dev/null"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def costs(texts: list[str]) -> list[list[float]]:
    """Of each text the least CPU seconds of seven runs, by compiler; in turns, so that a busy minute falls on all."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{i}.cpp" for i in range(len(texts))]
        for source, text in zip(sources, texts):
            source.write_text(text)
        rounds = [[[cpu_seconds(c, source) for c in COMPILERS] for source in sources] for _ in range(7)]
        return [[min(seconds) for seconds in zip(*of_one)] for of_one in zip(*rounds)]


def kilobytes(text: str, *libraries: str) -> list[float]:
    """The size of the stripped program, optimized, by compiler."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "a.cpp", Path(folder) / "a"
        source.write_text(text)
        sizes = []
        for compiler in COMPILERS:
            subprocess.run([*compiling(compiler), "-O2", "-s", source, "-o", program, *libraries], check=True)
            sizes.append(program.stat().st_size / 1000)
        return sizes


def including(names: str) -> str:
    return "".join(f"#include {name}\n" for name in names.split())


def request(literal: str) -> str:
    """A translation unit with a request of twenty literals, each written as `literal` has it."""
    tags = ", ".join(
        f"{{.Key = {literal % f'key-number-{i}'}, .Value = {literal % f'the value of number {i}'}}}" for i in range(10)
    )
    return (
        including(OPERATION) + "cppsmith::iot::RegisterCACertificateRequest request() {\n"
        f'    return {{.caCertificate = cppsmith::unchecked("x"), .tags = {{{{{tags}}}}}}};\n}}\n'
    )


def minus(a: list[float], b: list[float]) -> list[float]:
    return [max(x - y, 0) for x, y in zip(a, b)]


def budgets() -> list[Budget]:
    empty, baseline, operation, writer, into_buffer, simdjson, client, unchecked, checked = costs(
        [
            "",
            including(BASELINE),
            including(OPERATION),
            including(f"{OPERATION} <cppsmith/json/write.hpp>") + WRITER,
            including(f"{OPERATION} <cppsmith/json/write_into.hpp>") + WRITER_INTO_BUFFER,
            including("<simdjson.h>"),
            including(f"{OPERATION} <cppsmith/client.hpp>"),
            request('cppsmith::unchecked("%s")'),
            request('"%s"'),
        ]
    )
    nothing = kilobytes("int main() {}")
    program = kilobytes(including(f"{OPERATION} <cppsmith/json.hpp>") + PROGRAM, "-lsimdjson")

    def same(limit: float) -> list[float]:
        return [limit] * len(COMPILERS)

    return [
        Budget("an operation, over an empty file", minus(operation, empty), [1.5 * b for b in minus(baseline, empty)]),
        Budget("the writer, over the operation", minus(writer, operation), same(0.3)),
        Budget("the same into a buffer, with Boost's result", minus(into_buffer, operation), same(0.3)),
        Budget("the client, over <simdjson.h>", minus(client, simdjson), same(0.6)),
        Budget("twenty literals, over the same without checks", minus(checked, unchecked), same(0.5)),
        Budget("writing and reading, over an empty program", minus(program, nothing), same(60), "KB"),
    ]


def main() -> None:
    if not COMPILERS:
        sys.exit("compile_cost: neither g++ nor clang++-19 is here")
    public = sorted((ROOT / "include/cppsmith").glob("*.hpp")) + [ROOT / "include/cppsmith/transport/curl.hpp"]
    rows = [("(standard library and Boost.Describe)", BASELINE), ("<simdjson.h>", "<simdjson.h>")]
    rows += [(name, name) for name in (f"<{h.relative_to(ROOT / 'include')}>" for h in public)]
    rows.append((OPERATION, OPERATION))
    empty, *of_rows = costs(["", *(including(includes) for _, includes in rows)])
    print(f"CPU seconds over an empty file, -O0, least of 7{'':22}" + "".join(f"{c:>12}" for c in COMPILERS))
    for (label, _), seconds in zip(rows, of_rows):
        print(f"{label:69}" + "".join(f"{s:12.2f}" for s in minus(seconds, empty)))
    print(f"\nBudgets; above them stands a '!'{'':24}" + "".join(f"{c:>24}" for c in COMPILERS))
    for budget in budgets():
        budget.print()


main()
