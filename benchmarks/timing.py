"""Timing tasks against each other: in turns, so that whatever else the machine does meets all of them alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Timing:
    """The seconds that each task took, by name, one value a round."""

    seconds: Mapping[str, tuple[float, ...]]

    def typical(self, task: str) -> float:
        """Median seconds of a task."""
        return median(self.seconds[task])

    def ratio(self, task: str, other: str) -> float:
        """How many times as fast ``task`` is as ``other``: the median over the rounds of their ratio within a round."""
        return median(b / a for a, b in zip(self.seconds[task], self.seconds[other], strict=True))


def in_turns(tasks: Mapping[str, Callable[[], object]], *, rounds: int) -> Timing:
    """Run all tasks ``rounds`` times, one after another, after one round that only warms up."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            gc.collect()
            begun = time.perf_counter()
            task()
            if number:
                seconds[name].append(time.perf_counter() - begun)
    return Timing({name: tuple(values) for name, values in seconds.items()})
