# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in Markdown."""


def shown(value, digits=2):
    return "–" if value is None else f"{value:,.{digits}f}"


def milliseconds(seconds):
    """Three figures, or thereabouts."""
    if seconds is None:
        return shown(None)
    return shown(seconds * 1e3, 3 if seconds < 1e-3 else 2 if seconds < 1e-2 else 1)


def ratio(value, to):
    """value / to; None without one of them."""
    return value / to if value is not None and to else None


def table(title, head, rows):
    """The first column is text, the others are figures. A column without any is left out."""
    kept = [0] + [column for column in range(1, len(head))
                  if any(row[column] != "–" for row in rows)]
    print(f"### {title}\n")
    print("| " + " | ".join(head[column] for column in kept) + " |")
    print("|---|" + "---:|" * (len(kept) - 1))
    for row in rows:
        print("| " + " | ".join(row[column] for column in kept) + " |")
    print()
