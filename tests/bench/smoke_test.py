# SPDX-License-Identifier: GPL-3.0-or-later
"""smoke_test.py BUILD: the whole bench over a few hundred made articles, with the engines that are
installed, so that it goes on working. What it measures is not looked at.

Those engines are left out that start a server or a Java machine, as it must be quick."""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

BENCH = pathlib.Path(__file__).resolve().parent
ENGINES = "morgue,sqlite,xapian,omega,groonga"


def made_articles(count, seed=1):
    """Some words are in many articles, most in few; names stand among them."""
    chosen = random.Random(seed)
    syllables = [a + b for a in "bdfglmnprst" for b in "aeiou"]
    words = ["".join(chosen.choices(syllables, k=chosen.randint(2, 4))) for _ in range(3000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    phrases = [chosen.choices(words[20:120], k=2) for _ in range(40)]
    for number in range(count):
        text = chosen.choices(words, weights, k=150)
        for place in range(30, len(text) - 5, 20):
            first, second = chosen.choice(phrases)
            text[place : place + 5] = [first, second, first, chosen.choice(("of", "in")), second]
        text[20:22] = [word.capitalize() for word in text[20:22]]
        yield {"id": f"made/{number}", "source": f"Paper {number % 7}",
               "date": f"{2000 + number % 9}-{1 + number % 12:02}-01",
               "title": " ".join(text[:6]), "body": " ".join(text)}


class Bench(unittest.TestCase):
    def test_measures_every_part(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder, "made.jsonl")
            corpus.write_text("".join(json.dumps(article) + "\n" for article in made_articles(400)))
            done = subprocess.run(
                [sys.executable, BENCH / "bench.py", "--build", BUILD, "--corpus", corpus,
                 "--directory", pathlib.Path(folder, "data"), "--rounds", "1", "--queries", "1",
                 "--commands", "1", "--only", ENGINES],
                stdout=subprocess.PIPE, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
            self.assertEqual(done.returncode, 0, done.stdout)
            for title in ("Indexing", "A process for each query, from exec to exit", "Matches",
                          "Many queries in one process", "Growth", "Goals"):
                self.assertIn(f"\n### {title}", done.stdout)
            figures = json.loads(pathlib.Path(folder, "data/figures.json").read_text())
            self.assertGreater(figures["index"]["Morgue"]["cpu"], 0)
            for part in (figures["cold"], figures["warm"]["wall"], figures["warm"]["cpu"]):
                measured = part["Morgue"]
                for kind, seconds in measured.items():
                    if kind != "deep page":  # no command asks for one
                        self.assertGreater(seconds, 0, kind)


if __name__ == "__main__":
    BUILD = sys.argv.pop(1)
    unittest.main()
