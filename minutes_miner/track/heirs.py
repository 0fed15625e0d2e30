"""Actions that go on with an earlier one: a meeting hears that a thing is not all done, and sets the rest of it, or the whole, anew.

What later minutes say of the new action is said of the earlier one as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from minutes_miner.track.candidates import Raised
from minutes_miner.track.words import Rarity, single

# "the maps of the other three districts", "the remaining signs", "the rest of the columns"
_REST = re.compile(
    r"\b(?:the|those|its|their)\s(?:other|remaining|outstanding|missing|last)\b|\bthe\s(?:rest|remainder|others)\b", re.IGNORECASE
)
# The rest of a thing is called as it was: its name tells nearly half of what a word never met before does.
_SAME_THING = 0.45
# A task set anew has most of the words that both have together.
_ANEW = 0.6


class Heirs:
    """The later actions of one series that go on with earlier ones."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity
        self._before: dict[int, list[Raised]] = defaultdict(list)  # by the number of the later action

    def learn(self, still_open: Iterable[Raised], set_there: Sequence[Raised]) -> None:
        """Take in what one item of a meeting has told of as ``still_open``, and the actions that it has ``set_there`` itself."""
        for earlier in still_open:
            for later in set_there:
                if self._goes_on(earlier, later):
                    self._before[later.number].append(earlier)

    def before(self, later: Raised) -> Iterator[Raised]:
        """The earlier actions that ``later`` goes on with, and those that these went on with, each once: a task set anew every month goes
        on with all the earlier ones by very many ways."""
        waiting, met = [later], {later.number}
        while waiting:
            for earlier in self._before.get(waiting.pop().number, ()):
                if earlier.number not in met:
                    met.add(earlier.number)
                    waiting.append(earlier)
                    yield earlier

    def _goes_on(self, earlier: Raised, later: Raised) -> bool:
        one, two = earlier.subject, later.subject
        if not one or not two or one is two:
            return False
        if self._rarity.total(single(one.core & two.own)) < _SAME_THING:
            return False
        if _REST.search(two.text):
            return True
        both = single(one.own) | single(two.own)
        return len(single(one.own & two.own)) >= _ANEW * len(both)
