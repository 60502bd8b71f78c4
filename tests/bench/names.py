# SPDX-License-Identifier: GPL-3.0-or-later
"""Names for articles that come without: capitalised words side by side. Crude, and the same for
each engine: what they are for is that there are many of them, as unevenly spread as real names."""

import re

NAME = re.compile(r"(?<![\w.])(in |at |from )?((?:[A-Z][a-z]+[ ]){1,3}[A-Z][a-z]+)(?![\w])")
ORGANISATION = re.compile(r"\b(Act|Administration|Agency|Association|Board|Bureau|Center|Commission"
                          r"|Committee|Company|Congress|Council|Court|Department|Force|Government"
                          r"|Group|Guard|House|Institute|Office|Party|Senate|Service|Union"
                          r"|University)\b")
MOST = 40  # names of an article


def names_in(text):
    """{"people": […], "orgs": […], "places": […]}, each name once."""
    found = {"people": {}, "orgs": {}, "places": {}}
    for number, (before, name) in enumerate(NAME.findall(text)):
        if number == MOST:
            break
        kind = "orgs" if ORGANISATION.search(name) else "places" if before else "people"
        found[kind][name] = None
    return {kind: list(names) for kind, names in found.items()}
