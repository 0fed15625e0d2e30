"""Questions: whatever is asked or sought, with who asks and who answers; requests for something to be done are none."""

from __future__ import annotations

import pytest

from minutes_miner.model import Question
from tests.papers import record

GARSIDE, VANCE, QUILLAN = "Councillor Milo Garside", "Councillor Petra Vance", "Councillor Iris Quillan"
FROST, PIKE = "Dr. Lena Frost", "Mr. Aldous Pike"
REPLY = "Mr. Pike replied that it had been mended."


def questions(*lines: str) -> list[Question]:
    return list(record(*lines).questions)


ASKED = [
    ("Councillor Garside asked if the pump had been mended.", GARSIDE),
    ("Councillor Garside asked whether the pump had been mended.", GARSIDE),
    ("Councillor Garside asked what had been done about the pump.", GARSIDE),
    ("Councillor Garside asked when the pump would be mended.", GARSIDE),
    ("Councillor Garside asked how long the pump had been broken.", GARSIDE),
    ("Councillor Garside asked why the pump was broken.", GARSIDE),
    ("Councillor Garside asked about the pump.", GARSIDE),
    ("Councillor Garside asked Mr. Pike how long the pump had been broken.", GARSIDE),
    ("Councillor Garside asked for clarification of the cost.", GARSIDE),
    ("Councillor Garside queried the cost of the pump.", GARSIDE),
    ("Councillor Garside questioned the cost of the pump.", GARSIDE),
    ("Councillor Garside enquired as to the cost of the pump.", GARSIDE),
    ("Councillor Garside sought clarification on the cost of the pump.", GARSIDE),
    ("Councillor Garside sought assurance that the pump was safe.", GARSIDE),
    ("Councillor Garside raised a question about the pump.", GARSIDE),
    ("Councillor Garside wondered whether the pump was safe.", GARSIDE),
    ("Councillor Garside if we can be assured that the pump is safe.", GARSIDE),
    ("Councillor Garside wanted to know who would pay for the pump.", GARSIDE),
    ("Councillor Garside would like to know when the pump would be mended.", GARSIDE),
    ("Councillor Garside referred to the pump, asking if it was safe.", GARSIDE),
    ("Councillor Garside asked Mr. Pike to explain the cost of the pump.", GARSIDE),
    ("Councillor Garside asked Mr. Pike to confirm when the pump would be mended.", GARSIDE),
    ("Councillor Garside asked Mr. Pike for his view of the pump.", GARSIDE),
    ("Councillor Garside thanked Mr. Pike and asked if the pump was safe.", GARSIDE),
    ("Councillor Garside addressed the meeting for five minutes and asked if the pump was safe.", GARSIDE),
    ("Councillor Vance drew attention to the report and asked if the pump was safe.", VANCE),
    ("Councillor Garside wished to know what the pump would cost.", GARSIDE),
    ("Councillor Garside was keen to understand how the pump would be paid for.", GARSIDE),
    ("Councillor Garside was keen to know whether the pump was safe.", GARSIDE),
    ("Councillor Garside welcomed the pump but sought assurance that it was safe.", GARSIDE),
    ("Councillor Garside spoke of the pump and sought clarification of its cost.", GARSIDE),
    ("Clarification was sought on the cost of the pump.", None),
    ("Clarification was sought by Councillor Garside on the cost of the pump.", GARSIDE),
    ("Assurances were sought about the pump.", None),
    ("Questions were asked about the pump.", None),
    ("A question was raised in respect of the pump.", None),
    ("A query was raised about the pump.", None),
    ("It was asked whether the pump was safe.", None),
    ("It was queried whether the pump was safe.", None),
    ("Members asked whether the pump was safe.", None),
    ("A Member asked whether the pump was safe.", None),
    ("A member of the public asked whether the pump was safe.", None),
    ("Further information was requested on the pump.", None),
    ("What could be done to mend the pump?", None),
    ("How long had the pump been broken?", None),
]


@pytest.mark.parametrize(("sentence", "asker"), ASKED)
def test_what_is_asked_is_a_question_of_its_asker(sentence: str, asker: str | None) -> None:
    (question,) = questions(sentence, REPLY)
    assert (question.text, question.asked_by, question.answered_by) == (sentence, asker, PIKE)
    assert question.answer == REPLY


NO_QUESTION = [
    "The Chair asked that the report be circulated.",
    "Councillor Garside asked for the report to be circulated.",
    "Councillor Garside asked Mr. Pike to circulate the report.",
    "The Clerk was asked to write to the owner.",
    "Councillor Garside requested that an update be brought to the next meeting.",
    "It was requested that the report be circulated.",
    "The question of the pump was deferred.",
    "Councillor Garside said that the pump was broken.",
    "RESOLVED: That the questions be noted.",
    "Residents had asked whether the pump was safe.",
    "The survey asked residents whether they used the park.",
    "A letter was read from the owner, asking whether the pump was safe.",
    "Councillor Garside spoke of the campaign, asking that those who could give do so.",
    "Councillor Garside requested an update on the pump at the next meeting.",
    "Concerns were raised about the speed of vehicles.",
    "Mr. Pike answered questions from Members.",
]


