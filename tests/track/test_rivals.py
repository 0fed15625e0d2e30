"""What better places and better actions take from a claim."""

from __future__ import annotations

from datetime import date

import pytest

from minutes_miner.model import Action, Meeting
from minutes_miner.track.candidates import Raised
from minutes_miner.track.choose import Claim
from minutes_miner.track.passages import passages_of
from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.rivals import weighed
from minutes_miner.track.settings import TrackSettings
from tests.track.factories import NO_DUE, action, full, item, line, meeting
from tests.track.test_link import JAN, MAR, followed

BOOK = phrase_book()
SETTINGS = TrackSettings()
SURE = SETTINGS.accept + 1
ASKED = (action("Clerk to mend the pump."), action("Clerk to paint the pump."), action("Clerk to sell the mower."))
FIRST = meeting(date(2023, 1, 10), item("4", "Green", "", *ASKED[:2]), item("5", "Barn", "", ASKED[2]))
SAID = meeting(
    date(2023, 3, 14),
    item("6", "Green", "The pump had been mended."),
    item("7", "Barn", "The mower was sold with the pump."),
    item("8", "Actions", "", progress=(line("4 | Mend the pump | Done", "Mend the pump"),)),
)
GREEN, BARN, LOG = passages_of(SAID, BOOK)
MEND, PAINT, SELL = (
    Raised(number, FIRST, place, each, 0, NO_DUE, BOOK) for number, (place, each) in enumerate(zip((0, 0, 1), ASKED, strict=True))
)


def claim(raised: Raised, passage: object, points: float, *, quoted: bool = False) -> Claim:
    return Claim(raised, passage, points, "wording", quoted=quoted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "rivals", "loses"),
    [
        (claim(MEND, GREEN, SURE), [], False),
        (claim(MEND, GREEN, SURE), [claim(MEND, BARN, SURE + 1)], True),  # told better elsewhere
        (claim(MEND, GREEN, SURE), [claim(PAINT, GREEN, SURE + 1)], True),  # a sibling fits better
        (claim(MEND, GREEN, SURE), [claim(SELL, GREEN, SURE + 1)], True),  # another item's action fits better
        (claim(MEND, GREEN, SURE), [claim(MEND, BARN, SURE - 1), claim(PAINT, GREEN, SURE - 1)], False),
        (claim(MEND, GREEN, SURE), [claim(PAINT, BARN, SURE + 1)], False),  # neither its action nor its sentence
        (claim(MEND, GREEN, SURE), [claim(MEND, LOG, SURE + 1)], False),  # an item may tell more than its line of the log
        (claim(MEND, LOG, SURE), [claim(MEND, GREEN, SURE + 1)], False),
        (claim(MEND, GREEN, SURE, quoted=True), [claim(PAINT, GREEN, SURE + 1)], False),
    ],
)
def test_better_rivals_take_points(one: Claim, rivals: list[Claim], loses: bool) -> None:
    left = weighed([one, *rivals], SETTINGS)[0]
    assert (left.points < one.points) is loses


def test_no_rival_takes_more_than_the_cap() -> None:
    left = [weighed([claim(MEND, GREEN, SURE), claim(MEND, BARN, SURE + more)], SETTINGS)[0].points for more in (4, 40)]
    assert left[0] == pytest.approx(left[1])


def followed_to(first: tuple[Action, ...], later: Meeting) -> list[list[str]]:
    return [[one.item for one in each.mentions] for each in followed(full(JAN, item("9", "Sports field", "", *first)), later)]


def test_an_action_is_linked_where_it_is_told_and_not_where_its_thing_is_only_named() -> None:
    first = action("Cllr Moss to have the roller of the sports field mended.", "Cllr Moss")
    told = item("7", "Sports field", "Cllr Moss said that the roller had been mended.")
    named = item("8", "Insurance", "The insurance of the roller was renewed with that of the shed, the marquee and the bunting.")
    assert followed_to((first,), full(MAR, told, named)) == [["7"]]
