"""Why a case says nothing about a typed client: each reason holds for a kind of case, never for one by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .suites import Case, Kind, Suite, parsed


@dataclass(frozen=True)
class Reason:
    """A kind of case, and why it does not apply, by the case and what went wrong. Cases that hold all the same are none of it."""

    why: str
    holds: Callable[[Suite, Case, str], bool]


def _ran(wrong: str) -> bool:
    """Whether the case was generated, compiled and run, and came to another outcome."""
    return not wrong.startswith(("refused", "does not compile", "ended"))


def _required(suite: Suite, case: Case) -> set[str]:
    """The members that Smithy's model requires of the operation's input or output. Of a response, those in its body."""
    side = "input" if case.kind is Kind.REQUEST else "output"
    shapes = suite.model["shapes"] if suite.is_smithy else {}
    targets = (s[side]["target"] for name, s in shapes.items() if name.partition("#")[2] == case.operation and side in s)
    members = shapes.get(next(targets, ""), {}).get("members", {})
    traits = {name: set(member.get("traits", {})) for name, member in members.items()}
    bound = case.kind is Kind.RESPONSE
    return {
        name
        for name, said in traits.items()
        if "smithy.api#required" in said and not (bound and any(t.startswith("smithy.api#http") for t in said))
    }


def _leaves_out_required(suite: Suite, case: Case) -> bool:
    return case.kind is Kind.REQUEST and not _required(suite, case) <= (case.value or {}).keys()


def _corrects(suite: Suite, case: Case) -> bool:
    """Whether the value has a required member that the response does not have."""
    if case.received is None or not suite.is_smithy:
        return False
    sent = parsed(case.received.body) if case.received.body.startswith("{") else {}
    return bool(_required(suite, case) & (case.value or {}).keys() - sent.keys())


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
        "error correction: a required member that a reply lacks stays absent, and tells so; none is made up",
        lambda suite, case, wrong: _corrects(suite, case) and _ran(wrong),
    ),
    Reason(
        "required members: a typed request cannot leave them out",
        lambda suite, case, wrong: _leaves_out_required(suite, case) and _ran(wrong),
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
