# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import shutil
import subprocess

from engines.base import PASSED_OVER, SHOWN, Answer, Engine
from inputs import NAMES
from measure import median


class Groonga(Engine):
    """Two-column index with stems and positions, names as vectors; see groonga.schema. In a session
    the seconds are those that groonga states itself."""

    name = "groonga"
    form = "groonga"
    programs = ("groonga",)

    @property
    def archive(self):
        return self.directory / "groonga"

    @property
    def database(self):
        return self.archive / "db"

    def index(self):
        shutil.rmtree(self.archive, ignore_errors=True)
        self.archive.mkdir()
        return ["groonga", "--file", self.directory / "groonga.load", "-n", self.database]

    def arguments(self, query):
        """Of the command `select`."""
        words, task = query["words"], query["task"]
        if query["shape"] == "phrase":
            text = f'"{" ".join(words)}"'
        elif query["shape"] == "near":
            text = f'*N10"{" ".join(words)}"'
        else:
            text = (" OR " if query["shape"] == "any" else " ").join(words)
        own = ["--table", "Article", "--match_columns", "title || body", "--query", text,
               "--cache", "no"]
        if "days" in query:
            own += ["--filter", "day >= {} && day <= {}".format(*query["days"])]
        if task == "count":
            return [*own, "--limit", "0"]
        own += ["--output_columns", "_key,day,source,title,body", "--limit", str(SHOWN),
                "--sort_keys", "-day" if task == "newest" else "-_score"]
        if task == "deep":
            own += ["--offset", str(PASSED_OVER)]
        for name in NAMES if task == "facets" else ():
            own += [f"--drilldowns[{name}].keys", name, f"--drilldowns[{name}].limit", "10",
                    f"--drilldowns[{name}].sort_keys", "-_nsubrecs"]
        return own

    def command(self, query):
        return ["groonga", self.database, "select", *self.arguments(query)]

    def session(self, queries, warm, passes):
        lines = ["select " + " ".join(json.dumps(argument) if argument[:2] != "--" else argument
                                      for argument in self.arguments(query)) for query in queries]
        seconds, matches = [[] for _ in lines], [None] * len(lines)
        with subprocess.Popen(["groonga", self.database], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True,
                              env=os.environ | {"LC_ALL": "C.UTF-8"}) as groonga:
            for turn in range(warm + passes):
                for number, line in enumerate(lines):
                    groonga.stdin.write(line + "\n")
                    groonga.stdin.flush()
                    head, *body = json.loads(groonga.stdout.readline())
                    if head[0] != 0:
                        raise SystemExit(f"groonga: {head}: {line}")
                    matches[number] = body[0][0][0][0]
                    if turn >= warm:
                        seconds[number].append(head[2])
            groonga.stdin.close()
        return [Answer(median(own), None, count) for own, count in zip(seconds, matches)]
