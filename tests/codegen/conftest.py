"""Where the generator is, and where the data is that may be absent."""

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "codegen"))
sys.path.insert(0, str(Path(__file__).resolve().parent))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with test data beside the project."""
    folder = Path(os.environ.get("CPPSMITH_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"skipped: there is no data in {folder.name} beside this project")
    return folder


@pytest.fixture(scope="session")
def botocore_data() -> Path:
    """botocore's models."""
    botocore = pytest.importorskip("botocore", reason="skipped: botocore is not installed")
    return Path(botocore.__file__).parent / "data"


@pytest.fixture(scope="session")
def clang_format() -> str:
    found = shutil.which("clang-format-19")
    if found is None:
        pytest.skip("skipped: clang-format-19 is not installed")
    return found


@pytest.fixture(scope="session")
def compiler() -> str:
    found = shutil.which("g++") or shutil.which("clang++")
    if found is None:
        pytest.skip("skipped: there is no C++ compiler")
    return found
