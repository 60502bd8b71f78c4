# SPDX-License-Identifier: GPL-3.0-or-later
import sqlite3

from engines.base import PASSED_OVER, SHOWN, Answer, Engine
from measure import median_times


class Sqlite(Engine):
    """FTS5 over title and body with stems and positions, the rest in a plain table; no names."""

    name = "SQLite FTS5"
    form = "raw"
    programs = ("sqlite3",)
    grows = True

    @property
    def archive(self):
        return self.directory / "fts5.db"

    def index(self):
        self.archive.unlink(missing_ok=True)
        return ["sqlite3", self.archive, f"""
            PRAGMA synchronous = OFF;
            ATTACH '{self.directory / "raw.db"}' AS raw;
            BEGIN;
            CREATE TABLE article(number INTEGER PRIMARY KEY, id TEXT, source TEXT, date TEXT);
            CREATE VIRTUAL TABLE fts USING fts5(title, body, tokenize = 'porter unicode61');
            INSERT INTO article SELECT rowid, id, source, date FROM raw.raw;
            INSERT INTO fts(rowid, title, body) SELECT rowid, title, body FROM raw.raw;
            COMMIT;"""]

    def source(self, query):
        """The FROM and WHERE of a query."""
        words = query["words"]
        if query["shape"] == "phrase":
            match = f'"{" ".join(words)}"'
        elif query["shape"] == "near":
            match = "NEAR(" + " ".join(f'"{word}"' for word in words) + ", 9)"
        else:
            joined = " OR " if query["shape"] == "any" else " AND "
            match = joined.join(f'"{word}"' for word in words)
        joined = query["task"] == "newest" or "days" in query
        text = "FROM fts " + ("JOIN article ON number = fts.rowid " if joined else "")
        text += f"WHERE fts MATCH '{match}'"
        if "days" in query:
            first, last = (f"{day:08}" for day in query["days"])
            text += (f" AND date BETWEEN '{first[:4]}-{first[4:6]}-{first[6:]}'"
                     f" AND '{last[:4]}-{last[4:6]}-{last[6:]}'")
        return text

    def statement(self, query, body):
        task = query["task"]
        if task == "facets":
            return None
        if task == "count":
            return f"SELECT count(*) {self.source(query)}"
        order = "date DESC" if task == "newest" else "rank"
        return (
            "SELECT (SELECT id || date || source FROM article WHERE number = fts.rowid), title,"
            f" {body} {self.source(query)} ORDER BY {order} LIMIT {SHOWN}"
            + (f" OFFSET {PASSED_OVER}" if task == "deep" else "")
        )

    def command(self, query):
        statement = self.statement(query, "snippet(fts, 1, '[', ']', '…', 30)")
        return statement and ["sqlite3", self.archive, statement]

    def session(self, queries, warm, passes):
        database = sqlite3.connect(self.archive)
        statements = [self.statement(query, "body") for query in queries]
        times = median_times([
            statement and (lambda statement=statement: database.execute(statement).fetchall())
            for statement in statements], warm, passes)
        counts = [database.execute(f"SELECT count(*) {self.source(query)}").fetchone()[0]
                  for query in queries]
        database.close()
        return [wall and Answer(wall, cpu, count) for (wall, cpu), count in zip(times, counts)]
