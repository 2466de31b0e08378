"""Compiles headers alone, syntax only, as strictly as our own programs are."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FLAGS = "-std=c++20 -fsyntax-only -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()
_SECONDS = 1200  # of one header


@dataclass(frozen=True)
class Check:
    """A header that has to compile. `inputs` stands for everything that it may include."""

    service: str
    compiler: str
    header: str
    inputs: str

    @property
    def key(self) -> str:
        return sha256("\0".join((self.compiler, self.header, self.inputs)).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Outcome:
    """How long a check took, and what the compiler said where it failed."""

    check: Check
    seconds: float
    said: str = ""


def run(checks: Sequence[Check], include: Sequence[Path], processes: int) -> Iterator[Outcome]:
    """Runs the checks, and yields the outcomes as they come."""
    with ThreadPoolExecutor(processes) as pool:
        todo = [pool.submit(_run, check, include) for check in checks]
        try:
            for done in as_completed(todo):
                yield done.result()
        finally:
            pool.shutdown(cancel_futures=True)


def library_digest(include: Path) -> str:
    """What the library's own headers hash to."""
    digest = sha256()
    for path in sorted(include.rglob("*.hpp")):
        digest.update(path.relative_to(include).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _run(check: Check, include: Sequence[Path]) -> Outcome:
    folders = [f"-I{folder}" for folder in include]
    begin = time.monotonic()
    command = [check.compiler, *FLAGS, *folders, "-include", check.header, "-xc++", "/dev/null"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=_SECONDS)
        said = "" if done.returncode == 0 else (done.stderr or f"ended with {done.returncode}")
    except subprocess.TimeoutExpired:
        said = f"took more than {_SECONDS} s"
    return Outcome(check, time.monotonic() - begin, said)
