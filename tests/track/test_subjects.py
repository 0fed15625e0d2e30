"""What an action is about: its own words, without who told of it and when it is due, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.subjects import Subject, subject_of
from minutes_miner.track.words import single, terms
from tests.track.factories import action, evidence, full, item

JAN = date(2023, 1, 10)
BOOK = phrase_book()


def subject(text: str, *, said: str = "", title: str = "Highways", due_text: str | None = None, owner: str | None = "Clerk") -> Subject:
    task = action(text, owner, due_text=due_text)
    raised = item("9", title, said or text)
    return subject_of(task, raised, full(JAN, raised), BOOK, due=None)


@pytest.mark.parametrize(
    ("text", "due_text", "kept", "left_out"),
    [
        ("The Head of Weirs replied that every mill would be written to.", None, "mill", "weirs"),
        ("It was agreed that the notes be sent to members.", None, "notes", "agreed"),
        ("Clerk to thank Mr Ash, who said that the lamp was out.", None, "ash lamp", ""),
        ("That the survey be brought before half term.", "before half term", "survey", "half"),
        ("Clerk to write to the owner of the mill.", None, "owner mill", ""),
    ],
)
def test_own_words_say_what_not_who_told_of_it_nor_when(text: str, due_text: str | None, kept: str, left_out: str) -> None:
    own = subject(text, due_text=due_text).own
    assert single(terms(kept)) <= own
    assert not single(terms(left_out)) & own


def test_the_first_clause_says_what_is_to_be_done_the_rest_on_what_terms() -> None:
    found = subject("That the trial of lanterns be extended:- (a) subject to the gauge; and (b) at a cost of £400.")
    assert single(terms("trial lanterns")) <= found.core < found.own
    assert not single(terms("gauge")) & found.core


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mr Vane would e-mail it to the committee.", True),
        ("Cllr Moss to get new ones.", True),
        ("Mr Vane undertook to find out.", True),
        ("Mr Vane to find out the price of the lamp.", False),
        ("Cllr Moss to plant the bulbs this autumn.", False),
        ("Cllr Moss to order the lantern.", False),
    ],
)
def test_what_a_pronoun_stands_for_is_in_the_sentence_before(text: str, named: bool) -> None:
    found = subject(text, said=f"Mrs Oake asked for the gauge readings. {text}")
    assert (single(terms("gauge")) <= found.full) is named
    assert single(terms("gauge")) <= found.before


@pytest.mark.parametrize(
    ("said", "beside"),
    [
        ("Pump House – the roof leaked.\nWeir – Clerk to write.", False),
        ("• The pump house roof leaked.\n• Clerk to write.", False),
        ("The pump house roof leaked.\nClerk to write.", True),
        ("The pump house roof leaked.\nACTION: Clerk to write.", True),
    ],
)
def test_a_paragraph_that_opens_a_matter_takes_nothing_from_the_one_before(said: str, beside: bool) -> None:
    assert bool(single(terms("roof")) & subject("Clerk to write.", said=said).around) is beside


def test_of_numbered_parts_the_one_like_the_task_is_its_discussion() -> None:
    said = "6.1 The pump house roof leaked. 6.2 The weir was full of reeds.\nACTION: Clerk to write about the pump house."
    around = single(subject("Clerk to write about the pump house.", said=said).around)
    assert single(terms("roof")) & around and not single(terms("reeds")) & around


@pytest.mark.parametrize(
    ("decided", "found"),
    [("This quote was agreed, proposed by Cllr Carr.", True), ("All agreed.", True), ("This cost more than the lamp had.", False)],
)
def test_before_a_task_the_sentence_counts_that_says_what_was_agreed(decided: str, found: bool) -> None:
    before = subject("Clerk to instruct.", said=f"Moss Ltd would fell the poplars. {decided} Clerk to instruct.").before
    assert ("poplar" in before) is found


@pytest.mark.parametrize(
    ("said", "headed"),
    [
        ("3. Pump house: the roof leaked.\nACTION: Clerk to write.", True),
        ("3. Pump house: the roof leaked.\nACTIONS – Clerk to write.", True),
        ("3. Pump house: the roof leaked.\nClerk to write.", False),
        ("Pump house\nThe roof leaked in the storm of Friday last, and so did the one of the shed.\nACTION: Clerk to write.", True),
    ],
)
def test_a_marked_line_is_about_what_the_paragraph_above_it_is_headed_with(said: str, headed: bool) -> None:
    assert (single(terms("pump")) <= subject("Clerk to write.", said=said).heading) is headed


def test_of_two_paragraphs_with_the_actions_words_its_own_is_the_one_with_its_sentence() -> None:
    said = "Pump house: Cllr Moss and the Clerk to write.\nWeir: Ann to look, the Clerk to write."
    task = replace(action("the Clerk to write."), evidence=evidence("Ann to look, the Clerk to write."))
    raised = replace(item("4", "Works", said), actions=(task,))
    assert single(terms("weir")) <= subject_of(task, raised, full(JAN, raised), BOOK, due=None).heading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cllr Moss to buy the lanterns and to test them.", False),  # names its own things
        ("Cllr Moss to collect it.", True),
    ],
)
def test_the_task_before_is_meant_only_by_one_that_names_no_things(text: str, found: bool) -> None:
    first, second = action("Clerk to order the wreath."), action(text, "Cllr Moss")
    raised = replace(item("8", "November", f"{first.text} {second.text}"), actions=(first, second))
    about = subject_of(second, raised, full(JAN, raised), BOOK, due=None)
    assert ("wreath" in about.full) is found


@pytest.mark.parametrize(
    ("before", "text", "named"),
    [
        ("(2) That a working group of four be set up to look at lanterns.", "That the group report its findings in March.", True),
        ("(2) That a survey of lanterns be made.", "That the findings of the survey be published.", True),
        ("(2) That a working group of four be set up to look at lanterns.", "That the weir be mended.", False),
        ("(2) That the lanterns be lit.", "That the group report its findings in March.", False),
    ],
)
def test_a_limb_that_speaks_of_what_the_one_before_brings_in_is_about_that(before: str, text: str, named: bool) -> None:
    found = subject(text, said=f"{before}\n(3) {text}", owner=None)
    assert bool(single(terms("lanterns")) & (found.before | found.around)) is named
