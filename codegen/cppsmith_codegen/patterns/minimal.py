"""The smallest automaton for a language (Hopcroft's algorithm), its states in the order of discovery."""

from __future__ import annotations

from .dfa import DEAD, Alphabet, Dfa


def minimal(dfa: Dfa) -> Dfa:
    """An automaton for the same texts with as few states and classes as there can be."""
    return _merged_classes(_numbered(dfa, _blocks(dfa)))


def _blocks(dfa: Dfa) -> list[int]:
    """The equivalence class of every state; those that lead nowhere are in that of `DEAD`, the last."""
    dead = len(dfa.rows)
    count = dead + 1
    sources: list[dict[int, list[int]]] = [{} for _ in range(dfa.alphabet.size)]
    for state, row in enumerate(dfa.rows):
        for symbol, target in enumerate(row):
            sources[symbol].setdefault(dead if target == DEAD else target, []).append(state)
    for symbol in range(dfa.alphabet.size):
        sources[symbol].setdefault(dead, []).append(dead)
    accepting = set(dfa.accepting)
    parts = [p for p in (accepting, set(range(count)) - accepting) if p]
    block = [0] * count
    for number, part in enumerate(parts):
        for state in part:
            block[state] = number
    pending = [(number, symbol) for number in range(len(parts)) for symbol in range(len(sources))]
    waiting = set(pending)
    while pending:
        splitter = pending.pop()
        waiting.discard(splitter)
        number, symbol = splitter
        leading = [s for target in parts[number] for s in sources[symbol].get(target, ())]
        touched: dict[int, set[int]] = {}
        for state in leading:
            touched.setdefault(block[state], set()).add(state)
        for old, inside in touched.items():
            if len(inside) == len(parts[old]):
                continue
            smaller = inside if 2 * len(inside) <= len(parts[old]) else parts[old] - inside
            parts[old] -= smaller
            new = len(parts)
            parts.append(set(smaller))
            for state in smaller:
                block[state] = new
            for c in range(len(sources)):
                if (new, c) not in waiting:  # the smaller half is enough, or both if the old one waits
                    waiting.add((new, c))
                    pending.append((new, c))
    return block


def in_lanes(dfa: Dfa, way: int) -> Dfa:
    """The automaton with the states of a lane behind each other, by one way to tell lanes."""
    ordered = sorted(range(len(dfa.rows)), key=lambda s: (dfa.lanes[way][s], s))
    return _renumbered(dfa, ordered, {s: n for n, s in enumerate(ordered)})


def _numbered(dfa: Dfa, block: list[int]) -> Dfa:
    """One state for each block that leads anywhere, in the order in which they were found."""
    dead = block[len(dfa.rows)]
    if block[0] == dead:
        none = tuple((0,) for _ in dfa.lanes)
        return Dfa(dfa.alphabet, ((DEAD,) * dfa.alphabet.size,), frozenset(), none)
    sample: dict[int, int] = {}
    for state in range(len(dfa.rows)):
        if block[state] != dead:
            sample.setdefault(block[state], state)
    numbers = {b: n for n, b in enumerate(sample)}
    into = {s: numbers[block[s]] for s in range(len(dfa.rows)) if block[s] != dead}
    return _renumbered(dfa, list(sample.values()), into)


def _renumbered(dfa: Dfa, kept: list[int], into: dict[int, int]) -> Dfa:
    """The states that are kept, in this order. `into`: the new number of every state that is not dead."""
    rows = tuple(tuple(into.get(t, DEAD) for t in dfa.rows[s]) for s in kept)
    accepting = frozenset(n for n, s in enumerate(kept) if s in dfa.accepting)
    lanes = tuple(tuple(way[s] for s in kept) for way in dfa.lanes)
    return Dfa(dfa.alphabet, rows, accepting, lanes)


def _merged_classes(dfa: Dfa) -> Dfa:
    """Classes of characters that every state treats alike are one."""
    columns: dict[tuple[int, ...], int] = {}
    merged: list[int] = []
    for symbol in range(dfa.alphabet.size):
        column = tuple(row[symbol] for row in dfa.rows)
        merged.append(columns.setdefault(column, len(columns)))
    ranges: list[tuple[tuple[int, int], int]] = []
    for (first, last), symbol in dfa.alphabet.ranges:
        if ranges and ranges[-1][1] == merged[symbol]:
            ranges[-1] = ((ranges[-1][0][0], last), merged[symbol])
        else:
            ranges.append(((first, last), merged[symbol]))
    kept = [merged.index(number) for number in range(len(columns))]
    rows = tuple(tuple(row[symbol] for symbol in kept) for row in dfa.rows)
    return Dfa(Alphabet(tuple(ranges), len(columns)), rows, dfa.accepting, dfa.lanes)
