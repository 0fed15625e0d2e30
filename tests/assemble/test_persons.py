"""Which names, initials and offices mean one person."""

from __future__ import annotations

from itertools import product

import pytest

from minutes_miner.assemble import persons
from minutes_miner.assemble.persons import People, is_initials, name_words, office_key
from minutes_miner.model import Attendee


def people(*attendees: str, **roles: str) -> People:
    """People of an attendance list; ``roles``: surname in small letters -> office."""
    return People([Attendee(name, "present", role=roles.get(name.split()[-1].casefold())) for name in attendees])


@pytest.mark.parametrize(
    ("listed", "wording", "same"),
    [
        ("Councillor Hazel Thorne", "Councillor Thorne", True),
        ("Councillor Hazel Thorne", "Cllr. H. Thorne", True),
        ("Councillor Hazel Thorne", "Cllr H Thorne’s", True),
        ("Councillor Hazel Thorne", "Hazel Thorne", True),
        ("Councillor Hazel Thorne", "Hazel", True),
        ("Councillor Hazel Thorne", "Mrs Thorne", True),
        ("Councillor Hazel Thorne", "HT", True),
        ("Councillor Joanne Ash", "Jo Ash", True),
        ("Cllr T Ash, OBE", "Councillor Ash", True),
        ("Councillor Hazel Thorne", "Councillor Milo Thorne", False),
        ("Councillor Hazel Thorne", "Councillor M Thorne", False),
        ("Councillor Hazel Thorne", "Councillor Hazel", False),
        ("Councillor Hazel Thorne", "Councillor Thornely", False),
        ("Councillor Hazel Thorne", "MT", False),
    ],
)
def test_a_wording_means_the_one_person_whom_it_fits(listed: str, wording: str, same: bool) -> None:
    known = people(listed)
    assert (known.person(wording, "person") is known.person(listed, "person")) is same


def test_a_surname_that_two_people_share_means_neither() -> None:
    known = people("Councillor Hazel Thorne", "Councillor Milo Thorne")
    meant = known.person("Councillor Thorne", "person")
    assert meant is not known.person("Hazel Thorne", "person")
    assert meant is not known.person("Milo Thorne", "person")


@pytest.mark.parametrize(
    ("role", "office", "same"),
    [
        ("Chair", "The Chair", True),
        ("Chair", "the Chairman", True),
        ("Chairman", "The Chair", True),
        ("in the Chair", "The Chair", True),
        ("Vice-Chair", "the Vice-Chairman", True),
        ("Vice-Chair", "The Chair", False),
        ("Head of Highways", "the Head of Highways", True),
        ("Independent Chair of the Board", "the Independent Chair", True),
        ("Head of Highways", "the Head of Housing", False),
        ("Clerk", "The Clerk", True),
        ("Chair of the Trust", "The Chair", False),
    ],
)
def test_an_office_means_the_one_who_holds_it(role: str, office: str, same: bool) -> None:
    known = people("Hazel Thorne", thorne=role)
    assert (known.person(office, "office") is known.person("Hazel Thorne", "person")) is same


def test_initials_that_the_list_defines_mean_the_one_listed() -> None:
    known = People([Attendee("Kitty Campion", "present", initials="KC"), Attendee("Karl Cowslip", "present")])
    assert known.person("KC", "person").name == "Kitty Campion"


def test_the_name_comes_first_and_the_rest_are_aliases() -> None:
    known = people("Hazel Thorne", thorne="Chair")
    known.person("The Chair", "office")
    person = known.person("Cllr Thorne", "person")
    assert person.name == "Hazel Thorne"
    assert set(person.aliases) == {"Cllr Thorne", "Chair", "The Chair"}


def test_an_office_without_a_name_goes_by_the_office() -> None:
    assert people().person("The Leader", "office").name == "The Leader"


def test_a_crowd_of_speakers_is_told_apart_without_comparing_each_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    agree = persons._agree
    monkeypatch.setattr(persons, "_agree", lambda *names: compared.append(names) or agree(*names))  # type: ignore[func-returns-value]
    surnames = ["".join(letters) + "ton" for letters in product("Bdfgklmnprst", "aeiou", "bdfgklmnprst", "ae")]
    crowd = People([Attendee(f"Hazel {surname}", "present") for surname in surnames])
    found = [crowd.person(f"Cllr {surname}", "person") for surname in surnames]
    assert [person.name for person in found] == [f"Hazel {surname}" for surname in surnames]
    assert len(compared) < 3 * len(surnames)


def test_names_to_look_for_hold_forenames_only_where_one_person_has_them() -> None:
    known = people("Hazel Thorne", "Milo Garside", "Milo Ash").known_names()
    assert "Hazel" in known and "Milo" not in known


def test_an_office_that_the_record_does_not_name_is_no_name_to_look_for() -> None:
    known = people("Hazel Thorne")
    known.person("the Clerk", "office")
    assert known.known_names() == ("Hazel Thorne", "Hazel")


@pytest.mark.parametrize(("text", "expected"), [("KC", True), ("K.C.", True), ("ABCD", True), ("K", False), ("Kc", False), ("Ash", False)])
def test_initials_are_two_to_four_capitals(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Councillor Hazel Thorne", ("hazel", "thorne")),
        ("The Rev. Canon H. O’Dell, MBE", ("h", "o'dell")),
        ("Cllr. Thorne (Chair)", ("thorne",)),
        ("Mr Pike’s", ("pike",)),
    ],
)
def test_names_are_compared_without_title_and_letters(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("office", "key"),
    [
        ("The independent Chairman", "independent chair"),
        ("Vice-Chairwoman", "vice chair"),
        ("the Head of Bins & Parks", "head of bins and parks"),
    ],
)
def test_offices_are_compared_without_article_and_gender(office: str, key: str) -> None:
    assert office_key(office) == key