@pytest.mark.parametrize("sentence", NO_QUESTION)
def test_requests_and_statements_are_no_questions(sentence: str) -> None:
    assert questions(sentence) == []


CLAUSES = [
    (
        "In response to a question from Councillor Garside, Mr. Pike said that it had been mended.",
        "In response to a question from Councillor Garside",
        GARSIDE,
        PIKE,
    ),
    ("In response to a question about bins, Mr. Pike said that there were ten.", "In response to a question about bins", None, PIKE),
    (
        "In reply to a query from Councillor Garside about bins, Mr. Pike explained the plan.",
        "In reply to a query from Councillor Garside about bins",
        GARSIDE,
        PIKE,
    ),
    (
        "Responding to a question by Councillor Garside, Mr. Pike confirmed the date.",
        "Responding to a question by Councillor Garside",
        GARSIDE,
        PIKE,
    ),
    (
        "In response to Councillor Garside’s question about bins, Mr. Pike said that there were ten.",
        "In response to Councillor Garside’s question about bins",
        GARSIDE,
        PIKE,
    ),
    (
        "Mr. Pike, in response to a question from Councillor Garside about bins, said that there were ten.",
        "in response to a question from Councillor Garside about bins",
        GARSIDE,
        PIKE,
    ),
    (
        "Mr. Pike said, in answer to a question from Councillor Garside, that there were ten bins.",
        "in answer to a question from Councillor Garside",
        GARSIDE,
        PIKE,
    ),
    ("When asked about the pump, Mr. Pike said that it was safe.", "When asked about the pump", None, PIKE),
    ("On being asked whether it was safe, Mr. Pike said that it was.", "On being asked whether it was safe", None, PIKE),
    (
        "Asked by Councillor Garside whether the pump was safe, Mr. Pike said that it was.",
        "Asked by Councillor Garside whether the pump was safe",
        GARSIDE,
        PIKE,
    ),
    # The answer goes on in the question's own sentence:
    (
        "Councillor Garside asked if the pump was safe, to which Mr. Pike replied that it was.",
        "Councillor Garside asked if the pump was safe",
        GARSIDE,
        PIKE,
    ),
    (
        "Councillor Garside queried the cost and Mr. Pike explained that it was small.",
        "Councillor Garside queried the cost",
        GARSIDE,
        PIKE,
    ),
    (
        "A resident asked if the pump was safe, Mr. Pike advised that it was.",
        "A resident asked if the pump was safe",
        None,
        PIKE,
    ),
    ("In answer to questions from Members, Mr. Pike explained the plan.", "In answer to questions from Members", None, PIKE),
]


@pytest.mark.parametrize(("sentence", "text", "asker", "answerer"), CLAUSES)
def test_a_question_inside_its_answer_is_the_clause_that_states_it(sentence: str, text: str, asker: str | None, answerer: str) -> None:
    (question,) = questions(sentence)
    assert (question.text, question.asked_by, question.answered_by) == (text, asker, answerer)


ANSWERS = [
    ((REPLY,), PIKE),
    (("Mr. Pike responded that it had been mended.",), PIKE),
    (("Mr. Pike explained that it had been mended.",), PIKE),
    (("In reply, Mr. Pike said that it had been mended.",), PIKE),
    (("The Head of Highways said that it had been mended.",), PIKE),
    (("REPLY: Mr. Pike said that it had been mended.",), PIKE),
    (("Mr. Pike would look into it.",), PIKE),
    (("It was old. It was rusty. It had been reported. In reply, Mr. Pike said that it had been mended.",), PIKE),
    (("It was old. It was rusty. It had been reported. Mr. Pike said that the item was closed.",), None),
    (("Councillor Vance proposed that the report be noted, seconded by Councillor Quillan.",), None),
    (("Councillor Garside was concerned about the cost.", "Mr. Pike replied that it was small."), PIKE),
    (("Mr. Pike put the number at 163.",), PIKE),
    (("Mr. Pike saw no need for it.",), PIKE),
    (("Mr. Pike had found none.",), PIKE),
    (("Mr. Pike was on leave until May, and it was old.",), None),
    (("He was advised that it had.", "Councillor Vance said that the item was closed."), None),
    (("Members were told that it had.", "Councillor Vance said that the item was closed."), None),
    (("He was advised by Mr. Pike that it had.",), PIKE),
    ((), None),
    (("RESOLVED: That the report be noted.",), None),
    (("The matter was left there.",), None),
]


@pytest.mark.parametrize(("after", "answerer"), ANSWERS)
def test_the_answer_is_the_reply_that_follows(after: tuple[str, ...], answerer: str | None) -> None:
    (question,) = questions("Councillor Garside asked if the pump had been mended.", *after)
    assert question.answered_by == answerer


