"""Sentences that send their reader on to another item of the same minutes: "See item 9", "to be discussed under agenda item 7",
"see below (“Benches”)". What they take up is gone on with there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_miner.model import AgendaItem
from minutes_miner.text import normal
from minutes_miner.track.passages import Passage
from minutes_miner.track.phrases import PhraseBook
from minutes_miner.track.references import plain_number

# "item 9", "item no. 24/51", "item 9(b)", "item 9.2": what follows the words that send on.
_NUMBER = re.compile(r"\s*(?:no\.?\s*)?(?P<number>[a-z]{0,5}[ /]?\d[\d/.-]*[a-z]?)", re.IGNORECASE)
# "under “Benches”", "(Benches)": a title between signs that set it off; plain words may be anything.
_QUOTED = re.compile(r"[“\"(\[]{1,2}(?P<title>[A-Z0-9][^“”\"()\[\]]{2,80})[”\")\]]")


def sent_on(passage: Passage, items: Sequence[AgendaItem], book: PhraseBook) -> Iterator[int]:
    """The places among ``items``, those of the passage's meeting, to which the passage sends its reader on; not its own."""
    for end in book.sends_on(passage.text):
        rest = passage.text[end:]
        number = _NUMBER.match(rest)
        quoted = [normal(match["title"]) for match in _QUOTED.finditer(rest)]
        places = [
            place
            for place, item in enumerate(items)
            if place != passage.under.place and (_has_number(item, number["number"]) if number else normal(item.title) in quoted)
        ]
        if len(places) == 1:
            yield places[0]


def _has_number(item: AgendaItem, printed: str) -> bool:
    number = plain_number(printed)
    return any(plain_number(one) == number for one in (item.number, item.agenda_number, item.minute_number) if one)
