"""botocore's and Smithy's conformance suites of JSON protocols, each case through generated code.

The suites' models are generated when the tests run, as a user would, and one program holds each operation's `prepare` and `parse`.
Cases that say nothing about a typed client are skipped, with their reason. `python3 -m protocols FOLDER` prints a table.
"""

from __future__ import annotations

import sys

import pytest

from .not_applicable import REASONS, SERVERS, reason_for
from .program import ROOT, SHARED
from .replay import Result, replay
from .suites import Case, Suite, read_suites

CONFORMANCE = SHARED / "conformance"
SUITES = read_suites(CONFORMANCE)
if not SUITES:
    pytest.skip(f"skipped: no conformance data in {CONFORMANCE}", allow_module_level=True)
PAIRS = [(suite, case) for suite in SUITES for case in suite.cases]


Results = dict[str, Result]


def key(suite: Suite, case: Case) -> str:
    return f"{suite.name}-{case.kind.value}-{case.id}"


@pytest.fixture(scope="session")
def results() -> Results:
    found = replay(SUITES, ROOT / "build/protocols")
    return {key(r.suite, r.case): r for r in found}


@pytest.mark.parametrize(("suite", "case"), PAIRS, ids=[key(s, c) for s, c in PAIRS])
def test_case(suite: Suite, case: Case, results: Results) -> None:
    wrong = results[key(suite, case)].wrong
    reason = reason_for(suite, case, wrong)
    if reason is not None:
        pytest.skip(reason.why)
    assert not wrong


def test_nearly_every_case_applies(results: Results) -> None:
    """Of the cases that a client has to pass, at most 2 in 100 do not apply."""
    reasons = [reason_for(r.suite, r.case, r.wrong) for r in results.values()]
    for reason in REASONS:
        print(f"{reasons.count(reason):3} {reason.why}", file=sys.stderr)
    clients = [r for r in results.values() if not r.case.for_servers]
    left_out = sum(r is not None and r is not SERVERS for r in reasons)
    print(f"{len(clients) - left_out} of the {len(clients)} cases for clients apply", file=sys.stderr)
    assert left_out * 50 <= len(clients)
