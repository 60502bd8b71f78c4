# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import shutil
import subprocess

from engines.base import Answer, Engine
from measure import Cost, answers_of, cost_of

JARS = ("lucene-core-8", "lucene-analyzers-common-8", "lucene-facet-8", "lucene-queries-8", "hppc")
FOLDER = pathlib.Path("/usr/share/java")
WARM_TIMES = 3  # the corpus is indexed; the last counts
WARM_QUERIES = 20  # times at least before a query is measured


def class_path(*more):
    jars = [next(iter(sorted(FOLDER.glob(f"{jar}*.jar"))), None) for jar in JARS]
    return None if None in jars else ":".join(map(str, (*more, *jars)))


class Lucene(Engine):
    """Words as spelled with positions, stems besides, SortedSetDocValues for the names. The command
    starts a Java machine; the index is made in one that has done it before."""

    name = "Lucene 8"
    form = "tsv"
    programs = ("java", "javac")
    grows = True
    threshold = "exact"
    compiled = set()

    @property
    def archive(self):
        return self.directory / "lucene"

    def lacking(self):
        return super().lacking() or ([] if class_path() else ["Lucene 8 in " + str(FOLDER)])

    def java(self, program, *arguments):
        classes = self.tools.build / "lucene"
        if classes not in self.compiled:
            sources = sorted((pathlib.Path(__file__).parent.parent / "lucene").glob("*.java"))
            subprocess.run(["javac", "-d", classes, "-cp", class_path(), *sources], check=True)
            self.compiled.add(classes)
        return ["java", "-cp", class_path(classes), program, *map(str, arguments)]

    def index(self, times=1):
        shutil.rmtree(self.archive, ignore_errors=True)
        return self.java("LuceneIndex", self.directory / "corpus.tsv", self.archive, times)

    def index_cost(self):
        command = self.index(WARM_TIMES)
        whole = cost_of(command, keep_output=True)
        wall, cpu = map(float, whole.output.split()[-2:])
        return Cost(wall, cpu, whole.peak_mib)

    def line(self, query):
        days = [str(day) for day in query.get("days", ("", ""))]
        return "\t".join([query["task"], query["shape"], " ".join(query["words"]), *days])

    def command(self, query):
        command = self.java("LuceneQuery", self.archive, self.threshold, 0, 1)
        return command, self.line(query) + "\n"

    def session(self, queries, warm, passes):
        command = self.java("LuceneQuery", self.archive, self.threshold,
                            max(warm, WARM_QUERIES), passes)
        return [Answer(*figures)
                for figures in answers_of(command, [self.line(query) for query in queries])]


class LuceneUpTo1000(Lucene):
    """As it comes: hits are counted up to a thousand, then what cannot be a best one is skipped."""

    name = "Lucene 8, totals to 1,000"
    indexes = False
    grows = False
    threshold = "1000"

    def command(self, query):
        return None


class LuceneFresh(Lucene):
    """The whole program, from start to end."""

    name = "Lucene 8, fresh"
    searches = False
    grows = False

    @property
    def archive(self):
        return self.directory / "lucene-fresh"

    def index_cost(self):
        return self.make_index()
