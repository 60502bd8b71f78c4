# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the programs that were built for the bench are."""

import pathlib


class Tools:
    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.morgue_index = self.build / "indexer/morgue-index"
        self.morgue_query = self.build / "query/morgue-query"
        self.query_bench = self.build / "tests/bench/query_bench"
        self.term_generator = self.build / "tests/bench/term_generator"
