"""Who speaks in an item: names and offices, one speaker under several of them, pronouns resolved, nobody who is merely mentioned."""

from __future__ import annotations

import pytest

from tests.papers import record

THORNE, GARSIDE, VANCE = "Councillor Hazel Thorne", "Councillor Milo Garside", "Councillor Petra Vance"
TARROW, QUILLAN = "Councillor Owen Tarrow", "Councillor Iris Quillan"
FROST, PIKE, HADLEY = "Dr. Lena Frost", "Mr. Aldous Pike", "Ms. Noor Hadley"


def speakers(*lines: str) -> set[str]:
    return {speaker.name for speaker in record(*lines).speakers}


ONE_VERB = """said stated commented reported advised added noted explained outlined presented introduced replied responded answered asked
queried enquired thanked welcomed declared informed highlighted suggested expressed reminded confirmed""".split()


@pytest.mark.parametrize("verb", ONE_VERB)
def test_verbs_of_speech_make_their_subject_a_speaker(verb: str) -> None:
    assert speakers(f"Councillor Garside {verb} the pump had been mended.") == {GARSIDE}


SENTENCES = [
    ("Councillor Milo Garside said that the pump had been mended.", {GARSIDE}),
    ("Cllr Garside said that the pump had been mended.", {GARSIDE}),
    ("Councillor M Garside said that the pump had been mended.", {GARSIDE}),
    ("Dr. Frost and Mr. Pike presented the report.", {FROST, PIKE}),
    ("Councillors Garside, Vance and Tarrow said that they were content.", {GARSIDE, VANCE, TARROW}),
    ("Councillors Ashby and P. Birch said that they were content.", {"Councillor Ashby", "Councillor P. Birch"}),
    ("A motion put by Mr. Pike and moved by Councillors Garside and Vance was lost.", {GARSIDE, VANCE}),
    ("The report was introduced by Jan Birch (Head of Parks) and Per Coe (Finance Lead).", {"Jan Birch", "Per Coe"}),
    ("The Head of Parks, Jan Birch, presented the report.", {"Jan Birch"}),
    ("In response to a question from Councillor Garside about bins, Mr. Pike said that there were ten.", {GARSIDE, PIKE}),
    ("The Panel heard a presentation from Jan Birch about the survey.", {"Jan Birch"}),
    ("Mr. Pike took the Panel through the report.", {PIKE}),
    ("Mr. Pike went on to explain the costs.", {PIKE}),
    ("Mr. Pike made the following observations:", {PIKE}),
    ("Councillor Garside asked for a map. Mr. Pike agreed.", {GARSIDE, PIKE}),
    ("The discussion ended with Councillor Vance agreeing to look at the costs.", {VANCE}),
    ("Mr. Pike, Head of Highways, presented the report.", {PIKE}),
    ("Mr. Pike (Head of Highways) presented the report.", {PIKE}),
    ("The Head of Highways presented the report.", {PIKE}),
    ("The Director of Public Health and the Head of Highways reported jointly.", {FROST, PIKE}),
    ("The Leader of the Council said that the scheme would go on.", {"The Leader of the Council"}),
    ("The Portfolio Holder for Transport introduced the report.", {"The Portfolio Holder for Transport"}),
    ("Following the discussion, Councillor Vance said that the bank was safe.", {VANCE}),
    ("It was reported by Councillor Vance that the bank was safe.", {VANCE}),
    ("Councillor Vance also reported that the bank was safe.", {VANCE}),
    ("Councillor Vance then briefly outlined the scheme.", {VANCE}),
    ("The Panel received a presentation from Dr. Frost, who explained the figures.", {FROST}),
    ("Councillor Vance declared an interest in the item.", {VANCE}),
    ("Councillor Vance undertook to write to the owner.", {VANCE}),
    ("Councillor Vance offered to write to the owner.", {VANCE}),
    ("Ms. Hadley agreed to circulate the list.", {HADLEY}),
    ("Moved by Councillor Garside, seconded by Councillor Vance.", {GARSIDE, VANCE}),
    ("Proposed: Councillor Garside, Seconded: Councillor Vance.", {GARSIDE, VANCE}),
    ("Councillor Garside thanked Dr. Frost for her report.", {GARSIDE}),
    ("Councillor Garside asked Mr. Pike whether the gate was safe.", {GARSIDE}),
    ("Councillor Garside feared that the bank would fall.", {GARSIDE}),
    ("Councillor Garside, speaking with leave, doubted that the bank would hold.", {GARSIDE}),
    ("Councillor Garside spoke in favour of the scheme.", {GARSIDE}),
    ("Mr. Pike put the number at 163.", {PIKE}),
    ("Mr. Pike understood that they had been cleaned.", {PIKE}),
    ("Mr. Pike saw no reason to wait.", {PIKE}),
    ("Councillor Garside gave an undertaking to bring the figures.", {GARSIDE}),
    ("Councillor Vance complained of the smell.", {VANCE}),
    ("Councillor Vance recalled that it had been mended.", {VANCE}),
    (
        "The Panel was addressed by Mrs V Ashby (objector), Mr K Birch (for the applicant) and Councillor Coe (Ward Member).",
        {"Mrs V Ashby", "Mr K Birch", "Councillor Coe"},
    ),
    ("The Chair opened the meeting and welcomed everyone.", {THORNE}),
    # Nobody speaks:
    ("The Chair opened the meeting at 7pm.", set()),
    ("The Chair closed the meeting at 9pm.", set()),
    ("Councillor Garside put the papers at the door.", set()),
    ("Members feared that the bank would fall.", set()),
    ("Members asked whether the gate was safe.", set()),
    ("A Member asked whether the gate was safe.", set()),
    ("The Committee noted the position.", set()),
    ("Members of the Panel commented on the scheme.", set()),
    ("The report of the Head of Highways was considered.", set()),
    ("Councillor Garside was present at the site visit.", set()),
    ("The letter to Councillor Garside was read.", set()),
    ("The scheme was presented at the last meeting.", set()),
    ("It was reported that the bank was safe.", set()),
    ("Mr. Pike was thanked for his work.", set()),
    ("The pump had been mended.", set()),
    ("A letter from Councillor Garside said that he could not come.", set()),
    ("Councillor Garside had written to the owner, who had replied.", set()),
    ("The Panel received a report from the Head of Parks.", set()),
    ("Jan Birch undertook the work at a cost of £300.", set()),
    ("The blacksmith had been asked by Councillor Garside about the gate.", set()),
    ("In response to a letter from Councillor Garside the gate was mended.", set()),
    ("Councillor Garside had held a meeting with the owner.", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_those_who_speak_are_speakers_and_no_others(sentence: str, expected: set[str]) -> None:
    assert speakers(sentence) == expected


# Lines, words of the sentence that the pronoun opens or stands in, and whose they are.
PRONOUNS = [
    (("Dr. Frost presented the report. She said that cases had fallen.",), "cases had fallen", FROST),
    (("Mr. Pike said that work had begun. He added that it would take a month.",), "a month", PIKE),
    (("Mr. Pike said that work had begun.", "He added that it would take a month."), "a month", PIKE),
    (("Councillor Vance asked about the bank.", "Mr. Pike explained the survey. He said that it was safe."), "it was safe", PIKE),
    (("Councillor Vance asked Mr. Pike about the bank. He replied that it was safe.",), "it was safe", PIKE),
    (("Mr. Pike asked Dr. Frost about the figures. She said that they had fallen.",), "they had fallen", FROST),
    (("Mr. Pike and Dr. Frost spoke in turn.", "She said that cases had fallen."), "cases had fallen", FROST),
    (
        ("The Chair welcomed Mr. Noakes, Head of Audit at the Water Board, who gave a talk. He said that work had begun.",),
        "work had begun",
        "Mr. Noakes",
    ),
    (("Councillor Vance said that Mr. Pike, who had left, had been kind. She said that it was late.",), "it was late", VANCE),
    (("Mr. Pike and Dr. Frost spoke in turn.", "He said that work had begun."), "work had begun", PIKE),
    (("Councillor Vance said that she was content. Mr. Pike thanked her. She asked for the map.",), "the map", VANCE),
]


@pytest.mark.parametrize(("lines", "words", "expected"), PRONOUNS)
def test_pronouns_belong_to_whom_they_mean(lines: tuple[str, ...], words: str, expected: str) -> None:
    (said,) = [c.speaker for c in record(*lines).contributions if words in c.text]
    assert said == expected


@pytest.mark.parametrize("pronoun", ["he", "she", "they", "He", "She", "They", "It"])
def test_no_pronoun_is_ever_a_speaker(pronoun: str) -> None:
    item = record(f"Members met. {pronoun} said that the bank was safe.")
    assert pronoun.casefold() not in {speaker.name.casefold() for speaker in item.speakers}


def test_a_name_and_an_office_of_one_person_are_one_speaker() -> None:
    item = record(
        "Mr. Aldous Pike presented the report.",
        "The Head of Highways said that work had begun.",
        "Mr. Pike added that it would take a month.",
    )
    (speaker,) = item.speakers
    assert speaker.name == PIKE
    assert {"Mr. Pike"} <= set(speaker.aliases)
    assert any(alias.endswith("Head of Highways") for alias in speaker.aliases)


def test_the_chair_is_the_person_in_the_chair() -> None:
    item = record("The Chair asked if the bank was safe.", "Councillor Thorne thanked the officers.")
    (speaker,) = item.speakers
    assert speaker.name == THORNE
    assert {"The Chair", "Councillor Thorne"} <= set(speaker.aliases)


def test_two_people_of_one_surname_are_kept_apart() -> None:
    item = record("Councillor Jane Elder asked if the bank was safe.", "Councillor Rupert Elder said that it was.")
    assert {speaker.name for speaker in item.speakers} == {"Councillor Jane Elder", "Councillor Rupert Elder"}


def test_offices_of_two_people_are_kept_apart() -> None:
    assert len(record("The Head of Finance said that it was paid.", "The Head of Housing said that it was not.").speakers) == 2


def test_each_turn_of_speech_holds_its_sentences() -> None:
    item = record("Dr. Frost presented the report. She said that cases had fallen.", "Councillor Vance thanked her.")
    assert [(c.speaker, c.text) for c in item.contributions] == [
        (FROST, "Dr. Frost presented the report. She said that cases had fallen."),
        (VANCE, "Councillor Vance thanked her."),
    ]


def test_speech_shows_where_it_stands_and_by_which_rule() -> None:
    item = record("Dr. Frost presented the report.")
    evidence = item.speakers[0].evidence
    assert evidence is not None
    assert evidence.quote == "Dr. Frost presented the report."
    assert evidence.end - evidence.start == len(evidence.quote)
    assert evidence.rule.startswith("speech.")
