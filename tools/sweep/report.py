"""What a sweep found, as text."""

from __future__ import annotations

import resource
from collections import Counter
from collections.abc import Sequence

from bench.tables import table
from sweep.compiling import Outcome
from sweep.generating import Generated

_LINES = 6  # of what a compiler says


def generation(found: Sequence[Generated], seconds: float, processes: int, cache: str) -> str:
    """What generating took. Memory is that of the largest process times their number, and this one's."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    memory = own + processes * max((g.memory for g in found), default=0)
    headers, size = sum(g.headers for g in found), sum(g.bytes for g in found)
    operations, left_out = sum(len(g.operations) for g in found), sum(g.left_out for g in found)
    return (
        f"{len(found)} services, {operations} operations ({left_out} left out),"
        f" {headers} headers of {size / 1e6:.0f} MB: {seconds:.1f} s with {processes} processes"
        f" ({sum(g.seconds for g in found):.1f} s of CPU), at most {memory / 2**20:.0f} MiB,"
        f" {cache} cache of patterns"
    )


def services(found: Sequence[Generated], outcomes: Sequence[Outcome]) -> str:
    """A line for each service: time, size, failures."""
    compilers = sorted({o.check.compiler for o in outcomes}, reverse=True)
    head = ["service", "operations", "left out", "headers", "KB", "s", *(f"{c} s" for c in compilers), "failures"]
    rows: list[list[str]] = []
    for made in found:
        mine = [o for o in outcomes if o.check.service == made.service]
        times = [sum(o.seconds for o in mine if o.check.compiler == c) for c in compilers]
        failures = sum(bool(o.said) for o in mine) + bool(made.error)
        counts = [len(made.operations), made.left_out, made.headers, made.bytes // 1000]
        spent = [f"{made.seconds:.2f}", *(f"{t:.1f}" for t in times)]
        rows.append([made.service, *map(str, counts), *spent, str(failures or "")])
    return table(head, rows)


def left_out(found: Sequence[Generated]) -> str:
    """Why operations were left out, and services refused, by count."""
    count: Counter[str] = Counter()
    for made in found:
        count.update(made.reasons)
    lines = [f"{times:6} {reason}" for reason, times in count.most_common()]
    return "\n".join(("operations left out, by their first reason:", *lines)) if lines else "no operation was left out"


def failures(refused: Sequence[Generated], broken: Sequence[Outcome]) -> str:
    """Each failure, and a line that sums up."""
    lines = [f"FAILED {g.service}: {g.error or f'{g.left_out} operations were left out'}" for g in refused]
    for outcome in sorted(broken, key=lambda o: (o.check.header, o.check.compiler)):
        said = "\n".join(f"    {line[:300]}" for line in outcome.said.splitlines()[:_LINES])
        lines.append(f"FAILED {outcome.check.header} on {outcome.check.compiler}:\n{said}")
    return "\n".join((*lines, f"{len(refused)} services refused, {len(broken)} headers do not compile"))
