# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ready what no engine's time should pay for: one corpus in each engine's own input form, and
the queries, drawn from that corpus.

    prepare.py CORPUS ARTICLES QUERIES SEED DIRECTORY

CORPUS is JSON Lines (.zst or plain) with id, source, date, title and text. A program of its own, so
that the memory it takes is gone when the engines are measured: a process inherits the peak of the
one that started it.
"""

import collections
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

WORD = re.compile(r"[A-Za-z]{3,}")
PAIR = re.compile(r"(?<![\w'-])([a-z]{3,}) (?=([a-z]{3,})(?![\w'-]))")
OPERATORS = {"and", "or", "not", "near", "adj", "pre", "xor", "same"}
SAMPLED = 5000  # articles that the words' frequencies are counted in


def lines_of(path):
    if path.endswith(".zst"):
        with subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE) as unpacked:
            yield from unpacked.stdout
            unpacked.stdout.close()
    else:
        with open(path, "rb") as file:
            yield from file


def articles_of(path, limit):
    for number, line in enumerate(lines_of(path)):
        if number == limit:
            return
        record = json.loads(line)
        yield {key: record.get(key) or "" for key in ("id", "source", "date", "title", "text")}


def write_inputs(articles, directory):
    """The three input forms; returns (articles, bytes of title and text)."""
    count = text_bytes = 0
    database = sqlite3.connect(directory / "raw.db")
    database.execute("CREATE TABLE raw(id, source, date, title, body)")
    jsonl = open(directory / "corpus.jsonl", "w")
    dump = open(directory / "omega.dump", "w")
    with jsonl, dump:
        for article in articles:
            values = list(article.values())
            jsonl.write(json.dumps(article, ensure_ascii=False) + "\n")
            database.execute("INSERT INTO raw VALUES (?, ?, ?, ?, ?)", values)
            # In Omega's dump a further line of a value begins with "=".
            day = article["date"].replace("-", "")
            for name, value in zip(("id", "source", "date", "title", "body"), values):
                value = day if name == "date" else value
                dump.write(f"{name}=" + "\n=".join(value.splitlines()) + "\n")
            dump.write("\n")
            count += 1
            text_bytes += len(article["title"].encode()) + len(article["text"].encode())
    database.commit()
    database.close()
    return count, text_bytes


class Sampler:
    """Draws words by the share of articles that hold them."""

    def __init__(self, texts, years, seed):
        self.random = random.Random(seed)
        self.years = years
        self.texts = texts
        self.sets = [set(WORD.findall(text.lower())) - OPERATORS for text in texts]
        self.frequency = collections.Counter(word for words in self.sets for word in words)

    def words(self, low, high):
        least, most = (max(2, share * len(self.sets)) for share in (low, high))
        return sorted(word for word, n in self.frequency.items() if least <= n <= most)

    def pairs(self):
        """Words that stand side by side in at least three articles."""
        usual = set(self.words(0.01, 0.5))
        seen = collections.Counter()
        for text in self.texts:
            seen.update({pair for pair in PAIR.findall(text) if usual.issuperset(pair)})
        return sorted(pair for pair, n in seen.items() if n >= 3)

    def both(self):
        """Two words of one article."""
        middle = set(self.words(0.01, 0.1))
        while True:
            shared = sorted(middle & self.random.choice(self.sets))
            if len(shared) >= 2:
                return self.random.sample(shared, 2)

    def queries(self, each):
        rare, middle = self.words(0.0005, 0.002), self.words(0.01, 0.1)
        common = self.words(0.1, 0.5)
        pairs = self.pairs()
        if not (rare and len(middle) >= 3 and common and pairs and self.years):
            raise SystemExit("these are too few articles to draw queries from")
        choice, sample = self.random.choice, self.random.sample
        for _ in range(each):
            year = choice(self.years)
            yield {"kind": "rare word", "words": [choice(rare)]}
            yield {"kind": "common word", "words": [choice(common)]}
            yield {"kind": "two words", "words": self.both()}
            yield {"kind": "any of three", "words": sample(middle, 3)}
            yield {"kind": "phrase", "words": list(choice(pairs))}
            yield {"kind": "date range", "words": [choice(common)], "years": [year, year + 1]}
            yield {"kind": "with facets", "words": [choice(common)], "facets": True}


def main(corpus, limit, each, seed, directory):
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for old in ("corpus.jsonl", "raw.db", "omega.dump"):
        (directory / old).unlink(missing_ok=True)
    count, text_bytes = write_inputs(articles_of(corpus, int(limit)), directory)
    texts, years = [], []
    for article in articles_of(str(directory / "corpus.jsonl"), SAMPLED):
        texts.append(article["text"])
        if article["date"]:
            years.append(int(article["date"][:4]))
    queries = list(Sampler(texts, years, int(seed)).queries(int(each)))
    facts = {"articles": count, "text_bytes": text_bytes, "queries": queries}
    (directory / "facts.json").write_text(json.dumps(facts))


if __name__ == "__main__":
    main(*sys.argv[1:])
