"""Why a case says nothing about a typed client: each reason holds for a kind of case, never for one by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .suites import Case, Suite


@dataclass(frozen=True)
class Reason:
    """A kind of case, and why it does not apply. Cases that hold all the same are none of it."""

    why: str
    holds: Callable[[Suite, Case], bool]


REASONS = (
    Reason(
        "servers: what a server reads or answers, and no client sends or has to read so",
        lambda suite, case: case.for_servers,
    ),
    Reason(
        "defaults: a model's default changes neither the type of a member nor what is sent; absent stays absent",
        lambda suite, case: "defaults" in case.tags,
    ),
    Reason(
        "customizations: what SDKs do for one service by hand, since its model does not say it",
        lambda suite, case: suite.is_smithy and ".protocoltests." not in suite.name.replace("_", "."),
    ),
)


def reason_for(suite: Suite, case: Case) -> Reason | None:
    return next((r for r in REASONS if r.holds(suite, case)), None)
