# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring a process, and showing figures."""

import collections
import os
import statistics
import subprocess
import time

Cost = collections.namedtuple("Cost", "wall cpu peak_mib")


def cost_of(argv):
    """Runs a command from exec to exit; its output goes nowhere. Exits when the command fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: morgue-query found nothing
        raise SystemExit(f"exit code {process.returncode}: {' '.join(map(str, argv))}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def output_of(argv):
    done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"exit code {done.returncode}: {' '.join(map(str, argv))}")
    return done.stdout


def size_of(path):
    """Bytes of a file, or of all files below a directory."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def median(values):
    """The median, or None of nothing."""
    values = list(values)
    return statistics.median(values) if values else None


def shown(value, digits=2):
    return "–" if value is None else f"{value:,.{digits}f}"


def table(head, rows):
    """A table in Markdown: the first column is text, the others are figures."""
    print("| " + " | ".join(head) + " |")
    print("|---|" + "---:|" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()
