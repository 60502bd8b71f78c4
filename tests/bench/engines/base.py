# SPDX-License-Identifier: GPL-3.0-or-later
"""What all engines have in common. See sampler.py for what a query is."""

import collections
import pathlib
import shutil

from measure import cost_of

BENCH = pathlib.Path(__file__).resolve().parent.parent

# Of one query in a running process: wall seconds, CPU seconds or None where they are not known, and
# matches or None where they are not counted.
Answer = collections.namedtuple("Answer", "wall cpu matches")

SHOWN = 10
PASSED_OVER = 1000  # hits before a deep page


class Engine:
    """One engine with its usual settings. What a method cannot do, it answers with None."""

    name = ""
    form = ""  # of its input: a key of inputs.FORMS
    programs = ()  # what must be installed
    searches = True  # False: it is there for indexing alone
    indexes = True  # False: it searches what another engine has indexed
    once = False  # True: indexing is measured in the first round alone
    serves = False  # True: what a command costs is spent in a server
    grows = False  # whether growth is measured: indexing is quick, a session possible

    def __init__(self, directory, tools):
        """`directory` holds the inputs and the index; `tools` are built programs, see tools.py."""
        self.directory = directory
        self.tools = tools

    @property
    def archive(self):
        """Where the index is: a file, or a directory."""
        raise NotImplementedError

    def is_indexed(self):
        """Whether a run before has left an index."""
        return self.archive.exists()

    def lacking(self):
        """What is not installed."""
        return [program for program in self.programs if not shutil.which(program)]

    def index(self):
        """The command that makes the index anew."""
        raise NotImplementedError

    def make_index(self):
        """Makes the index anew; a Cost."""
        return cost_of(self.index(), stdin=self.input())

    def index_cost(self):
        """The same as it is measured."""
        return self.make_index()

    def input(self):
        """A file for the standard input of index()."""
        return None

    def start(self):
        """Called once, when the index has been made and before it is searched."""

    def stop(self):
        """Ends what start() began."""

    def command(self, query):
        """The command that answers the query; with a text for its standard input, a pair."""
        return None

    def session(self, queries, warm, passes):
        """All queries in one process, `warm` times unmeasured, then `passes` times: of each query
        the Answer of median time, or None."""
        return None
