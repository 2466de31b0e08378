"""Generates whole services, several at once, and says what became of each."""

from __future__ import annotations

import gzip
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from cppsmith_codegen.botocore_models import find_model
from cppsmith_codegen.cpp_types import Target
from cppsmith_codegen.diagnostics import Diagnostic, InputError
from cppsmith_codegen.generate_command import write
from cppsmith_codegen.inputs import read_service
from cppsmith_codegen.patterns.cache import Cache
from cppsmith_codegen.patterns.compile import compiled
from cppsmith_codegen.render import render
from cppsmith_codegen.resolve import resolve
from cppsmith_codegen.supported import supported

JSON = frozenset(("json", "rest-json"))
_PROTOCOL = re.compile(rb'"protocols?"\s*:\s*(?:"([^"]*)"|\[([^]]*)\])')


@dataclass(frozen=True)
class Job:
    """A service to generate: its model, and where headers and compiled patterns go."""

    service: str
    model: Path
    output: Path
    cache: Path | None


@dataclass(frozen=True)
class Generated:
    """What became of a service. `error` is why there is nothing; `reasons` count why operations were left out."""

    service: str
    namespace: str = ""
    umbrella: str = ""
    operations: tuple[str, ...] = ()  # their headers
    reasons: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    headers: int = 0
    bytes: int = 0
    seconds: float = 0.0
    digest: str = ""
    error: str = ""
    memory: int = 0  # the most that its process has used so far, in bytes


def speaks_json(model: Path) -> bool:
    """Whether a model's metadata names a protocol with JSON in it."""
    data = model.read_bytes()
    text = gzip.decompress(data) if model.suffix == ".gz" else data
    said = b" ".join(b" ".join(found) for found in _PROTOCOL.findall(text))
    return not JSON.isdisjoint(re.findall(r"[\w-]+", said.decode()))


def jobs(services: Sequence[str], folders: Sequence[Path], output: Path, cache: Path | None) -> list[Job]:
    """The services that speak JSON, the largest models first, so that no process ends up with one alone."""
    models = ((name, find_model(name, None, folders)) for name in services)
    found = [Job(name, model, output, cache) for name, model in models if speaks_json(model)]
    return sorted(found, key=lambda job: (-_size(job.model), job.service))


def generate(todo: Sequence[Job], processes: int) -> Iterator[Generated]:
    """Generates in a pool, and yields results as they come."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(generate_one, job) for job in todo]):
            yield done.result()


def generate_one(job: Job) -> Generated:
    begin = time.process_time()
    compiled.cache_clear()  # so that a service costs what it costs alone
    try:
        made = _generated(job)
    except InputError as error:
        made = Generated(job.service, error=error.diagnostics[0].sentence)
    except Exception as error:  # a defect of the generator is a failure of this service, not of the sweep
        made = Generated(job.service, error=f"{type(error).__name__}: {error}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    return replace(made, seconds=time.process_time() - begin, memory=memory)


def _generated(job: Job) -> Generated:
    service = read_service(job.model)
    found = supported(service, ("all",), Target())
    reasons = Counter(reason(d) for left in found.left_out for d in left.reasons[:1])
    if not found.operations:
        return Generated(job.service, reasons=dict(reasons), left_out=len(found.left_out), error="nothing is supported")
    headers = resolve(service, found.operations, umbrella=True, patterns=Cache(job.cache))
    files = render(headers)
    write(job.output, files)
    digest = sha256()
    for file in files:
        digest.update(f"{file.path}\0{file.text}\0".encode())
    return Generated(
        job.service,
        headers.folder.rpartition("/")[2],
        next(h.path for h in headers.headers if h.only_includes),
        tuple(h.path for h in headers.headers if h.operation is not None),
        dict(reasons),
        len(found.left_out),
        len(files),
        sum(len(f.text.encode()) for f in files),
        digest=digest.hexdigest(),
    )


def reason(diagnostic: Diagnostic) -> str:
    """Why an operation was left out, without what is its own: names and numbers in parentheses, or quoted."""
    return re.sub(r" \(.*\)|'[^']*'", "", diagnostic.message).strip()


def _size(model: Path) -> int:
    factor = 12 if model.suffix == ".gz" else 1
    return model.stat().st_size * factor
