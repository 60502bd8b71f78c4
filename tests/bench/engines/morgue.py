# SPDX-License-Identifier: GPL-3.0-or-later
import shutil

from engines.base import PASSED_OVER, SHOWN, Answer, Engine
from measure import answers_of


class Morgue(Engine):
    """On one thread, without copies, with the names of the metadata alone: as the others do it."""

    name = "Morgue"
    form = "jsonl"
    grows = True
    options = ("--jobs", "1", "--entities", "metadata", "--copies", "off")

    @property
    def archive(self):
        return self.directory / "bench.morgue"

    def lacking(self):
        return [] if self.tools.morgue_index.exists() else ["morgue-index, which is not built"]

    def index(self):
        shutil.rmtree(self.archive, ignore_errors=True)
        return [self.tools.morgue_index, "add", "--quiet", self.archive,
                self.directory / "corpus.jsonl", *self.options]

    def text(self, query):
        words = query["words"]
        if query["shape"] == "phrase":
            text = f'"{" ".join(words)}"'
        elif query["shape"] == "near":
            text = " W/10 ".join(f'"{word}"' for word in words)
        else:
            text = (" OR " if query["shape"] == "any" else " AND ").join(words)
        if "days" not in query:
            return text
        first, last = (f"{day:08}" for day in query["days"])
        return (f"({text}) AND date:{first[:4]}-{first[4:6]}-{first[6:]}"
                f"..{last[:4]}-{last[4:6]}-{last[6:]}")

    def command(self, query):
        text, task = self.text(query), query["task"]
        if task == "count":
            return [self.tools.morgue_query, "-a", self.archive, "count", text]
        command = [self.tools.morgue_query, "-a", self.archive, "search", text, "--jsonl"]
        if task == "deep":
            return None  # it goes on from a cursor that the page before gave
        command += ["--limit", str(SHOWN)]
        command += ["--sort", "-date"] if task == "newest" else []
        return command + (["--facet", "person:10,org:10,place:10"] if task == "facets" else [])

    def session(self, queries, warm, passes):
        lines = [f"{query['task']}\t{self.text(query)}" for query in queries]
        command = [self.tools.query_bench, self.archive, str(SHOWN), str(PASSED_OVER), str(warm),
                   str(passes)]
        return [Answer(*figures) for figures in answers_of(command, lines)]


class Variant(Morgue):
    """Morgue with other options, for indexing alone."""

    searches = False
    grows = False

    @property
    def archive(self):
        return self.directory / "variant.morgue"


class BothProcessors(Variant):
    name = "Morgue, two threads"
    options = ("--jobs", "2", "--entities", "metadata", "--copies", "off")


class Engines(Variant):
    once = True
    name = "Morgue, the engine's writer"
    options = (*Morgue.options, "--writer", "xapian")


class WithCopies(Variant):
    once = True
    name = "Morgue, with copies"
    options = ("--jobs", "1", "--entities", "metadata", "--copies", "on")


class WithNames(Variant):
    once = True
    name = "Morgue, with names"
    options = ("--jobs", "1", "--entities", "on", "--copies", "off")
