# SPDX-License-Identifier: GPL-3.0-or-later
"""Measuring a process."""

import collections
import os
import statistics
import subprocess
import tempfile
import time

Cost = collections.namedtuple("Cost", "wall cpu peak_mib output", defaults=[""])


def cost_of(argv, stdin=None, keep_output=False):
    """Runs a command from exec to exit, its descendants included; `stdin` is a file or a text.
    Exits when the command fails."""
    with tempfile.TemporaryFile("w+") as text, tempfile.TemporaryFile("w+") as output:
        if isinstance(stdin, str):
            text.write(stdin)
            text.flush()
            text.seek(0)
        source = open(stdin) if isinstance(stdin, os.PathLike) else text
        begun = time.perf_counter()
        process = subprocess.Popen(argv, stdin=source, stderr=subprocess.DEVNULL,
                                   stdout=output if keep_output else subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):  # 1: morgue-query found nothing
            raise SystemExit(f"exit code {process.returncode}: {' '.join(map(str, argv))}")
        output.seek(0)
        return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read())


def answers_of(argv, lines):
    """(wall seconds, CPU seconds, matches) of each query, from a program that reads queries, one a
    line, and prints microseconds, microseconds and matches with tabs between."""
    done = subprocess.run(argv, input="".join(line + "\n" for line in lines), text=True, check=True,
                          stdout=subprocess.PIPE)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    return [(float(wall) / 1e6, float(cpu) / 1e6, int(matches)) for wall, cpu, matches in rows]


def median_times(tasks, warm, passes):
    """(wall seconds, CPU seconds) of each function, medians; (None, None) of None."""
    times = [([], []) for _ in tasks]
    for turn in range(warm + passes):
        for task, (walls, cpus) in zip(tasks, times):
            if task is None:
                continue
            wall, cpu = time.perf_counter(), time.thread_time()
            task()
            if turn >= warm:
                walls.append(time.perf_counter() - wall)
                cpus.append(time.thread_time() - cpu)
    return [(median(walls), median(cpus)) for walls, cpus in times]


def size_of(path):
    """Bytes of a file, or of all files below a directory."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def median(values):
    """The median, or None of nothing."""
    values = [value for value in values if value is not None]
    return statistics.median(values) if values else None
