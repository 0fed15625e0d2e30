"""Words as the tracker compares them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_miner.track.words import Rarity, bodies_in, head_of, is_bare_head, opens_matter, paragraphs, sentences, single, stem, terms


@pytest.mark.parametrize(
    "family",
    [
        ("repair", "repairs", "repaired", "repairing"),
        ("remove", "removal", "removed"),
        ("notice", "notices"),
        ("quote", "quotation", "quotes"),
        ("audit", "auditor"),
        ("tree", "trees"),
        ("key", "keys"),
        ("bin", "bins"),
        ("wall", "walls"),
        ("lorry", "lorries"),
        ("policy", "policies"),
        ("copy", "copies", "copied"),
        ("box", "boxes"),
        ("class", "classes"),
        ("house", "houses"),
        ("bus", "buses"),
        ("mow", "mowing", "mowed", "mows"),
        ("cut", "cuts", "cutting"),
        ("hire", "hired", "hiring"),
        ("fit", "fitted", "fitting"),
        ("fill", "filled", "filling"),
        ("book", "booked", "booking", "bookings"),
        ("weed", "weeded", "weeding"),
        ("circulate", "circulated", "circulating", "circulation"),
        ("donate", "donated", "donation", "donations"),
        ("investigate", "investigator", "investigations"),
    ],
)
def test_a_family_of_words_has_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("order", "ordeal"),
        ("bins", "bind"),
        ("road", "roof"),
        ("policy", "police"),
        ("parking", "park"),
        ("planter", "plant"),
        ("poster", "post"),
        ("county", "count"),
        ("party", "part"),
        ("news", "new"),
        ("gas", "ga"),
        ("axis", "axe"),
        ("file", "filling"),
        ("met", "meeting"),
        ("rat", "rating"),
        ("private", "privy"),
        ("statue", "status"),
        ("note", "noted"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Pay Panel", {"pay", "panel", "pay panel"}),
        ("Footpath 6 is blocked", {"fotpath", "block", "fotpath 6"}),
        ("FP6 is blocked", {"fotpath", "block", "fotpath 6"}),
        ("17/00061/F", {"17/00061/f"}),
        ("Cllr Moss’s note", {"clr", "mos", "note", "clr mos", "mos note"}),
        ("It was", set()),
    ],
)
def test_the_terms_of_a_text(text: str, words: set[str]) -> None:
    assert terms(text) == words


def test_words_left_out_make_no_pairs() -> None:
    assert terms("Finance and lamp policy", without=frozenset({"financ"})) == {"lamp", "policy", "lamp policy"}


@pytest.mark.parametrize(
    ("paragraph", "head"),
    [
        ("• Mill Lane – a price is awaited.", "Mill Lane"),
        ("Village sign: it has been painted.", "Village sign"),
        ("3.2 Photographs - three were still missing.", "Photographs"),
        ("3.2.1. Village sign: it has been painted.", "Village sign"),
        ("12/24 Mill Lane – a price is awaited.", "Mill Lane"),
        ("3.2 The letter was sent. It rained.", ""),
        ("b. Pay Panel. It had met.", "Pay Panel"),
        ("c. Complaints Policy - agreed", "Complaints Policy"),
        ("Bench at the pond. Mended on 18th May.", "Bench at the pond"),
        ("The letter was sent. It rained.", ""),
        ("This has been delivered to Cllr Moss.", ""),
        ("A very long opening of a sentence with many words here – and more", ""),
    ],
)
def test_the_head_of_a_paragraph(paragraph: str, head: str) -> None:
    assert head_of(paragraph) == head


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        ("It was agreed. The Clerk will write.", ["It was agreed.", "The Clerk will write."]),
        ("c. Policy agreed. See No. 6 above.", ["c. Policy agreed.", "See No. 6 above."]),
        ("Passed to the county, ref. 2207. It rained.", ["Passed to the county, ref. 2207.", "It rained."]),
        ("Cllr. Moss spoke; Members agreed", ["Cllr. Moss spoke;", "Members agreed"]),
        ("", []),
        ("i) The lamp works. ii) A hole was reported.", ["i) The lamp works.", "ii) A hole was reported."]),
    ],
)
def test_sentences(paragraph: str, parts: list[str]) -> None:
    assert list(sentences(paragraph)) == parts


def test_paragraphs_are_the_lines_that_hold_anything() -> None:
    assert paragraphs("One.\n\n  Two. \n") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("6.1.1 The lamp was out. 6.1.2 The Chair read a letter.", ["6.1.1 The lamp was out.", "6.1.2 The Chair read a letter."]),
        ("i. The list was read. ii. All was approved.", ["i. The list was read.", "ii. All was approved."]),
        ("The lamp cost £6.20. It was fitted.", ["The lamp cost £6.20. It was fitted."]),
        ("The rate rose to 4.25 Councillors were told.", ["The rate rose to 4.25 Councillors were told."]),
    ],
)
def test_matters_numbered_within_a_paragraph_are_paragraphs(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts


def test_rare_words_tell_more_than_common_ones_and_business_and_names_least() -> None:
    rarity = Rarity(frozenset({"clerk"}), frozenset({"head"}))
    for text in ("clerk lamp", "clerk lamp", "clerk bench", "clerk moss"):
        rarity.add_item(terms(text))
    rarity.add_name("Ada Moss")
    rarity.add_name("Head of Bench Repair")
    assert rarity("bench") > rarity("lamp") > rarity("mos") > rarity("clerk") >= 0.0
    assert rarity.total({"lamp", "bench"}) == pytest.approx(rarity("lamp") + rarity("bench"))


def test_a_name_is_learnt_from_a_person_or_initials_only() -> None:
    rarity = Rarity(frozenset(), frozenset())
    before = rarity("highway"), rarity("mos"), rarity("hl")
    for name in ("Highways", "Ada Moss", "HL"):
        rarity.add_name(name)
    after = rarity("highway"), rarity("mos"), rarity("hl")
    assert after[0] == before[0]
    assert after[1] < before[1] and after[2] < before[2]


@given(st.text(max_size=200))
def test_any_text_has_terms_and_every_pair_is_of_two_words(text: str) -> None:
    found = terms(text)
    assert single(found) <= found
    assert all(len(word.split(" ")) == 2 for word in found - single(found))


def test_neighbouring_words_name_one_thing() -> None:
    rarity = Rarity(frozenset(), frozenset())
    rarity.add_item(terms("The Clerk wrote."))
    club = rarity.things(terms("sports social club"))
    assert club < rarity.total(terms("sports social club")) / 2
    assert rarity.things(terms("lamp") | terms("weir")) == pytest.approx(2 * rarity.things(terms("lamp")))
    assert rarity.things(frozenset()) == 0.0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A letter of the Borough Council of Sandholme and East Fenny. It was read.", ["Borough", "Sandholme", "East", "Fenny"]),
        ("Fennyshire County Council had replied.", ["Fennyshire", "County"]),
        ("The council met at the Reading Room in Weir Lane.", []),
        ("Council agreed to mend the weir.", []),
    ],
)
def test_the_words_of_the_names_of_councils(text: str, names: list[str]) -> None:
    assert [word for word in bodies_in(text).split() if word not in ("and", "of", "The")] == names


@pytest.mark.parametrize(("one", "other"), [("defibrilator", "defibrillator"), ("accomodation", "accommodation"), ("repairs", "repaired")])
def test_slips_in_doubled_letters_and_endings_do_not_part_a_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        ("Telephone boxes: the company will paint them.", True),
        ("(b) Mill Green: the bench was mended.", True),
        ("The Clerk has asked that this be noted: it is late.", False),
        ("It was agreed: the bench will be mended.", False),
        ("The bench was mended.", False),
    ],
)
def test_a_sentence_with_a_head_opens_a_matter(sentence: str, opens: bool) -> None:
    assert opens_matter(sentence) == opens


@pytest.mark.parametrize(
    ("sentence", "is_head"),
    [
        ("3.2 Ferry timetable.", True),
        ("(b) Slide.", True),
        ("a. Chapel roof.", True),
        ("Slide.", False),  # a short sentence may be without a number
        ("3.2 Moss reported.", False),
        ("(b) It was wet.", False),
        ("3.2 The ferry ran aground.", False),
        ("3.2 Ferry timetable. It was late.", False),
    ],
)
def test_a_numbered_head_by_itself_is_no_sentence(sentence: str, is_head: bool) -> None:
    assert is_bare_head(sentence) == is_head
