"""People, offices and groups, known by their form."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from spacy.language import Language

from minutes_miner.mentions.names import Names
from minutes_miner.mentions.places import KNOWN_NAMES, SPANS
from minutes_miner.rulebook import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


def found(nlp: Language, names: Names, text: str, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """(wording, kind) of every name in ``text``."""
    doc = nlp.make_doc(text)
    doc.user_data[KNOWN_NAMES] = known
    return [(span.text, span.kb_id_) for span in names(doc).spans[SPANS]]


CASES = [
    ("Members thanked the section 151 Officer.", [("Members", "group"), ("the section 151 Officer", "office")]),
    ("It went to the s151 Officer and then the s.151 Officer.", [("the s151 Officer", "office"), ("the s.151 Officer", "office")]),
    ("Councillor Thorne asked.", [("Councillor Thorne", "person")]),
    ("Councillor Hazel Thorne asked.", [("Councillor Hazel Thorne", "person")]),
    ("Cllr. H Thorne asked.", [("Cllr. H Thorne", "person")]),
    ("Mr. Pike and Dr Lena Frost replied.", [("Mr. Pike", "person"), ("Dr Lena Frost", "person")]),
    ("Mrs O’Dell-Hay asked.", [("Mrs O’Dell-Hay", "person")]),
    ("Councillor McAsh asked.", [("Councillor McAsh", "person")]),
    ("Councillor d’Ashe and Cllr Jo d'Ashe asked.", [("Councillor d’Ashe", "person"), ("Cllr Jo d'Ashe", "person")]),
    ("Councillor Amberly-Thorne asked.", [("Councillor Amberly-Thorne", "person")]),
    ("The Chair asked.", [("The Chair", "office")]),
    ("The Vice-Chairman thanked her.", [("The Vice-Chairman", "office")]),
    ("The Head of Highways replied.", [("The Head of Highways", "office")]),
    ("It was put to the Director of Public Health.", [("the Director of Public Health", "office")]),
    ("Co-ordinator to report.", [("Co-ordinator", "office")]),
    ("The Clerk agreed.", [("The Clerk", "office")]),
    ("The Leader of the Council spoke.", [("The Leader of the Council", "office")]),
    ("The Assistant Director, Neighbourhoods, replied.", [("The Assistant Director", "office")]),
    ("The Section 151 Officer advised.", [("The Section 151 Officer", "office")]),
    ("The Head Teacher replied.", [("The Head Teacher", "office")]),
    ("The clerk replied.", [("The clerk", "office")]),
    ("Then the outgoing secretary spoke.", [("the outgoing secretary", "office")]),
    ("The planning officer replied.", [("The planning officer", "office")]),
    ("The officer replied.", []),
    ("the chair of the school council spoke", []),
    ("The clerk's report was read.", []),
    ("The Member for Housing, Planning and Roads spoke.", [("The Member for Housing, Planning and Roads", "office")]),
    ("The Head of Parks, Hazel Thorne, spoke.", [("The Head of Parks", "office"), ("Hazel Thorne", "maybe")]),
    ("The Vice-Chair in the Chair spoke.", [("The Vice-Chair", "office"), ("the Chair", "office")]),
    ("Councillor Siân Pugh spoke.", [("Councillor Siân Pugh", "person")]),
    ("Cllr Seán Ó Broin spoke.", [("Cllr Seán Ó Broin", "person")]),
    ("Cllr Ifan ap Huw spoke.", [("Cllr Ifan ap Huw", "person")]),
    ("Cllr Łucja van der Meer-Ash spoke.", [("Cllr Łucja van der Meer-Ash", "person")]),
    ("Councillor J THORNE-ASH spoke.", [("Councillor J THORNE-ASH", "person")]),
    ("COUNCILLOR McTHORNE spoke.", [("COUNCILLOR McTHORNE", "person")]),
    ("Mrs Thorne RFO spoke.", [("Mrs Thorne", "person")]),
    ("the PC ABC spoke", []),
    ("Cllr. Mrs A B Thorne OBE spoke.", [("Cllr. Mrs A B Thorne OBE", "person")]),
    ("Councillor (Mrs) A. Thorne spoke.", [("Councillor (Mrs) A. Thorne", "person")]),
    ("The Rev’d Canon Odo Thorne spoke.", [("Rev’d Canon Odo Thorne", "person")]),
    ("Cllr Robert (Bob) Thorne spoke.", [("Cllr Robert (Bob) Thorne", "person")]),
    ("County Cllr Thorne spoke.", [("County Cllr Thorne", "person")]),
    ("Cllr Thorne Seconded it.", [("Cllr Thorne", "person")]),
    ("Cllr Ann Bishop spoke.", [("Cllr Ann Bishop", "person")]),
    ("Councillors Thorne, A. Garside and Vance spoke.", [("Councillors Thorne", "person"), ("A. Garside", "person"), ("Vance", "person")]),
    ("Cllrs Thorne and Garside and Mr Pike spoke.", [("Cllrs Thorne", "person"), ("Garside", "person"), ("Mr Pike", "person")]),
    ("Members asked.", [("Members", "group")]),
    ("A member asked.", [("A member", "group")]),
    ("Hazel Thorne replied.", [("Hazel Thorne", "maybe")]),
    ("The rain fell on the bank.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_names_are_found_whole_and_with_their_kind(nlp: Language, names: Names, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(nlp, names, text) == expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("KC asked why.", ("KC",), [("KC", "person")]),
        ("KC asked why.", (), []),
        ("Hazel’s report was read.", ("Hazel",), [("Hazel", "person")]),
        ("Hazelnuts were sold.", ("Hazel",), []),
        ("Thorne-Ash asked.", ("Thorne",), []),
    ],
)
def test_names_that_the_attendance_list_gives_are_found_as_whole_words(
    nlp: Language, names: Names, text: str, known: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert found(nlp, names, text, known) == expected


def test_names_do_not_overlap_and_stand_in_order(nlp: Language, names: Names) -> None:
    text = "Councillor Hazel Thorne, the Chair of the Environment Panel, thanked Mr. Pike, Head of Highways, and Members of the Council."
    doc = names(nlp.make_doc(text))
    places = [(span.start, span.end) for span in doc.spans[SPANS]]
    assert len(places) >= 4
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_every_name_says_which_rule_found_it(nlp: Language, names: Names) -> None:
    doc = names(nlp.make_doc("Councillor Thorne, the Clerk, Members and Hazel Thorne spoke."))
    assert {span.id_ for span in doc.spans[SPANS]} >= {"name.honorific", "name.office", "name.group"}
    assert {span.label_ for span in doc.spans[SPANS]} == {"name"}
