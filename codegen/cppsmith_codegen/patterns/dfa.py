"""From a nondeterministic automaton with conditions to a deterministic one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .chars import ANY, CharSet, Range
from .nfa import Condition, Nfa, build
from .syntax import Inexpressible, Node

_MOST_STATES = 20_000
_MOST_PLACES = 4_000_000  # over all states: what one pattern may cost the generator

# Which repeats make a lane: those of more copies than this.
_LANES = (0, 12, 100)

DEAD = -1


@dataclass(frozen=True)
class Alphabet:
    """The classes of characters that a pattern tells apart: ranges of all scalar values, in order,
    with the class of each.
    """

    ranges: tuple[tuple[Range, int], ...]
    size: int


@dataclass(frozen=True)
class Dfa:
    """States count from 0, which is where it begins. `rows[s][c]` is where class `c` leads from state
    `s`, or `DEAD`. States of one lane differ in nothing but how often something was repeated; there
    are several ways to tell lanes.
    """

    alphabet: Alphabet
    rows: tuple[tuple[int, ...], ...]
    accepting: frozenset[int]
    lanes: tuple[tuple[int, ...], ...]


# Where a match may be: a state, and what is still owed for conditions on the rest of the text that were
# met on the way there, each with the places of its own automaton.
_Obligation = tuple[Condition, "_Places"]
_Place = tuple[int, frozenset[_Obligation]]
_Places = frozenset[_Place]

# A set of places, regardless of which copy of something repeated they are in.
_Lane = frozenset[tuple[int, frozenset[tuple[Condition, "_Lane"]]]]

# Whether what has come before meets each condition on it.
_Facts = dict[Condition, bool]


@dataclass(frozen=True)
class _State:
    before: tuple[frozenset[int], ...]  # of each condition on what has come before
    places: _Places


def determinize(node: Node) -> Dfa:
    """The automaton of a tree, not yet minimal. Raises `Inexpressible` where it would be too large."""
    return _Determinizer(build(node)).dfa()


def alphabet_of(sets: Iterable[CharSet]) -> tuple[Alphabet, dict[CharSet, frozenset[int]]]:
    """The coarsest classes of which each set is a union, and that union."""
    ordered = sorted(set(sets), key=lambda s: s.ranges)
    cuts = {first for first, _ in ANY.ranges}
    for charset in ordered:
        for first, last in charset.ranges:
            cuts.add(first)
            if last + 1 <= ANY.ranges[-1][1] and last + 1 in ANY:
                cuts.add(last + 1)
    starts = sorted(cuts)
    members = [0] * len(starts)
    place = {start: i for i, start in enumerate(starts)}
    for bit, charset in enumerate(ordered):
        for first, _ in charset.ranges:
            i = place[first]
            last = next(end for begin, end in charset.ranges if begin == first)
            while i < len(starts) and starts[i] <= last:
                members[i] |= 1 << bit
                i += 1
    classes: dict[int, int] = {}
    ranges: list[tuple[Range, int]] = []
    for i, start in enumerate(starts):
        number = classes.setdefault(members[i], len(classes))
        end = starts[i + 1] - 1 if i + 1 < len(starts) else ANY.ranges[-1][1]
        if ranges and ranges[-1][1] == number:
            ranges[-1] = ((ranges[-1][0][0], end), number)
        else:
            ranges.append(((start, end), number))
    unions = {
        charset: frozenset(n for signature, n in classes.items() if signature >> bit & 1)
        for bit, charset in enumerate(ordered)
    }
    return Alphabet(tuple(ranges), len(classes)), unions


class _Determinizer:
    def __init__(self, nfa: Nfa) -> None:
        self._nfa = nfa
        self._behind: dict[Condition, int] = {}
        self._collect(nfa, within_behind=False)
        self._trackers = [self._tracker(c) for c in self._behind]
        sets = nfa.alphabet().union(*(t.alphabet() for t in self._trackers))
        self._alphabet, self._classes = alphabet_of(sets)
        self._cost = 0

    def _collect(self, nfa: Nfa, *, within_behind: bool) -> None:
        """Numbers the conditions on what has come before, inner ones first."""
        for condition, _ in nfa.conditions.values():
            if condition.ahead and within_behind:
                raise Inexpressible("a look ahead within a look behind")
            self._collect(condition.automaton, within_behind=within_behind or not condition.ahead)
            if not condition.ahead:
                self._behind.setdefault(condition, len(self._behind))

    @staticmethod
    def _tracker(condition: Condition) -> Nfa:
        """An automaton that has matched wherever the text up to there ends as the condition says."""
        inner = condition.automaton
        loop = inner.size
        steps = {**inner.steps, loop: (ANY, loop)}
        jumps = {**inner.jumps, loop: [inner.start]}
        return Nfa(loop, inner.accept, inner.size + 1, steps, jumps, inner.conditions)

    # ---- the subset construction

    def dfa(self) -> Dfa:
        numbers = {(beginning := self._beginning()): 0}
        pending = [beginning]
        rows: list[tuple[int, ...]] = []
        accepting: set[int] = set()
        for state in pending:  # grows while it is walked
            if _holds_at_end(self._nfa, state.places):
                accepting.add(len(rows))
            row: list[int] = []
            for symbol in range(self._alphabet.size):
                target = self._successor(state, symbol)
                if target.places and target not in numbers:
                    numbers[target] = len(pending)
                    pending.append(target)
                    if len(pending) > _MOST_STATES:
                        raise Inexpressible("its automaton would have too many states")
                row.append(numbers[target] if target.places else DEAD)
            rows.append(tuple(row))
        lanes = tuple(self._lanes(pending, most_copies) for most_copies in _LANES)
        return Dfa(self._alphabet, tuple(rows), frozenset(accepting), lanes)

    def _lanes(self, states: Iterable[_State], most_copies: int) -> tuple[int, ...]:
        numbers: dict[_Lane, int] = {}
        lanes = (_lane(self._nfa, state.places, most_copies) for state in states)
        return tuple(numbers.setdefault(lane, len(numbers)) for lane in lanes)

    def _beginning(self) -> _State:
        before, facts = self._settled(tuple(frozenset([t.start]) for t in self._trackers))
        return _State(before, self._closed(self._nfa, [(self._nfa.start, frozenset())], facts))

    def _successor(self, state: _State, symbol: int) -> _State:
        """What has come before is settled first; it decides which ways are open."""
        before, facts = self._settled(
            tuple(
                frozenset(self._targets(t, reached, symbol))
                for t, reached in zip(self._trackers, state.before, strict=True)
            )
        )
        return _State(before, self._advanced(self._nfa, state.places, symbol, facts))

    def _targets(self, nfa: Nfa, states: Iterable[int], symbol: int) -> Iterable[int]:
        for state in states:
            step = nfa.steps.get(state)
            if step is not None and symbol in self._classes[step[0]]:
                yield step[1]

    # ---- what has come before

    def _settled(
        self, before: tuple[frozenset[int], ...]
    ) -> tuple[tuple[frozenset[int], ...], _Facts]:
        facts: _Facts = {}
        settled: list[frozenset[int]] = []
        for condition, tracker, states in zip(self._behind, self._trackers, before, strict=True):
            places = self._closed(tracker, ((s, frozenset()) for s in states), facts)
            settled.append(frozenset(state for state, _ in places))
            facts[condition] = tracker.accept in settled[-1]
        return tuple(settled), facts

    # ---- places, with what is still owed

    def _advanced(
        self, nfa: Nfa, places: _Places, symbol: int, facts: _Facts, *, lasting: bool = False
    ) -> _Places:
        """The places behind one more character. `lasting`: a match needs not end with the text."""
        moved: list[_Place] = []
        owed: dict[frozenset[_Obligation], frozenset[_Obligation] | None] = {}
        for state, obligations in places:
            targets = list(self._targets(nfa, [state], symbol))
            if lasting and state == nfa.accept:
                targets.append(state)
            if targets and obligations not in owed:
                owed[obligations] = self._still_owed(obligations, symbol, facts)
            for target in targets:
                rest = owed[obligations]
                if rest is not None:
                    moved.append((target, rest))
        return self._closed(nfa, moved, facts)

    def _still_owed(
        self, obligations: frozenset[_Obligation], symbol: int, facts: _Facts
    ) -> frozenset[_Obligation] | None:
        """The obligations behind one more character; nothing where one was broken."""
        rest: set[_Obligation] = set()
        for condition, places in obligations:
            inner = condition.automaton
            after = self._advanced(inner, places, symbol, facts, lasting=True)
            verdict = _verdict(condition, after)
            if verdict is False:
                return None
            if verdict is None:
                rest.add((condition, after))
        return frozenset(rest)

    def _closed(self, nfa: Nfa, places: Iterable[_Place], facts: _Facts) -> _Places:
        """The places that one is at without a further character, those of no consequence left out."""
        reached: set[_Place] = set()
        pending = list(places)
        while pending:
            place = pending.pop()
            if place in reached:
                continue
            reached.add(place)
            self._cost += 1
            if self._cost > _MOST_PLACES:
                raise Inexpressible("its automaton would cost too much")
            state, obligations = place
            pending.extend((target, obligations) for target in nfa.jumps.get(state, ()))
            if state in nfa.conditions:
                condition, target = nfa.conditions[state]
                pending.extend(self._passed(condition, target, obligations, facts))
        return _essential(nfa, reached)

    def _passed(
        self, condition: Condition, target: int, obligations: frozenset[_Obligation], facts: _Facts
    ) -> Iterable[_Place]:
        if not condition.ahead:
            return [(target, obligations)] if facts[condition] != condition.negative else []
        inner = condition.automaton
        places = self._closed(inner, [(inner.start, frozenset())], facts)
        verdict = _verdict(condition, places)
        if verdict is None:
            return [(target, obligations | {(condition, places)})]
        return [(target, obligations)] if verdict else []


def _verdict(condition: Condition, places: _Places) -> bool | None:
    """Whether a condition on the rest of the text holds already; nothing where that is open."""
    if (condition.automaton.accept, frozenset()) in places:
        return not condition.negative
    return None if places else condition.negative


def _holds_at_end(nfa: Nfa, places: _Places) -> bool:
    """Whether the text may end here."""
    return any(
        state == nfa.accept
        and all(_holds_at_end(c.automaton, p) != c.negative for c, p in obligations)
        for state, obligations in places
    )


def _essential(nfa: Nfa, places: set[_Place]) -> _Places:
    """The places that have a step, or have matched; of those in one state the ones that owe least."""
    kept = [p for p in places if p[0] in nfa.steps or p[0] == nfa.accept]
    if nfa.ranks and len(kept) > 1:
        kept = _best(nfa, kept)
    if not any(obligations for _, obligations in kept):
        return frozenset(kept)
    owing: dict[int, list[frozenset[_Obligation]]] = {}
    for state, obligations in sorted(kept, key=lambda p: len(p[1])):
        least = owing.setdefault(state, [])
        if not any(other <= obligations for other in least):
            least.append(obligations)
    return frozenset((state, o) for state, least in owing.items() for o in least)


def _best(nfa: Nfa, places: list[_Place]) -> list[_Place]:
    """Of the places in a counted repeat, those that no other one outdoes."""
    best: dict[tuple[tuple[int, int], frozenset[_Obligation]], int] = {}
    for state, obligations in places:
        for group, rank in nfa.ranks.get(state, ()):
            best[group, obligations] = min(rank, best.get((group, obligations), rank))
    return [
        (state, obligations)
        for state, obligations in places
        if all(rank == best[group, obligations] for group, rank in nfa.ranks.get(state, ()))
    ]


def _lane(nfa: Nfa, places: _Places, most_copies: int) -> _Lane:
    return frozenset(
        (
            nfa.original(state, most_copies),
            frozenset((c, _lane(c.automaton, p, most_copies)) for c, p in obligations),
        )
        for state, obligations in places
    )
