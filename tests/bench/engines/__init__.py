# SPDX-License-Identifier: GPL-3.0-or-later
"""Morgue and its peers, a class each; base.py is what they have in common."""

from engines.groonga import Groonga
from engines.lucene import Lucene, LuceneFresh, LuceneUpTo1000
from engines.morgue import BothProcessors, Engines, Morgue, WithCopies, WithNames
from engines.postgres import Postgres
from engines.recoll import Recoll
from engines.sqlite import Sqlite
from engines.xapian import Omega, TermGenerator

# By the names of --only; the first engine is what the others are set beside.
KNOWN = {
    "morgue": (Morgue, BothProcessors, Engines, WithCopies, WithNames),
    "lucene": (Lucene, LuceneUpTo1000, LuceneFresh),
    "xapian": (TermGenerator,),
    "omega": (Omega,),
    "sqlite": (Sqlite,),
    "recoll": (Recoll,),
    "groonga": (Groonga,),
    "postgres": (Postgres,),
}
