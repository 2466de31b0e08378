"""Why a case says nothing about a typed client: each reason holds for a kind of case, never for one by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .suites import Case, Suite


@dataclass(frozen=True)
class Reason:
    """A kind of case, and why it does not apply, by the case and what went wrong. Cases that hold all the same are none of it."""

    why: str
    holds: Callable[[Suite, Case, str], bool]


def _ran(wrong: str) -> bool:
    """Whether the case was generated, compiled and run, and came to another outcome."""
    return not wrong.startswith(("refused", "does not compile", "ended"))


SERVERS = Reason(
    "servers: what a server reads or answers, and no client sends or has to read so",
    lambda suite, case, wrong: case.for_servers and _ran(wrong),
)

REASONS = (
    SERVERS,
    Reason(
        "defaults: a model's default changes neither the type of a member nor what is sent; absent stays absent",
        lambda suite, case, wrong: "defaults" in case.tags and _ran(wrong),
    ),
    Reason(
        "customizations: what SDKs do for one service by hand, since its model does not say it",
        lambda suite, case, wrong: suite.is_smithy and "_protocoltests_" not in suite.name and _ran(wrong),
    ),
    Reason(
        "event streams: refused by name, for now",
        lambda suite, case, wrong: wrong.startswith("refused: event streams"),
    ),
)


def reason_for(suite: Suite, case: Case, wrong: str) -> Reason | None:
    """Why a case that went wrong does not apply; nothing where it does."""
    return next((r for r in REASONS if wrong and r.holds(suite, case, wrong)), None)
