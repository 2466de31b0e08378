"""Figures as text."""

from __future__ import annotations

from bench.figures import DEFAULT, V3, Figure, Results, series_of
from bench.targets import COUNT, FASTER, SERIES, Verdict, per_byte, verdicts

LIMITS = ("memcpy", "copy and destroy", "first stage")  # what nobody can be faster than


def table(head: list[str], rows: list[list[str]]) -> str:
    """Columns as wide as they need to be; the first is text, the others are numbers."""
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "\n".join(aligned(row, widths) for row in [head, *rows])


def aligned(row: list[str], widths: list[int]) -> str:
    cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
    return "  ".join([row[0].ljust(widths[0]), *cells]).rstrip()


def base_of(peers: dict[str, Figure]) -> str:
    """The limit of a work; where it has none, what is written by hand for it, or the fastest."""
    known = [name for name in (*LIMITS, "simdjson") if name in peers]
    return known[0] if known else min(peers, key=lambda who: peers[who].ns)


def number(value: float) -> str:
    """Three digits, and no more behind the point than they need."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def times(figure: Figure, base: Figure | None) -> str:
    return number(figure.ns / base.ns) if base else ""


def work_table(results: Results, work: str) -> str:
    peers = results.peers(work)
    base, ours = base_of(peers), peers.get("cppsmith")
    title = f"{work} ({peers[base].size:,} bytes)"
    head = [title, "ns", f"of {base}", "of ours", "spread", "allocations", "v3 ns"]
    rows = []
    for who, figure in sorted(peers.items(), key=lambda p: p[1].ns):
        v3 = results.figure(V3, f"{work}/{who}")
        rows.append(
            [
                f"  {who}",
                number(figure.ns),
                times(figure, peers[base]),
                times(figure, ours),
                f"{figure.spread * 100:.1f} %",
                f"{figure.allocations:,}",
                number(v3.ns) if v3 else "",
            ]
        )
    return table(head, rows)


def series_table(results: Results, work: str) -> str:
    all_series = series_of(results, work)
    sizes = [size for size, _ in all_series[0].points]
    head = [f"{work}: ns per byte", *(f"{size:,}" for size in sizes)]
    rows = [
        [f"  {series.who}", *(number(per_byte(figure)) for _, figure in series.points)]
        for series in all_series
    ]
    return table(head, [row + [""] * (len(head) - len(row)) for row in rows])


def limit_text(verdict: Verdict) -> str:
    limit = f"{verdict.limit:,g}"
    return f">= {limit}" if verdict.kind == FASTER else f"<= {limit}"


def verdict_row(verdict: Verdict) -> list[str]:
    mark = "MISSED" if not verdict.ok else "ok, aim reached" if verdict.aimed else "ok"
    unit = {COUNT: "allocations", FASTER: "times as fast as"}.get(verdict.kind, "times the time of")
    measured = f"{verdict.measured:,.0f}" if verdict.kind == COUNT else number(verdict.measured)
    aim = f"{verdict.aim:g}" if verdict.aim is not None else ""
    label = f"{verdict.work}: {unit} {verdict.against}".rstrip()
    return [label, measured, limit_text(verdict), aim, mark]


def target_table(results: Results) -> str:
    rows = [verdict_row(v) for v in verdicts(results)]
    return table([f"targets, {results.compiler}", "measured", "limit", "aim", "verdict"], rows)


def report(results: Results) -> str:
    """Everything about one compiler's run."""
    title = f"== {results.version}, {results.processor}, medians of {results.repetitions}"
    parts = [title, *(work_table(results, work) for work in results.works())]
    parts += [series_table(results, work) for work in SERIES if series_of(results, work)]
    parts += [sign_table(results, name) for name in results.programs if name not in (DEFAULT, V3)]
    if verdicts(results):
        parts.append(target_table(results))
    return "\n\n".join(parts)


def sign_table(results: Results, program: str) -> str:
    figures = results.programs[program]
    rows = [[f"  {name}", number(f.ns), f"{f.spread * 100:.1f} %"] for name, f in figures.items()]
    return table([program, "ns", "spread"], rows)
