# SPDX-License-Identifier: GPL-3.0-or-later
import shutil

from engines.base import PASSED_OVER, SHOWN, Engine

CONFIGURATION = """\
topdirs = {pages}
loglevel = 1
noaspell = 1
idxniceprio = 0
indexstemminglanguages = english
"""


class Recoll(Engine):
    """A file for each article, an HTML page."""

    name = "recoll"
    form = "pages"
    programs = ("recollindex", "recollq")

    @property
    def home(self):
        return self.directory / "recoll"

    @property
    def archive(self):
        return self.home / "xapiandb"

    def index(self):
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir()
        (self.home / "recoll.conf").write_text(
            CONFIGURATION.format(pages=(self.directory / "pages").resolve()))
        return ["recollindex", "-c", self.home]

    def command(self, query):
        words, task = query["words"], query["task"]
        if task == "facets":
            return None
        text = (" OR " if query["shape"] == "any" else " ").join(words)
        if query["shape"] in ("phrase", "near"):
            text = f'"{text}"' + ("p9" if query["shape"] == "near" else "")
        if "days" in query:
            first, last = (f"{day:08}" for day in query["days"])
            text += (f" date:{first[:4]}-{first[4:6]}-{first[6:]}"
                     f"/{last[:4]}-{last[4:6]}-{last[6:]}")
        command = ["recollq", "-c", self.home]
        if task == "count":
            return [*command, "-Q", "-E", text]
        command += ["-S", "mtime", "-D"] if task == "newest" else []
        shown = f"{PASSED_OVER}-{SHOWN}" if task == "deep" else str(SHOWN)
        return [*command, "-n", shown, text]
