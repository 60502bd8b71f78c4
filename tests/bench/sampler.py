# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws queries from a corpus, by a seed.

A query is {"kind", "task", "shape", "words"} and, with a date range, "days" (two numbers such as
20041231). The task is what is asked: the best hits ("top"), those after the first thousand
("deep"), the newest ("newest"), the best with the most common names of all matches ("facets"), or
the number of matches ("count"). The shape is how words are joined: "all", "any", "phrase",
"near"."""

import collections
import random
import re

WORD = re.compile(r"[A-Za-z]{3,}")
RUN = re.compile(r"(?<![\w'-])([a-z]{3,}) (?=([a-z]{2,}) ([a-z]{3,})(?![\w'-]))")
OPERATORS = {"and", "or", "not", "near", "adj", "pre", "xor", "same"}
LINKS = {"of", "the", "in", "to", "for", "on", "by", "with", "from", "at"}
# Not searched for alone: some engines leave such words out.
STOP_WORDS = LINKS | set("""about above after again against all also and any are because been before
    being below between both but can could did does doing down during each few further had has have
    having her here hers him his how into its just more most not now off once only other our ours
    out over own same she should some such than that their theirs them then there these they this
    those through too under until very was were what when where which while who whom why will would
    you your yours""".split())
RARE, USUAL, MIDDLE, COMMON = (0.0005, 0.002), (0.01, 0.05), (0.01, 0.1), (0.1, 0.5)


class Sampler:
    """Words are drawn by the share of articles that hold them."""

    def __init__(self, texts, days, seed):
        self.random = random.Random(seed)
        self.days = sorted(days)
        self.texts = texts
        self.sets = [words_of(text) for text in texts]
        self.frequency = collections.Counter(word for words in self.sets for word in words)
        self.rare, self.usual, self.middle, self.common = map(
            self.words, (RARE, USUAL, MIDDLE, COMMON))
        self.pairs, self.runs = self.neighbours()
        if not (self.rare and len(self.middle) >= 5 and self.common and self.pairs and self.runs
                and self.days):
            raise SystemExit("these are too few articles to draw queries from")

    def words(self, shares):
        least, most = (max(2, share * len(self.sets)) for share in shares)
        return sorted(word for word, n in self.frequency.items()
                      if least <= n <= most and word not in STOP_WORDS)

    def neighbours(self):
        """Two words side by side, and two with a stop word between: those of three articles."""
        usual = set(self.middle) | set(self.common)
        pairs, runs = collections.Counter(), collections.Counter()
        for text in self.texts:
            seen = set(RUN.findall(text))
            pairs.update({run[:2] for run in seen if usual.issuperset(run[:2])})
            runs.update({run for run in seen if run[1] in LINKS and run[0] in usual
                         and run[2] in usual})
        return [sorted(run for run, n in found.items() if n >= 3) for found in (pairs, runs)]

    def together(self, count):
        """Words of one article."""
        middle = set(self.middle)
        while True:
            shared = sorted(middle & self.random.choice(self.sets))
            if len(shared) >= count:
                return self.random.sample(shared, count)

    def range_of_days(self):
        """Of a fifth of the articles."""
        width = len(self.days) // 5
        first = self.random.randrange(len(self.days) - width)
        return [self.days[first], self.days[first + width]]

    def draw(self):
        """One query of each kind."""
        choice, sample = self.random.choice, self.random.sample

        def query(kind, words, task="top", shape="all", **more):
            return {"kind": kind, "task": task, "shape": shape, "words": list(words), **more}

        yield query("rare word", [choice(self.rare)])
        yield query("usual word", [choice(self.usual)])
        yield query("common word", [choice(self.common)])
        yield query("two words", self.together(2))
        yield query("three words", self.together(3))
        for count, name in ((2, "two"), (3, "three"), (5, "five")):
            yield query(f"any of {name}", sample(self.middle, count), shape="any")
        yield query("phrase", choice(self.pairs), shape="phrase")
        yield query("phrase with a stop word", choice(self.runs), shape="phrase")
        yield query("near", self.together(2), shape="near")
        yield query("word in a date range", [choice(self.common)], days=self.range_of_days())
        yield query("two words in a date range", self.together(2), days=self.range_of_days())
        yield query("newest of a word", [choice(self.common)], task="newest")
        yield query("newest of any of three", sample(self.middle, 3), task="newest", shape="any")
        yield query("facets of a word", [choice(self.common)], task="facets")
        yield query("facets of any of three", sample(self.middle, 3), task="facets", shape="any")
        yield query("facets of a phrase", choice(self.pairs), task="facets", shape="phrase")
        yield query("deep page", [choice(self.common)], task="deep")
        yield query("count of a word", [choice(self.common)], task="count")
        yield query("count of any of three", sample(self.middle, 3), task="count", shape="any")

    def queries(self, each):
        return [query for _ in range(each) for query in self.draw()]


def words_of(text):
    return set(WORD.findall(text.lower())) - OPERATORS


def rare_words(texts, least, most, count, seed):
    """Words that `least` to `most` of the texts hold: as many matches in corpora of any size."""
    frequency = collections.Counter()
    for text in texts:
        frequency.update(words_of(text))
    words = sorted(word for word, n in frequency.items() if least <= n <= most)
    return random.Random(seed).sample(words, min(count, len(words)))
