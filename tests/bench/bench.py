#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Morgue beside its peers: indexing and queries, the engines by turns. `run` prepares the machine
and calls this; see README.md."""

import argparse
import contextlib
import datetime
import itertools
import json
import os
import pathlib
import platform
import signal
import subprocess
import sys

from engines import KNOWN
from engines.base import BENCH
from goals import show_goals
from measure import cost_of, median, size_of
from report import milliseconds, ratio, shown, table
from tools import Tools

ROOT = BENCH.parent.parent
PARTS = ("index", "cold", "warm", "growth")
SIZES = (1, 2, 4, 8)
PASSES = 5  # of a session, after those that warm it


def arguments():
    shared = pathlib.Path(os.environ.get("MORGUE_SHARED") or ROOT.parent / "shared")
    parser = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__)
    parser.add_argument("--corpus", type=pathlib.Path, nargs="+",
                        default=[shared / "data/search/press-sample.jsonl.zst"],
                        help="anything that morgue-index add reads")
    parser.add_argument("--articles", type=int, default=20000, help="how many of them at most")
    parser.add_argument("--rounds", type=int, default=5, help="times everything is measured")
    parser.add_argument("--queries", type=int, default=10, help="queries of each kind")
    parser.add_argument("--commands", type=int, default=2, help="of them for whole commands")
    parser.add_argument("--seed", type=int, default=1, help="of the draw of the queries")
    parser.add_argument("--only", default=",".join(KNOWN), help="which engines")
    parser.add_argument("--parts", default=",".join(PARTS), help="what is measured")
    parser.add_argument("--reuse", action="store_true",
                        help="take the corpus and the indexes that the run before left")
    parser.add_argument("--build", default=ROOT / "build/bench", help="where the programs are")
    parser.add_argument("--directory", type=pathlib.Path, default=ROOT / "build/bench/data")
    options = parser.parse_args()
    options.only, options.parts = options.only.split(","), options.parts.split(",")
    for given, known in ((options.only, KNOWN), (options.parts, PARTS)):
        if unknown := set(given) - set(known):
            raise SystemExit(f"not known: {', '.join(unknown)} (there are {', '.join(known)})")
    for file in options.corpus:
        if not file.exists():
            raise SystemExit(f"there is no {file}; name a corpus with --corpus")
    return options


def engines_of(options, tools):
    """Those that can run; of the others it says why not."""
    engines = []
    for name in options.only:
        engine, *variants = (kind(options.directory, tools) for kind in KNOWN[name])
        if lacking := engine.lacking():
            print(f"{engine.name} is skipped: there is no {', '.join(lacking)}", file=sys.stderr)
        else:
            engines += [engine, *variants]
    if not engines:
        raise SystemExit("none of the engines is installed")
    return engines


def prepare(options, engines, tools):
    """The corpus in all forms and the queries; see prepare.py."""
    options.directory.mkdir(parents=True, exist_ok=True)
    facts = options.directory / "facts.json"
    if options.reuse and facts.exists():
        return json.loads(facts.read_text())
    converted = options.directory / "converted.jsonl"
    with open(converted, "wb") as output, subprocess.Popen(
            [tools.morgue_index, "convert", *options.corpus, "--jsonl"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL) as reading:
        output.writelines(itertools.islice(reading.stdout, options.articles))
        reading.terminate()
    settings = {
        "corpus": str(converted), "articles": options.articles, "queries": options.queries,
        "seed": options.seed, "directory": str(options.directory),
        "forms": sorted({engine.form for engine in engines}),
        "growth": SIZES if "growth" in options.parts else [],
        "growth_forms": sorted({engine.form for engine in engines if engine.grows}),
    }
    if subprocess.run([sys.executable, BENCH / "prepare.py"], input=json.dumps(settings),
                      text=True).returncode != 0:
        raise SystemExit("the corpus could not be made ready (see above)")
    return json.loads(facts.read_text())


def by_turns(engines, rounds):
    """Each engine in each round; another one begins each time, so that the places change."""
    for turn in range(rounds):
        start = turn % len(engines)
        yield from engines[start:] + engines[:start]


def index_all(engines, options, facts):
    """Returns {name: {"cpu", "wall", "peak", "size"}} of medians."""
    engines = [engine for engine in engines if engine.indexes]
    if "index" not in options.parts:
        for engine in engines:
            if engine.searches and not (options.reuse and engine.is_indexed()):
                engine.make_index()
        return {}
    costs = {engine.name: [] for engine in engines}
    for engine in by_turns(engines, options.rounds):
        if not (engine.once and costs[engine.name]):
            costs[engine.name].append(engine.index_cost())
    figures = {
        engine.name: {
            "cpu": median(cost.cpu for cost in costs[engine.name]),
            "wall": median(cost.wall for cost in costs[engine.name]),
            "peak": median(cost.peak_mib for cost in costs[engine.name]),
            "size": size_of(engine.archive),
        } for engine in engines
    }
    show_indexing(figures, facts)
    return figures


def show_indexing(figures, facts):
    megabytes = facts["text_bytes"] / 1e6
    first = next(iter(figures))
    rows = [[
        name, shown(megabytes / own["cpu"]), shown(megabytes / own["wall"]),
        shown(ratio(own["cpu"], figures[first]["cpu"])),
        shown(ratio(own["wall"], figures[first]["wall"])), shown(own["peak"], 0),
        shown(own["size"] / 1e6, 1), shown(ratio(own["size"], figures[first]["size"])),
    ] for name, own in figures.items()]
    table("Indexing", ["engine", "text MB per CPU-second", "text MB per second",
                       f"CPU / {first}", f"wall / {first}", "peak MiB", "archive MB",
                       f"archive / {first}"], rows)


def kinds_of(queries):
    kinds = {}
    for number, query in enumerate(queries):
        kinds.setdefault(query["kind"], []).append(number)
    return kinds


def show_latency(title, names, queries, seconds):
    """`seconds[name][number of the query]` lists what was measured; returns {name: {kind: median}}.
    """
    figures = {name: {} for name in names}
    rows = []
    for kind, numbers in kinds_of(queries).items():
        for name in names:
            # Of each query the median of its rounds, of a kind the median of its queries.
            figures[name][kind] = median(median(seconds[name].get(n, [])) for n in numbers)
        medians = [figures[name][kind] for name in names]
        row = [milliseconds(value) for value in medians]
        row += [shown(ratio(medians[0], value)) for value in medians[1:]]
        rows.append([kind] + row)
    head = ["kind"] + [f"{name} ms" for name in names]
    table(title, head + [f"{names[0]} / {name}" for name in names[1:]], rows)
    return figures


def measure_commands(engines, options, queries):
    """A process for each query, from exec to exit; the engines by turns within each query."""
    queries = [query for kind in kinds_of(queries).values()
               for query in (queries[number] for number in kind[:options.commands])]
    wall, cpu = {engine.name: {} for engine in engines}, {engine.name: {} for engine in engines}
    for number, query in enumerate(queries):
        for engine in by_turns(engines, options.rounds):
            if command := engine.command(query):
                cost = cost_of(*(command if isinstance(command, tuple) else (command,)))
                wall[engine.name].setdefault(number, []).append(cost.wall)
                if not engine.serves:
                    cpu[engine.name].setdefault(number, []).append(cost.cpu)
    names = [engine.name for engine in engines if wall[engine.name]]
    figures = show_latency("A process for each query, from exec to exit", names, queries, wall)
    show_latency("The same, CPU alone", [name for name in names if cpu[name]], queries, cpu)
    return figures


def measure_sessions(engines, options, queries):
    """Returns {"wall": …, "cpu": …}, each as show_latency() gives it."""
    wall, cpu, matches = ({engine.name: {} for engine in engines} for _ in range(3))
    for engine in by_turns(engines, options.rounds):
        for number, answer in enumerate(engine.session(queries, 2, PASSES) or []):
            if answer:
                wall[engine.name].setdefault(number, []).append(answer.wall)
                cpu[engine.name].setdefault(number, []).append(answer.cpu)
                matches[engine.name][number] = answer.matches
    names = [engine.name for engine in engines if wall[engine.name]]
    rows = [[kind] + [shown(median(matches[name].get(n) for n in numbers), 0) for name in names]
            for kind, numbers in kinds_of(queries).items()]
    table("Matches: are the questions alike? (median articles a query finds)",
          ["kind", *names], rows)
    own_process = [name for name in names if any(map(any, cpu[name].values()))]
    return {"wall": show_latency("Many queries in one process", names, queries, wall),
            "cpu": show_latency("The same, CPU alone", own_process, queries, cpu)}


def measure_growth(engines, options, tools, facts):
    """Rare words that find as many articles whatever the size; {name: {size: median CPU seconds}}.
    """
    kinds = [type(engine) for engine in engines if engine.grows]
    grown, times, matches = {}, {}, {}
    for part in facts["growth"]:
        own = grown[part["size"]] = [kind(pathlib.Path(part["directory"]), tools) for kind in kinds]
        for engine in own:
            if not (options.reuse and engine.is_indexed()):
                engine.make_index()
    for _ in range(options.rounds):
        for part in facts["growth"]:
            for engine in grown[part["size"]]:
                answers = engine.session(part["queries"], 2, PASSES)
                key = engine.name, part["size"]
                times.setdefault(key, []).append(median(answer.cpu for answer in answers))
                matches[key] = median(answer.matches for answer in answers)
    names = [kind.name for kind in kinds]
    figures = {name: {part["size"]: median(times[name, part["size"]]) for part in facts["growth"]}
               for name in names}
    rows = []
    for part in facts["growth"]:
        size = part["size"]
        rows.append([f"×{size}", shown(part["articles"], 0)]
                    + [shown(matches[name, size], 0) for name in names[:1]]
                    + [milliseconds(figures[name][size]) for name in names]
                    + [shown(figures[name][size] / figures[name][1]) for name in names])
    table("Growth: CPU of a rare word that finds as many articles whatever the size",
          ["corpus", "articles", f"matches ({names[0]})", *(f"{name} ms" for name in names),
           *(f"{name}, to ×1" for name in names)], rows)
    return figures


def heading(options, facts):
    print(f"## {datetime.date.today()}: {options.corpus[0].name}"
          f"{' and others' if options.corpus[1:] else ''}\n")
    print(f"{facts['articles']:,} articles, {facts['text_bytes'] / 1e6:,.1f} MB of text,"
          f" {len(facts['queries'])} queries (seed {options.seed}), {options.rounds} rounds;"
          f" {os.cpu_count()} processors, {platform.system()} {platform.machine()}, load at the"
          f" start {os.getloadavg()[0]:.1f}. Medians.\n")


def main():
    sys.stdout.reconfigure(line_buffering=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is stopped
    options = arguments()
    tools = Tools(options.build)
    engines = engines_of(options, tools)
    facts = prepare(options, engines, tools)
    heading(options, facts)
    with contextlib.ExitStack() as stack:
        for engine in engines:
            stack.callback(engine.stop)
        figures = {"index": index_all(engines, options, facts), "cold": {}, "warm": {},
                   "growth": {}}
        searching = [engine for engine in engines if engine.searches]
        for engine in searching:
            engine.start()
        if "cold" in options.parts:
            figures["cold"] = measure_commands(searching, options, facts["queries"])
        if "warm" in options.parts:
            figures["warm"] = measure_sessions(searching, options, facts["queries"])
    if "growth" in options.parts:
        figures["growth"] = measure_growth(engines, options, tools, facts)
    show_goals(figures)
    (options.directory / "figures.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
