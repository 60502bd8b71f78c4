# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus in each engine's own input form. A form is a class: made in a directory, given each
article by write(), ended by close()."""

import datetime
import json
import os
import shutil
import sqlite3

NAMES = ("people", "orgs", "places")


def compact_day(article):
    """2004-12-31 as 20041231; 0 without a date."""
    return int((article["date"] or "0").replace("-", "")[:8])


class JsonLines:
    """For Morgue: corpus.jsonl."""

    def __init__(self, directory):
        self.file = open(directory / "corpus.jsonl", "w")

    def write(self, number, article):
        self.file.write(json.dumps(article, ensure_ascii=False) + "\n")

    def close(self):
        self.file.close()


class Columns:
    """For Lucene, the engine's own generator and PostgreSQL: corpus.tsv, with id, day, source,
    people, organisations, places, title and text. Names are joined with ";"; line ends, tabs and
    backslashes are written as in COPY."""

    ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})

    def __init__(self, directory):
        self.file = open(directory / "corpus.tsv", "w", newline="\n")

    def write(self, number, article):
        values = [article["id"], str(compact_day(article)), article["source"]]
        values += [";".join(article[name]) for name in NAMES]
        values += [article["title"], article["text"]]
        self.file.write("\t".join(value.translate(self.ESCAPES) for value in values) + "\n")

    def close(self):
        self.file.close()


class RawTable:
    """For SQLite: a plain table in raw.db."""

    def __init__(self, directory):
        (directory / "raw.db").unlink(missing_ok=True)
        self.database = sqlite3.connect(directory / "raw.db")
        self.database.execute("CREATE TABLE raw(id, source, date, title, body)")

    def write(self, number, article):
        values = [article[key] for key in ("id", "source", "date", "title", "text")]
        self.database.execute("INSERT INTO raw VALUES (?, ?, ?, ?, ?)", values)

    def close(self):
        self.database.commit()
        self.database.close()


class OmegaDump:
    """For scriptindex: omega.dump. A further line of a value begins with "="."""

    def __init__(self, directory):
        self.file = open(directory / "omega.dump", "w")

    def write(self, number, article):
        fields = [("id", article["id"]), ("source", article["source"]),
                  ("date", str(compact_day(article))), ("title", article["title"]),
                  ("body", article["text"])]
        fields += [(kind, name) for kind in NAMES for name in article[kind]]
        for field, value in fields:
            self.file.write(f"{field}=" + "\n=".join(value.splitlines()) + "\n")
        self.file.write("\n")

    def close(self):
        self.file.close()


class Pages:
    """For recoll, which reads files: an HTML page for each article, in pages/. The date of an
    article is that of its file."""

    def __init__(self, directory):
        self.root = directory / "pages"
        shutil.rmtree(self.root, ignore_errors=True)

    def write(self, number, article):
        folder = self.root / str(number // 1000)
        folder.mkdir(parents=True, exist_ok=True)
        text = article["text"].replace("&", "&amp;").replace("<", "&lt;")
        title = article["title"].replace("&", "&amp;").replace("<", "&lt;")
        page = folder / f"{number}.html"
        page.write_text('<html><head><meta http-equiv="Content-Type" content="text/html;'
                        f' charset=utf-8"><title>{title}</title></head>'
                        f"<body><p>{text}</p></body></html>\n")
        day = datetime.datetime.fromisoformat(f"{article['date'] or '1900-01-01'}T12:00:00+00:00")
        os.utime(page, (day.timestamp(), day.timestamp()))

    def close(self):
        pass


class GroongaLoad:
    """For groonga: groonga.load, the schema and the articles as commands."""

    def __init__(self, directory):
        self.file = open(directory / "groonga.load", "w")
        shutil.copyfileobj(open(os.path.join(os.path.dirname(__file__), "groonga.schema")),
                           self.file)
        self.between = "load --table Article\n[\n"

    def write(self, number, article):
        record = {"_key": f"{number} {article['id']}"[:1000], "day": compact_day(article),
                  "source": article["source"], "title": article["title"], "body": article["text"]}
        record |= {kind: article[kind] for kind in NAMES}
        self.file.write(self.between + json.dumps(record, ensure_ascii=False))
        self.between = ",\n"

    def close(self):
        self.file.write("\n]\n")
        self.file.close()


FORMS = {"jsonl": JsonLines, "tsv": Columns, "raw": RawTable, "omega": OmegaDump, "pages": Pages,
         "groonga": GroongaLoad}
