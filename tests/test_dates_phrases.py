"""Due words within a sentence."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.dates import find_due
from minutes_miner.rulebook import Rule, load
from minutes_miner.wording import compile_pattern

SENTENCES = [
    ("That a further update be provided in six months’ time.", ["in six months’ time"]),
    ("A reply is wanted by 1st April, 2031 at the latest.", ["by 1st April, 2031"]),
    ("It is to go to the next meeting of the Panel.", ["to the next meeting of the Panel"]),
    ("Clerk to put the pond on the May agenda.", ["on the May agenda"]),
    ("Forms to come back by the end of the week (16th May).", ["by the end of the week (16th May)"]),
    ("The audit will be done by the end of March, 2032.", ["by the end of March, 2032"]),
    ("The bridge should be rebuilt in the next 9 to 18 months.", ["in the next 9 to 18 months"]),
    ("Notice to the board asap", ["asap"]),
    ("01/11/2031", ["01/11/2031"]),
    ("The offer closes on 12th February.", ["on 12th February"]),
    ("To be sent no later than Friday 5 June and paid in the autumn.", ["no later than Friday 5 June", "in the autumn"]),
    ("Report to go to its meeting on 5 June.", ["to its meeting on 5 June"]),
    ("Clerk to renew the lease by 31st April.", ["by 31st April"]),
    ("Clerk to pay the levy by 30th February, 2031.", ["by 30th February, 2031"]),
    ("Clerk to write to the mill by 31/6/31 at the latest.", ["by 31/6/31"]),
    ("She would order more before they ran out, and tell him.", ["before they ran out"]),
    ("Figures to be sent before the next meeting on 16 April.", ["before the next meeting on 16 April"]),
    ("Papers for its meeting on 16 April to be read.", ["for its meeting on 16 April"]),
    ("The gate is to be hung before the school holidays.", ["before the school holidays"]),
    ("He would ring them the next day.", ["the next day"]),
    ("Clerk to hire chairs for the summer fair on 9 June.", []),
    ("Clerk to hire chairs for the fair on Saturday 9 June.", []),
    ("Clerk to hold the fair on 9 June.", ["on 9 June"]),
    ("Clerk to send the link to the survey, which ends on 4 May.", []),
    ("Target date 4 May", ["Target date 4 May"]),
    ("Clerk to reply within 28 days of receipt.", ["within 28 days of receipt"]),
    ("Clerk to reply within 14 days of the meeting.", ["within 14 days of the meeting"]),
    ("Clerk to get prices in 3-4 weeks.", ["in 3-4 weeks"]),
    ("Hedge to be cut in January/February.", ["in January/February"]),
    ("Hedge to be cut by the end of 2031.", ["by the end of 2031"]),
    ("Clerk to order it, but not before 1 March.", []),
    ("To be done in the week beginning 6 January.", ["in the week beginning 6 January"]),
    ("The visit is being arranged for May.", ["being arranged for May"]),
    ("He will write as soon as the frost is over.", ["as soon as the frost is over"]),
    ("It is to be sent once the survey has been done and paid for.", ["once the survey has been done"]),
    ("Bids to be drafted prior to the next round of grants.", ["prior to the next round of grants"]),
    ("Slides to be sent in advance of the September meeting.", ["in advance of the September meeting"]),
    ("Figures to go out with the next agenda.", ["with the next agenda"]),
    ("Replies by close of play Friday.", ["by close of play Friday"]),
    ("A report is due no later than the end of July.", ["no later than the end of July"]),
    ("The dashboard will be shown in Quarter 2 of 2031-32.", ["in Quarter 2 of 2031-32"]),
    ("The gate is to be mended by mid-July.", ["by mid-July"]),
    ("The paper will come to the Board meeting in March.", ["to the Board meeting in March"]),
    ("The rules will be settled at the next committee meeting in May.", ["at the next committee meeting in May"]),
    ("He will raise it at the county meeting on 26 March.", ["at the county meeting on 26 March"]),
    ("The county meeting on 26 March was full.", []),
    ("Pond to go on the agenda for July.", ["on the agenda for July"]),
    ("The clerk will ask for the closure of Mill Street on Sunday 7 May.", []),
    ("Groundsman to mend the swing straight away.", ["straight away"]),
    ("Notices to go out after the next meeting.", ["after the next meeting"]),
    ("Grants to be paid subsequent to approval at our June meeting.", ["subsequent to approval at our June meeting"]),
]
PAST = [
    "The minutes of the meeting held on 5 March 2031 were approved.",
    "The letter dated 4 May was read.",
    "Since 1 April the bins have been late.",
    "He had received the papers, received on 6 June 2031.",
    "Footpath 6 was cleared of mud.",
]


@pytest.mark.parametrize(("text", "words"), SENTENCES)
def test_due_words_are_found_whole(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_due(text)] == words


@pytest.mark.parametrize("text", PAST)
def test_past_dates_are_no_due_words(text: str) -> None:
    assert find_due(text) == []


@pytest.mark.parametrize("rule", load().of_kinds("due"), ids=lambda rule: rule.id)
def test_each_rule_does_as_its_examples_say(rule: Rule) -> None:
    patterns = [compile_pattern(pattern, load().lists) for pattern in rule.patterns]
    assert [text for text in rule.match if not any(p.search(text) for p in patterns)] == []
    assert [text for text in rule.no_match if any(p.search(text) for p in patterns)] == []


WORDS = ["by", "the", "end", "of", "next", "meeting", "March", "5", "June", "in", "six", "months", "asap", "(", ")", ",", ".", "2031", "on"]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_found_words_never_overlap_and_come_out_the_same_twice(words: list[str]) -> None:
    text = " ".join(words)
    found = find_due(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    assert find_due(text) == found
