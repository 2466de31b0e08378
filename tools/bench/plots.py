"""Draws what was kept: bars against the limit for each work, and time against size."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, Results, Series, series_of
from bench.svg import Drawing
from bench.tables import base_of, number
from bench.targets import SERIES, per_byte

WIDTH = 760.0
LABELS, VALUES = 130.0, 190.0  # room left and right of the bars
BAR, GAP, TOP = 15.0, 9.0, 74.0
STEPS = (1, 2, 5)
CLASSES = 4  # lines that can be told apart


@dataclass(frozen=True)
class Row:
    """One who did the work: a figure of each compiler, and how many times the limit it is."""

    who: str
    ns: list[float]
    ratios: list[float]


def file_name(work: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", work.lower()).strip("-") + ".svg"


def draw(all_results: list[Results], folder: Path) -> None:
    """Draws every work that all compilers did, and the series."""
    if not all_results:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for work in all_results[0].works():
        figures = [results.peers(work) for results in all_results]
        if all(figures):
            draw_work(work, figures, [r.compiler for r in all_results], folder)
    for work in SERIES:
        draw_series(work, all_results[0], folder)


def rows_of(figures: list[dict[str, Figure]], limit: str) -> list[Row]:
    rows = []
    for who in figures[0]:
        if who != limit and all(who in peers for peers in figures):
            ns = [peers[who].ns for peers in figures]
            rows.append(Row(who, ns, [peers[who].ns / peers[limit].ns for peers in figures]))
    return sorted(rows, key=lambda row: row.ns[0])


def draw_work(
    work: str, figures: list[dict[str, Figure]], compilers: list[str], folder: Path
) -> None:
    limit = base_of(figures[0])
    rows = rows_of(figures, limit)
    if not rows:
        return
    drawing = Drawing(WIDTH)
    draw_head(drawing, work, figures, limit, compilers)
    bottom = TOP + len(rows) * (len(figures) * BAR + GAP)
    axis = Axis.of([ratio for row in rows for ratio in row.ratios] + [1.0], LABELS, WIDTH - VALUES)
    draw_grid(drawing, axis, bottom)
    for index, row in enumerate(rows):
        draw_row(drawing, axis, row, TOP + index * (len(figures) * BAR + GAP))
    drawing.line(axis.place(1), TOP - 6, axis.place(1), bottom, "limit")
    names = ", ".join(f"{row.who} {number(row.ratios[0])}" for row in rows)
    drawing.save(folder / file_name(work), bottom + 8, work, f"Times {limit}: {names}")


def draw_head(
    drawing: Drawing,
    work: str,
    figures: list[dict[str, Figure]],
    limit: str,
    compilers: list[str],
) -> None:
    size = next(iter(figures[0].values())).size
    base = " / ".join(f"{number(peers[limit].ns)} ns" for peers in figures)
    drawing.text(0, 18, f"{work}, {size:,} bytes", "title")
    about = f"Times {limit} ({base}); logarithmic, less is better"
    drawing.text(0, 37, about, "quiet")
    for index, compiler in enumerate(reversed(compilers)):
        x = WIDTH - 90 * (index + 1)
        drawing.bar(x, 9, 10, 10, "ours" if compiler == compilers[0] else "ours2")
        drawing.text(x + 15, 18, compiler, "quiet")


@dataclass(frozen=True)
class Axis:
    """A logarithmic scale between two places."""

    low: float
    high: float
    begin: float
    end: float

    @staticmethod
    def of(values: list[float], begin: float, end: float) -> Axis:
        """From a little below the least value to a little above the largest."""
        return Axis(min(values) / 1.25, max(values) * 1.05, begin, end)

    def place(self, value: float) -> float:
        part = math.log(value / self.low) / math.log(self.high / self.low)
        return self.begin + part * (self.end - self.begin)

    def ticks(self) -> list[float]:
        low, high = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        steps = STEPS if self.high / self.low < 1000 else (1,)
        all_ticks = [step * 10.0**power for power in range(low, high + 1) for step in steps]
        return [tick for tick in all_ticks if self.low <= tick <= self.high]


def draw_grid(drawing: Drawing, axis: Axis, bottom: float) -> None:
    for tick in axis.ticks():
        drawing.line(axis.place(tick), TOP - 6, axis.place(tick), bottom, "grid")
        drawing.text(axis.place(tick), TOP - 10, f"{tick:g}", "quiet", "middle")


def draw_row(drawing: Drawing, axis: Axis, row: Row, y: float) -> None:
    kind = "ours" if row.who == "cppsmith" else "peer"
    middle = y + len(row.ns) * BAR / 2 + 4
    drawing.text(LABELS - 10, middle, row.who, "strong" if kind == "ours" else "", "end")
    for index, (ns, ratio) in enumerate(zip(row.ns, row.ratios)):
        top = y + index * BAR
        length = axis.place(ratio) - axis.begin
        drawing.bar(axis.begin, top, length, BAR - 2, kind if index == 0 else kind + "2")
        label = f"{number(ratio)}× · {number(ns)} ns"
        weight = "strong" if kind == "ours" else "quiet"
        drawing.text(axis.place(ratio) + 8, top + BAR - 4, label, weight)


HEIGHT = 400.0
LEFT, RIGHT, FLOOR = 62.0, 600.0, 352.0


def draw_series(work: str, results: Results, folder: Path) -> None:
    """Nanoseconds against elements; parallel to the diagonal is linear."""
    all_series = series_of(results, work)
    if not all_series:
        return
    points = [point for series in all_series for point in series.points]
    across = Axis.of([float(size) for size, _ in points], LEFT, RIGHT)
    up = Axis.of([figure.ns for _, figure in points], FLOOR, 60.0)
    drawing = Drawing(WIDTH)
    drawing.text(0, 18, f"{work}: time against size", "title")
    about = f"{results.compiler}; time of a call against things in the page; last, ns per byte"
    drawing.text(0, 37, about, "quiet")
    draw_axes(drawing, across, up)
    draw_lines(drawing, all_series, across, up)
    drawing.save(folder / file_name(work), HEIGHT, work, f"Time against size, {results.compiler}")


def draw_axes(drawing: Drawing, across: Axis, up: Axis) -> None:
    for tick in across.ticks():
        drawing.line(across.place(tick), FLOOR, across.place(tick), up.end, "grid")
        drawing.text(across.place(tick), FLOOR + 18, f"{tick:,.0f}", "quiet", "middle")
    for tick in up.ticks():
        drawing.line(LEFT, up.place(tick), RIGHT, up.place(tick), "grid")
        drawing.text(LEFT - 8, up.place(tick) + 4, duration(tick), "quiet", "end")


def duration(ns: float) -> str:
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:g} {unit}"
    return f"{ns:g} ns"


def draw_lines(drawing: Drawing, all_series: list[Series], across: Axis, up: Axis) -> None:
    """Ours last, so that it lies on top; the names at the ends keep off each other."""
    ordered = sorted(all_series, key=lambda series: series.who == "cppsmith")
    ends = spaced([up.place(series.points[-1][1].ns) for series in ordered])
    for index, (series, end) in enumerate(zip(ordered, ends)):
        kind = 0 if series.who == "cppsmith" else 1 + index % (CLASSES - 1)
        places = [(across.place(size), up.place(figure.ns)) for size, figure in series.points]
        drawing.path(places, f"l{kind}")
        for x, y in places:
            drawing.dot(x, y, f"d{kind}")
        last = number(per_byte(series.points[-1][1]))
        label = f"{series.who} {last}"
        drawing.text(RIGHT + 12, end + 4, label, f"strong d{kind}")


def spaced(places: list[float]) -> list[float]:
    """The same places, moved apart to the height of a line at least."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    for above, below in zip(order, order[1:]):
        moved[below] = max(moved[below], moved[above] + 16)
    return moved
