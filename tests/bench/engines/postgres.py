# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile

from engines.base import BENCH, PASSED_OVER, SHOWN, Answer, Engine
from inputs import NAMES
from measure import median


class Postgres(Engine):
    """A tsvector of English stems with a GIN index, names as arrays. Its cluster is its own: in a
    folder of its own, on a socket there and no network, run by a user that is not root, and ended
    with the bench."""

    name = "PostgreSQL"
    form = "tsv"
    programs = ("psql",)
    serves = True

    def __init__(self, directory, tools):
        super().__init__(directory, tools)
        found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        self.bin = found[-1].parent if found else None
        self.home = None
        self.server = None

    @property
    def archive(self):
        return self.home / "cluster"

    def is_indexed(self):
        return False  # a cluster ends with its run

    def lacking(self):
        if not self.bin:
            return ["initdb"]
        if os.getuid() == 0 and "postgres" not in (user.pw_name for user in pwd.getpwall()):
            return ["a user named postgres"]
        return super().lacking()

    def as_user(self, *command):
        return (["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []) + [*command]

    def index(self):
        self.remove()
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="morgue-bench-"))
        if os.getuid() == 0:
            shutil.chown(self.home, "postgres")
        shutil.copy(BENCH / "postgres.sh", self.home)
        shutil.copy(BENCH / "postgres.sql", self.home)
        for copied in self.home.iterdir():
            copied.chmod(0o644)
        run = self.as_user(self.bin / "initdb", "-D", self.archive, "-E", "UTF8",
                           "--locale=C.UTF-8", "--auth=trust", "-U", "bench")
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL, cwd="/")
        return self.as_user("bash", self.home / "postgres.sh", self.bin, self.home)

    def input(self):
        return self.directory / "corpus.tsv"

    def start(self):
        self.server = subprocess.Popen(
            self.as_user("bash", self.home / "postgres.sh", self.bin, self.home, "serve"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd="/")
        self.server.stdout.readline()  # "ready"

    def stop(self):
        if self.server:
            self.server.stdin.close()  # which ends it
            self.server.wait()
            self.server = None
        self.remove()

    def remove(self):
        if self.home:
            shutil.rmtree(self.home)
        self.home = None

    def statement(self, query):
        words, task = query["words"], query["task"]
        if query["shape"] == "near":
            return None  # it knows exact distances alone
        if query["shape"] == "phrase":
            asked = f"phraseto_tsquery('english', '{' '.join(words)}')"
        else:
            joined = " | " if query["shape"] == "any" else " & "
            asked = f"to_tsquery('english', '{joined.join(words)}')"
        found = f"FROM article, {asked} query WHERE words @@ query"
        if "days" in query:
            found += " AND day BETWEEN {} AND {}".format(*query["days"])
        if task == "count":
            return f"SELECT count(*) {found};"
        order = "day DESC" if task == "newest" else "ts_rank(words, query) DESC"
        shown = f"ORDER BY {order} LIMIT {SHOWN}"
        if task == "deep":
            shown += f" OFFSET {PASSED_OVER}"
        if task != "facets":
            return f"SELECT id, day, source, title, body {found} {shown};"
        facets = " UNION ALL ".join(
            f"(SELECT '{name}', name, count(*)::text, '', '' FROM hit, unnest({name}) name"
            f" GROUP BY name ORDER BY count(*) DESC LIMIT 10)" for name in NAMES)
        return (f"WITH hit AS MATERIALIZED (SELECT *, ts_rank(words, query) AS rank {found})"
                f" (SELECT id, day::text, source, title, body FROM hit ORDER BY rank DESC"
                f" LIMIT {SHOWN}) UNION ALL {facets};")

    def psql(self, *more):
        return ["psql", "-h", self.home, "-U", "bench", "-d", "postgres", "-XAtq", *more]

    def command(self, query):
        statement = self.statement(query)
        return statement and self.psql("-c", statement)

    def session(self, queries, warm, passes):
        """The seconds are psql's own, with the way to the server and back."""
        statements = [self.statement(query) for query in queries]
        asked = [statement for statement in statements if statement]
        script = "\\timing on\n\\o /dev/null\n" + "\n".join(asked * (warm + passes)) + "\n"
        done = subprocess.run(self.psql(), input=script, stdout=subprocess.PIPE, text=True,
                              check=True)
        times = [float(time) / 1e3 for time in re.findall(r"^Time: ([\d.]+) ms", done.stdout, re.M)]
        measured = times[warm * len(asked):]
        seconds = iter([median(measured[number::len(asked)]) for number in range(len(asked))])
        return [Answer(next(seconds), None, None) if statement else None
                for statement in statements]
