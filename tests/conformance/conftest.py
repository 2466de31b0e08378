"""Where the suites are, which may be absent."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with test data beside the project."""
    folder = Path(os.environ.get("CPPSMITH_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"skipped: there is no data in {folder.name} beside this project")
    return folder