def test_each_question_has_its_own_reply() -> None:
    found = questions(
        "Councillor Garside asked if the pump had been mended. Mr. Pike replied that it had.",
        "Councillor Vance asked how many had been ill. Dr. Frost replied that it was six.",
        "Councillor Quillan asked who would pay.",
    )
    assert [(q.asked_by, q.answered_by) for q in found] == [(GARSIDE, PIKE), (VANCE, FROST), (QUILLAN, None)]


def test_questions_put_one_after_another_share_the_reply() -> None:
    found = questions(
        "Councillor Garside asked if the pump had been mended. He also asked what it had cost. Mr. Pike replied that it had, for £40."
    )
    assert [(q.asked_by, q.answered_by) for q in found] == [(GARSIDE, PIKE), (GARSIDE, PIKE)]


def test_two_things_asked_in_one_breath_are_one_question() -> None:
    assert len(questions("Councillor Garside asked if the pump had been mended and what it had cost.")) == 1


def test_a_pronoun_asks_for_whom_it_means() -> None:
    found = questions("Dr. Frost said that cases had fallen. She asked if the pump had been mended.")
    assert [q.asked_by for q in found] == [FROST]


PUBLIC = (
    "Question by Councillor Garside to the Head of Highways:",
    "What could be done to mend the pump?",
    "Answer: Mr. Pike replied that it would be mended in July.",
    "Supplementary question: Councillor Garside asked who would pay.",
    "Mr. Pike replied that the owner would.",
)


def test_public_questions_with_supplementary() -> None:
    found = questions(*PUBLIC)
    assert [(q.asked_by, q.answered_by) for q in found] == [(GARSIDE, PIKE), (GARSIDE, PIKE)]


TIMES = [
    (("Question 1: Councillor Garside to Mr. Pike", "Is the pump safe?", "Answer: It is safe."), [("Is the pump safe?", GARSIDE, PIKE)]),
    (
        (
            "Question 1 – Councillor Garside to the Head of Highways:",
            "Is the pump safe?",
            "Reply by Mr. Pike:",
            "It is safe.",
            "Supplementary question:",
            "Who paid for it?",
        ),
        [("Is the pump safe?", GARSIDE, PIKE), ("Who paid for it?", GARSIDE, PIKE)],
    ),
    (("Q: Is the pump safe?", "A: Mr. Pike said that it was."), [("Is the pump safe?", None, PIKE)]),
    (
        ("Q: Councillor Garside asked if the pump was safe.", "A: It was. Mr. Pike said that it had been tried."),
        [("Councillor Garside asked if the pump was safe.", GARSIDE, PIKE)],
    ),
    (
        (
            "From Councillor Garside to the Leader of the Council (Councillor Vance)",
            "Is the pump safe?",
            "Answer",
            "It is.",
            "Supplementary question",
            "Who paid for it?",
            "Answer",
            "The owner paid.",
        ),
        [("Is the pump safe?", GARSIDE, VANCE), ("Who paid for it?", GARSIDE, VANCE)],
    ),
    (
        (
            "Miss Olive Birch asked Councillor Vance, Cabinet Member for Parks:",
            "Why is the gate locked at four?",
            "Reply",
            "There were fires.",
        ),
        [("Why is the gate locked at four?", "Miss Olive Birch", VANCE)],
    ),
    (
        ("Councillor Garside asked the Head of Highways:", "“How many of 40 were mended?”", "The Head of Highways replied: “All.”"),
        [("How many of 40 were mended?", GARSIDE, PIKE)],
    ),
    (("Q. Councillor Garside – Is the pump safe?", "A. It is."), [("Is the pump safe?", GARSIDE, None)]),
    (("Councillor Garside: Is the pump safe?", "Mr. Pike: It is."), [("Is the pump safe?", GARSIDE, PIKE)]),
    (
        ("Councillor Garside asked the following question:", "Is the pump safe?", "Mr. Pike responded as follows:", "It is."),
        [("Is the pump safe?", GARSIDE, PIKE)],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), TIMES)
def test_question_time_names_asker_and_answerer_on_lines_of_their_own(
    lines: tuple[str, ...], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(q.text, q.asked_by, q.answered_by) for q in questions(*lines)] == expected


def test_public_questions_are_two() -> None:
    found = questions(*PUBLIC)
    assert [q.text for q in found if "pump" in q.text or "pay" in q.text] != []
    assert found[-1].asked_by == GARSIDE and found[-1].answered_by == PIKE


def test_a_title_that_asks_is_no_question() -> None:
    from tests.papers import page, read

    item = read(page(("1.", "Where next for the pump?", ("The report was noted.",)))).items[0]
    assert item.questions == ()


def test_a_question_shows_where_it_stands() -> None:
    (question,) = questions("It rained. Councillor Garside asked if the pump had been mended. It had.")
    assert question.evidence.quote == question.text == "Councillor Garside asked if the pump had been mended."
    assert question.evidence.end - question.evidence.start == len(question.text)
    assert question.evidence.rule.startswith("question.")
