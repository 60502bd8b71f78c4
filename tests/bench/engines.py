# SPDX-License-Identifier: GPL-3.0-or-later
"""The engines, each with its usual settings, behind one shape:

    archive                   where it keeps its index
    index()                   the command that makes the index anew
    search(query)             the command that shows the ten best hits, or None: it cannot
    count(query)              the command that shows the number of hits, or None
    matches(query)            that number
    session(queries)          seconds for each query in one running process, or None
"""

import pathlib
import re
import shutil
import sqlite3
import subprocess
import time

from measure import output_of

HERE = pathlib.Path(__file__).resolve().parent


class Morgue:
    name = "Morgue"

    def __init__(self, directory, build, jobs):
        self.archive = directory / "bench.morgue"
        self.corpus = directory / "corpus.jsonl"
        self.indexer = build / "indexer" / "morgue-index"
        self.querier = build / "query" / "morgue-query"
        self.bench = build / "tests" / "bench" / "query_bench"
        self.jobs = jobs

    def index(self):
        shutil.rmtree(self.archive, ignore_errors=True)
        return [self.indexer, "add", self.archive, self.corpus, "--jobs", str(self.jobs)]

    def text(self, query):
        words = query["words"]
        if query["kind"] == "phrase":
            return f'"{" ".join(words)}"'
        text = (" OR " if query["kind"] == "any of three" else " AND ").join(words)
        if "years" in query:
            text += " AND date:{}..{}".format(*query["years"])
        return text

    def search(self, query):
        facets = ["--facet", "source:10"] if query.get("facets") else []
        return [self.querier, "-a", self.archive, "search", self.text(query),
                "--limit", "10", "--jsonl", *facets]

    def count(self, query):
        return [self.querier, "-a", self.archive, "count", self.text(query)]

    def matches(self, query):
        return int(re.search(r"\d[\d,]*", output_of(self.count(query))).group().replace(",", ""))

    def session(self, queries):
        lines = "".join(
            f"{'source' if query.get('facets') else '-'}\t{self.text(query)}\n" for query in queries
        )
        done = subprocess.run([self.bench, self.archive], input=lines, stdout=subprocess.PIPE,
                              text=True, check=True)
        return [float(line) / 1e6 for line in done.stdout.split()]


class Sqlite:
    """FTS5 over title and body (tokenizer unicode61, positions), the rest in a plain table."""

    name = "SQLite FTS5"

    def __init__(self, directory):
        self.archive = directory / "fts5.db"
        self.raw = directory / "raw.db"

    def index(self):
        self.archive.unlink(missing_ok=True)
        return ["sqlite3", self.archive, f"""
            ATTACH '{self.raw}' AS raw;
            BEGIN;
            CREATE TABLE article(number INTEGER PRIMARY KEY, id TEXT, source TEXT, date TEXT);
            CREATE VIRTUAL TABLE fts USING fts5(title, body, tokenize = 'unicode61');
            INSERT INTO article SELECT rowid, id, source, date FROM raw.raw;
            INSERT INTO fts(rowid, title, body) SELECT rowid, title, body FROM raw.raw;
            COMMIT;"""]

    def source(self, query):
        """The FROM and WHERE of a query."""
        words = query["words"]
        if query["kind"] == "phrase":
            match = f'"{" ".join(words)}"'
        else:
            joined = " OR " if query["kind"] == "any of three" else " AND "
            match = joined.join(f'"{word}"' for word in words)
        if "years" not in query:
            return f"FROM fts WHERE fts MATCH '{match}'"
        first, last = query["years"]
        return (
            f"FROM fts JOIN article ON number = fts.rowid WHERE fts MATCH '{match}'"
            f" AND date BETWEEN '{first}-01-01' AND '{last}-12-31'"
        )

    def statements(self, query):
        yield (
            "SELECT (SELECT id || date || source FROM article WHERE number = fts.rowid), title,"
            f" snippet(fts, 1, '[', ']', '…', 30) {self.source(query)} ORDER BY rank LIMIT 10"
        )
        if query.get("facets"):
            yield (
                "SELECT source, count(*) FROM article WHERE number IN"
                f" (SELECT rowid {self.source(query)}) GROUP BY source ORDER BY 2 DESC LIMIT 10"
            )

    def search(self, query):
        return ["sqlite3", self.archive, "; ".join(self.statements(query))]

    def count(self, query):
        return ["sqlite3", self.archive, f"SELECT count(*) {self.source(query)}"]

    def matches(self, query):
        return int(output_of(self.count(query)))

    def session(self, queries):
        database = sqlite3.connect(self.archive)
        for seconds in ([], []):  # the first pass warms the caches and is not reported
            for query in queries:
                begun = time.perf_counter()
                for statement in self.statements(query):
                    database.execute(statement).fetchall()
                seconds.append(time.perf_counter() - begun)
        database.close()
        return seconds


class Omega:
    """Xapian's own indexing tool and command-line search, with English stems as they come."""

    name = "Xapian Omega"

    def __init__(self, directory):
        self.archive = directory / "omega.db"
        self.dump = directory / "omega.dump"

    def index(self):
        shutil.rmtree(self.archive, ignore_errors=True)
        return ["scriptindex", self.archive, HERE / "omega.script", self.dump]

    def text(self, query):
        words = query["words"]
        if query["kind"] == "phrase":
            return f'"{" ".join(words)}"'
        return (" OR " if query["kind"] == "any of three" else " AND ").join(words)

    def search(self, query, check="0"):
        if "years" in query or query.get("facets"):
            return None  # the command-line tool has neither
        return ["quest", "-d", self.archive, "-m", "10", "-c", check, self.text(query)]

    def count(self, query):
        return self.search(query, check="1000000000")

    def matches(self, query):
        found = re.search(r"(?:Exactly|About|at least) (\d+) match", output_of(self.count(query)))
        return int(found.group(1)) if found else 0

    def session(self, queries):
        return None
