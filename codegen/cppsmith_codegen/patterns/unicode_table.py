"""Writes `unicode_data.py` from the Unicode data of the Python that runs it.

The table is kept, so that the same pattern becomes the same header under every Python.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from itertools import groupby
from pathlib import Path


def main() -> None:
    """Writes the table beside this file."""
    categories = (unicodedata.category(chr(c)) for c in range(sys.maxunicode + 1))
    runs = " ".join(f"{category}{sum(1 for _ in run)}" for category, run in groupby(categories))
    text = (
        f'"""The general category of every code point, Unicode {unicodedata.unidata_version}.\n\n'
        'Written by `unicode_table.py`: runs of code points from 0 on, each a category and a count.\n"""\n\n'
        f'VERSION = "{unicodedata.unidata_version}"\n\nRUNS = """\n{textwrap.fill(runs, 99)}\n"""\n'
    )
    Path(__file__).with_name("unicode_data.py").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
