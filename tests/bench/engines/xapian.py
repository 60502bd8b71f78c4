# SPDX-License-Identifier: GPL-3.0-or-later
import shutil

from engines.base import BENCH, SHOWN, Engine


class TermGenerator(Engine):
    """The engine that Morgue is built on, by itself, with its defaults (term_generator.cpp)."""

    name = "Xapian TermGenerator"
    form = "tsv"
    searches = False

    @property
    def archive(self):
        return self.directory / "term_generator.db"

    def lacking(self):
        return [] if self.tools.term_generator.exists() else ["term_generator, which is not built"]

    def index(self):
        return [self.tools.term_generator, self.archive]

    def input(self):
        return self.directory / "corpus.tsv"


class Omega(Engine):
    """Xapian's own indexing tool and command-line search, with English stems as they come."""

    name = "Xapian Omega"
    form = "omega"
    programs = ("scriptindex", "quest")

    @property
    def archive(self):
        return self.directory / "omega.db"

    def index(self):
        shutil.rmtree(self.archive, ignore_errors=True)
        return ["scriptindex", self.archive, BENCH / "omega.script", self.directory / "omega.dump"]

    def command(self, query):
        if "days" in query or query["task"] not in ("top", "count"):
            return None  # the command-line tool has neither dates, nor order, nor facets
        joined = {"any": " OR ", "all": " AND ", "near": " NEAR/10 ", "phrase": " "}
        text = joined[query["shape"]].join(query["words"])
        text = f'"{text}"' if query["shape"] == "phrase" else text
        checked = "1000000000" if query["task"] == "count" else "0"
        return ["quest", "-d", self.archive, "-m", str(SHOWN), "-c", checked, text]
