"""Actions found again by their owner, by the minute that told of them, by a body's decision, and by the sentence before them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.track.factories import action, full, item, line, reference
from tests.track.test_link import JAN, LAMP, MAR, MAY, followed


def test_of_the_lines_that_cite_one_minute_the_owner_tells_which_action_is_meant() -> None:
    figures = action("Mrs Oake would e-mail it to the committee.", "Mrs Oake")
    survey = action("Officers to survey the users of the three blocks.", "Officers")
    first = item("21", "Blocks", "Cllr Moss asked what would be saved.\nMrs Oake would e-mail it to the committee.", figures, survey)
    row = line("21 | Sum | Mrs Oake | Sent 13 January | Complete", "Sum", status="Complete", number="21")
    log = item("27", "Action log", "", progress=(replace(row, owner="Mrs Oake"),))
    assert [len(t.mentions) for t in followed(full(JAN, first), full(MAR, log))] == [1, 0]


def test_a_minute_that_told_of_an_earlier_action_may_be_cited_for_it() -> None:
    told = item("33", "Matters arising", "The lamp in Fuller's Lane had not yet been repaired.")
    later = item("51", "Matters arising", "Minute 33 refers – it was lit on Monday.", references=(reference("Minute 33", "33"),))
    (tracked,) = followed(full(JAN, LAMP), full(MAR, told), full(MAY, later))
    assert [(m.item, m.how) for m in tracked.mentions] == [("33", "wording"), ("51", "reference")]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The Chair asked what had become of the recommendation on the ferry. It had been accepted.", True),
        ("The Cabinet had agreed that the ferry should run until May.", True),
        ("The ferry was late twice in February.", False),
    ],
)
def test_a_recommendation_is_found_again_where_the_body_has_decided(said: str, found: bool) -> None:
    keep = action("That the Cabinet be recommended to keep the ferry at no more than £600 a week.", "the Cabinet")
    first = item("9", "Crossings", "Members spoke of the ferry and of the weir.", keep)
    (tracked,) = followed(full(JAN, first), full(MAR, item("24", "Update from the Cabinet Member", said)))
    assert bool(tracked.mentions) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The boiler in the pavilion had been replaced by the firm.", True),
        ("The windows of the school had been replaced.", False),
    ],
)
def test_an_action_that_says_little_leans_on_the_sentence_before_it(said: str, found: bool) -> None:
    chase = action("Clerk to write to the firm.")
    first = item("9", "Buildings", "The boiler in the pavilion is out again. Clerk to write to the firm.", chase)
    (tracked,) = followed(full(JAN, first), full(MAR, item("8", "Buildings", said)))
    assert bool(tracked.mentions) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("A padlock and a hasp had been fitted by Cllr Moss.", True),
        ("A cushion and a rug had been bought by Cllr Moss.", False),
    ],
)
def test_an_action_is_looked_for_by_the_thing_where_no_word_is_shared(said: str, found: bool) -> None:
    fit = action("Cllr Moss to fit a better lock.", "Cllr Moss")
    first = item("9", "Store", "Things go missing from the brown cupboard.", fit)
    (tracked,) = followed(full(JAN, first), full(MAR, item("8", "Matters arising", said)))
    assert bool(tracked.mentions) is found
