#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a textbook BM25 reaches on a judged set: the line that Morgue's ranking must not fall below.

    bm25_baseline.py FOLDER/NAME

FOLDER/NAME holds docs.jsonl (id, title, body or text), topics.tsv and qrels.NAME.trec. Prints, for each half of the topics
and for all, a line `odd|even|all TOPICS MAP NDCG10`.

Robertson's BM25 (k1 1.2, b 0.75) over title and body, lower-cased words, Porter's stemmer, a short stop list; a word that
the topic repeats counts as often. The halves: every other topic that has judgements, in order of number.
"""

import collections
import json
import math
import pathlib
import re
import sys

from porter import stem

K1, B = 1.2, 0.75
DEPTH = 1000
STOP_WORDS = frozenset(
    "a about all also an and any are as at be been but by can did do does for from had has have he her his how i if in into is "
    "it its may more most no nor not of on one or other our she should so some such than that the their them then there these "
    "they this those to was we were what when where which who why will with would you".split()
)


def words(text):
    return [stem(word) for word in re.findall(r"\w+", text.lower()) if word not in STOP_WORDS]


class Index:
    def __init__(self, documents):
        """documents: (id, text)"""
        self.postings = collections.defaultdict(dict)
        self.lengths = {}
        for name, text in documents:
            counts = collections.Counter(words(text))
            self.lengths[name] = sum(counts.values())
            for word, count in counts.items():
                self.postings[word][name] = count
        self.mean_length = sum(self.lengths.values()) / len(self.lengths)

    def rank(self, query):
        scores = collections.defaultdict(float)
        for word in words(query):
            found = self.postings.get(word, {})
            idf = math.log(1 + (len(self.lengths) - len(found) + 0.5) / (len(found) + 0.5))
            for name, count in found.items():
                norm = K1 * (1 - B + B * self.lengths[name] / self.mean_length)
                scores[name] += idf * count * (K1 + 1) / (count + norm)
        return sorted(scores, key=lambda name: (-scores[name], name))[:DEPTH]


def read_documents(file):
    for line in file.read_text("utf-8").splitlines():
        record = json.loads(line)
        yield str(record["id"]), f'{record.get("title", "")} {record.get("body") or record.get("text", "")}'


def read_topics(file):
    return dict(line.split("\t", 1) for line in file.read_text("utf-8").splitlines() if "\t" in line)


def read_judgements(file):
    """topic -> article -> grade above zero"""
    judgements = collections.defaultdict(dict)
    for line in file.read_text("utf-8").splitlines():
        topic, _, article, grade = line.split()
        if int(grade) > 0:
            judgements[topic][article] = int(grade)
    return judgements


def measures(ranking, grades):
    """(average precision, nDCG at 10)"""
    found = precision = 0
    for rank, name in enumerate(ranking, 1):
        if name in grades:
            found += 1
            precision += found / rank
    gain = sum(grades.get(name, 0) / math.log2(rank + 1) for rank, name in enumerate(ranking[:10], 1))
    best = sum(g / math.log2(rank + 1) for rank, g in enumerate(sorted(grades.values(), reverse=True)[:10], 1))
    return precision / len(grades), gain / best


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    index = Index(read_documents(folder / "docs.jsonl"))
    topics = read_topics(folder / "topics.tsv")
    judgements = read_judgements(folder / f"qrels.{folder.name}.trec")
    judged = sorted(topics.keys() & judgements.keys(), key=lambda topic: (len(topic), topic))
    results = [measures(index.rank(topics[topic]), judgements[topic]) for topic in judged]
    for part, chosen in (("odd", results[::2]), ("even", results[1::2]), ("all", results)):
        means = [sum(column) / len(chosen) for column in zip(*chosen)]
        print(f"{part} {len(chosen)} {means[0]:.4f} {means[1]:.4f}")


if __name__ == "__main__":
    main()
