# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes ready what no engine's time should pay for: one corpus in each engine's own input form, and
the queries, drawn from that corpus.

    prepare.py < SETTINGS

SETTINGS is a JSON object: see bench.py. A program of its own, so that the memory it takes is gone
when the engines are measured: a process inherits the peak of the one that started it.
"""

import json
import pathlib
import sys

from inputs import FORMS, NAMES, compact_day
from names import names_in
from sampler import Sampler, rare_words

SAMPLED = 5000  # articles that the words' frequencies are counted in
GROWTH_MATCHES = (8, 12)  # articles with a rare word, whatever the size of the corpus


def articles_of(path, limit):
    """What `morgue-index convert` made of the corpus, or JSON Lines of the same keys."""
    with open(path) as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            yield article_of(json.loads(line), number)


def article_of(record, number):
    article = {key: record.get(key) or "" for key in ("id", "source", "date", "title")}
    article = {key: str(value).replace("\0", "") for key, value in article.items()}
    article["id"] = article["id"] or str(number)
    article["date"] = article["date"][:10] if len(article["date"]) >= 10 else ""
    article["text"] = str(record.get("body") or record.get("text") or "").replace("\0", "")
    given = {kind: listed(record, kind) for kind in NAMES}
    return article | (given if any(given.values()) else names_in(article["text"]))


def listed(record, kind):
    key = "organisations" if kind == "orgs" and kind not in record else kind
    return [str(name).replace(";", ",") for name in record.get(key) or []]


def prepare(corpus, limit, directory, forms):
    directory.mkdir(parents=True, exist_ok=True)
    writers = [FORMS[form](directory) for form in forms]
    count = text_bytes = 0
    for article in articles_of(corpus, limit):
        for writer in writers:
            writer.write(count, article)
        count += 1
        text_bytes += len(article["title"].encode()) + len(article["text"].encode())
    for writer in writers:
        writer.close()
    return {"articles": count, "text_bytes": text_bytes}


def draw(corpus, limit, each, seed):
    texts, days = [], []
    for article in articles_of(corpus, min(limit, SAMPLED)):
        texts.append(article["title"] + "\n" + article["text"])
        if article["date"]:
            days.append(compact_day(article))
    return Sampler(texts, days, seed).queries(each)


def main():
    settings = json.load(sys.stdin)
    corpus, limit, seed = settings["corpus"], settings["articles"], settings["seed"]
    directory = pathlib.Path(settings["directory"])
    facts = prepare(corpus, limit, directory, settings["forms"])
    facts["queries"] = draw(corpus, limit, settings["queries"], seed)
    facts["growth"] = []
    for size in settings["growth"]:
        part = facts["articles"] * size // max(settings["growth"])
        own = directory / f"x{size}"
        grown = prepare(corpus, part, own, settings["growth_forms"])
        texts = (article["text"] for article in articles_of(corpus, part))
        words = rare_words(texts, *GROWTH_MATCHES, settings["queries"] * 4, seed)
        grown["queries"] = [{"kind": "rare word", "task": "top", "shape": "all", "words": [word]}
                            for word in words]
        facts["growth"].append(grown | {"size": size, "directory": str(own)})
    (directory / "facts.json").write_text(json.dumps(facts))


if __name__ == "__main__":
    main()
