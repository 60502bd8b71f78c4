# SPDX-License-Identifier: GPL-3.0-or-later
"""What Morgue aims at, beside what was measured. Each goal is a row of text, bound and figures."""

from report import ratio, shown, table

MORGUE, TWO = "Morgue", "Morgue, two threads"
LUCENE, BRIEF, FRESH = "Lucene 8", "Lucene 8, totals to 1,000", "Lucene 8, fresh"
SERVERS_AND_SQL = ("SQLite FTS5", "PostgreSQL", "groonga")
COMMANDS = ("recoll", "Xapian Omega", "SQLite FTS5")
LATER = ("word in a date range", "two words in a date range", "newest of a word",
         "newest of any of three")
FACETS = ("facets of a word", "facets of any of three")


def show_goals(figures):
    rows = []
    for text, bound, at_most, values in goals(figures):
        values = {name: value for name, value in values.items() if value is not None}
        if not values:
            continue
        worst = (max if at_most else min)(values, key=values.get)
        met = values[worst] <= bound if at_most else values[worst] >= bound
        missed = [f"{name} {shown(value)}" for name, value in values.items()
                  if (value > bound if at_most else value < bound)]
        rows.append([text, ("≤ " if at_most else "≥ ") + shown(bound),
                     shown(values[worst]) + (f" ({worst})" if len(values) > 1 else ""),
                     "yes" if met else "no" if len(values) == 1 else "no: " + ", ".join(missed)])
    if rows:
        table("Goals", ["goal", "bound", "worst figure", "met"], rows)


def goals(figures):
    """(text, bound, whether it is the most, {name of a figure: figure})"""
    yield from of_indexing(figures["index"])
    yield from of_commands(figures["cold"])
    yield from of_sessions(figures["warm"])
    grown = figures["growth"].get(MORGUE)
    if grown:
        yield "a rare word at ×8 to ×1", 1.3, True, {"": grown[8] / grown[1]}


def of_indexing(index):
    def figure(name, key):
        return index.get(name, {}).get(key)

    def cpu(name):
        return {"": ratio(figure(name, "cpu"), figure(MORGUE, "cpu"))}

    yield "indexing per CPU-second to Xapian's TermGenerator", 8, False, cpu("Xapian TermGenerator")
    yield "indexing per CPU-second to recoll", 8, False, cpu("recoll")
    yield "indexing per CPU-second to Lucene 8, warm", 2.5, False, cpu(LUCENE)
    yield "indexing per CPU-second to FTS5", 0.6, False, cpu("SQLite FTS5")
    both = ratio(figure(MORGUE, "wall"), figure(TWO, "wall"))
    yield "speed-up by the second processor, of the ideal", 0.8, False, {"": both and both / 2}
    yield "archive to Lucene's", 1.7, True, {"": ratio(figure(MORGUE, "size"),
                                                       figure(LUCENE, "size"))}


def of_commands(cold):
    own = cold.get(MORGUE, {})
    yield "whole command with facets, ms", 25, True, {
        kind: own[kind] and own[kind] * 1e3 for kind in own if kind.startswith("facets")}
    yield "whole command of a fresh Lucene to Morgue's", 20, False, {
        kind: ratio(cold.get(LUCENE, {}).get(kind), own[kind]) for kind in own}
    for peer in COMMANDS:
        yield f"whole command to that of {peer}", 1, True, {
            kind: ratio(own[kind], cold.get(peer, {}).get(kind)) for kind in own}


def of_sessions(warm):
    """By CPU, which other work on the machine hardly touches; by wall where a server works."""

    def to(peer, wanted):
        clock = next((clock for clock in ("cpu", "wall") if warm.get(clock, {}).get(peer)), None)
        own, theirs = ({}, {}) if clock is None else (warm[clock].get(MORGUE, {}),
                                                      warm[clock][peer])
        return {kind: ratio(own[kind], theirs.get(kind)) for kind in own if wanted(kind)}

    def is_best(kind):
        return not kind.startswith(("facets", "count")) and kind not in LATER \
            and kind != "common word"

    for peer, said in ((LUCENE, "Lucene's, totals exact"), (BRIEF, "Lucene's, totals to 1,000")):
        yield f"best ten with text to {said}", 0.9, True, to(peer, is_best)
        yield f"a common word with text to {said}", 1.2, True, to(
            peer, lambda kind: kind == "common word")
        yield f"date range and newest first to {said}", 1, True, to(
            peer, lambda kind: kind in LATER)
    yield "facets of words to Lucene's", 0.6, True, to(LUCENE, lambda kind: kind in FACETS)
    yield "facets of a phrase to Lucene's", 1, True, to(
        LUCENE, lambda kind: kind == "facets of a phrase")
    for peer in SERVERS_AND_SQL:
        yield f"every kind to {peer}", 1, True, to(peer, lambda kind: True)
