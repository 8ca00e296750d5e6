"""Our results, the samples, the clock, and a row of the table."""

import time
from pathlib import Path
from typing import NamedTuple

import numpy


class Ours(NamedTuple):
    """What the library needed and found."""

    size: str
    nanoseconds: float
    numbers: numpy.ndarray


def read_ours(directory):
    """The lines of our side, by the name of what was measured."""
    lines = (Path(directory) / "ours").read_text().splitlines()
    results = {}
    for what, size, nanoseconds, numbers in (line.split("\t") for line in lines):
        results[what, size] = Ours(size, float(nanoseconds), numpy.array(numbers.split(), float))
    return results


def sample(directory, name, columns=1):
    """The numbers in a file, as rows of so many."""
    numbers = numpy.fromfile(Path(directory) / name, "<f8")
    return numbers if columns == 1 else numbers.reshape(-1, columns)


def nanoseconds(call):
    """The least of the mean times of the rounds of three seconds, three at least: what disturbs a round
    only makes it longer, and short rounds are often not disturbed."""
    start = time.perf_counter_ns()
    call()
    calls = max(1, 5_000_000 // max(1, time.perf_counter_ns() - start))
    rounds = []
    while len(rounds) < 3 or time.perf_counter_ns() - start < 3_000_000_000:
        begun = time.perf_counter_ns()
        for _ in range(calls):
            call()
        rounds.append((time.perf_counter_ns() - begun) / calls)
    return min(rounds)


def compare(what, ours, peer, call, difference):
    """Prints the peer's time divided by ours, and the difference of its value from ours."""
    ratio = nanoseconds(call) / ours.nanoseconds
    print(f"{what:18}{ours.size:12}{peer:40}{ratio:>8.2f}{difference(call()):>12.1e}", flush=True)


def uniform(n):
    """The numbers between 0 and 1 of the generator s ← 48271 s mod (2³¹ − 1), from s = 1."""
    modulus, state, numbers = 2**31 - 1, 1, []
    for _ in range(n):
        state = 48271 * state % modulus
        numbers.append(state / modulus)
    return numpy.array(numbers)


def some(values):
    """Some of the values, those that our side prints."""
    values = numpy.ravel(values)
    return values[:: len(values) // 7]


def row(results, what, size, peer, call, values):
    """A row whose difference is the largest of some values."""
    ours = results[what, size]
    compare(what, ours, peer, call, lambda result: numpy.abs(some(values(result)) - ours.numbers).max())
