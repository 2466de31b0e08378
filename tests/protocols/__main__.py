"""`python3 -m protocols FOLDER`: how many cases of each suite pass, and why the others do not."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from .program import SHARED
from .replay import replay
from .suites import read_suites


def main() -> None:
    results = replay(read_suites(SHARED / "conformance"), Path(sys.argv[1]))
    groups: dict[str, Counter[bool]] = {}
    for r in results:
        groups.setdefault(re.sub(r"_\d+(_\d+)?$", "", r.suite.name), Counter())[not r.wrong] += 1
    for r in results:
        if r.wrong:
            print(f"{r.suite.name} {r.case.id}{' (servers)' if r.case.for_servers else ''}: {r.wrong[:900]}")
    for name, count in groups.items():
        print(f"{name:60} {count[True]:4} of {count.total():4}")
    print(f"{sum(not r.wrong for r in results)} of {len(results)} cases pass")


main()
