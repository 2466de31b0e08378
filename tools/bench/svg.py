"""Just enough SVG: shapes, text, and colours that are legible on light and on dark pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

# The first colours are legible on both; what knows which page it is on gets better ones.
STYLE = """
text { font: 12px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #6e7781; }
.title { font-size: 15px; font-weight: 600; }
.quiet { font-size: 11px; }
.strong { font-weight: 600; }
.grid { stroke: #8c959f; stroke-opacity: .28; stroke-width: 1; }
.limit { stroke: #6e7781; stroke-width: 1.5; stroke-dasharray: 4 3; }
.ours { fill: #218bff; } .ours2 { fill: #218bff; fill-opacity: .6; }
.peer { fill: #8c959f; } .peer2 { fill: #8c959f; fill-opacity: .6; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.l0 { stroke: #218bff; } .l1 { stroke: #d4703a; } .l2 { stroke: #a475f9; } .l3 { stroke: #7d8590; }
.d0 { fill: #218bff; } .d1 { fill: #d4703a; } .d2 { fill: #a475f9; } .d3 { fill: #7d8590; }
@media (prefers-color-scheme: light) {
  text { fill: #24292f; } .quiet { fill: #57606a; }
  .d0 { fill: #0969da; } .d1 { fill: #bc4c00; } .d2 { fill: #8250df; } .d3 { fill: #57606a; }
}
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .quiet { fill: #9198a1; }
  .d0 { fill: #58a6ff; } .d1 { fill: #f0883e; } .d2 { fill: #bc8cff; } .d3 { fill: #9198a1; }
}
"""


def fixed(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@dataclass
class Drawing:
    """Parts in the order in which they are painted; the size is known at the end."""

    width: float
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, content: str, kind: str = "", anchor: str = "") -> None:
        attributes = f' class="{kind}"' if kind else ""
        if anchor:
            attributes += f' text-anchor="{anchor}"'
        place = f'x="{fixed(x)}" y="{fixed(y)}"'
        self.parts.append(f"<text {place}{attributes}>{escape(content)}</text>")

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        ends = f'x1="{fixed(x1)}" y1="{fixed(y1)}" x2="{fixed(x2)}" y2="{fixed(y2)}"'
        self.parts.append(f'<line {ends} class="{kind}"/>')

    def bar(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        size = f'width="{fixed(max(width, 1))}" height="{fixed(height)}"'
        place = f'x="{fixed(x)}" y="{fixed(y)}"'
        self.parts.append(f'<rect {place} {size} rx="2" class="{kind}"/>')

    def path(self, points: list[tuple[float, float]], kind: str) -> None:
        places = " ".join(f"{fixed(x)},{fixed(y)}" for x, y in points)
        self.parts.append(f'<polyline points="{places}" class="line {kind}"/>')

    def dot(self, x: float, y: float, kind: str) -> None:
        self.parts.append(f'<circle cx="{fixed(x)}" cy="{fixed(y)}" r="3" class="{kind}"/>')

    def save(self, path: Path, height: float, title: str, description: str) -> None:
        size = f'width="{fixed(self.width)}" height="{fixed(height)}"'
        box = f'viewBox="0 0 {fixed(self.width)} {fixed(height)}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img">'
        about = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        lines = [head, about, f"<style>{STYLE}</style>", *self.parts, "</svg>", ""]
        path.write_text("\n".join(lines))
