"""Words that minutes use for one and the same thing, as the rules of the kinds concept and kind of know them."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner import rulebook
from minutes_miner.errors import RuleError
from minutes_miner.rulebook import Rule
from minutes_miner.track.concepts import CONCEPT, KIND_OF, concepts_of, mark_of
from minutes_miner.track.phrases import phrase_book
from minutes_miner.track.words import single, terms

CONCEPTS = phrase_book().concepts
RULES = rulebook.load().of_kinds(CONCEPT, KIND_OF)


def named(text: str) -> set[str]:
    """The things that ``text`` names."""
    marks = CONCEPTS.marks(terms(text))
    return {rule.value for rule in RULES if mark_of(rule.value) in marks}


@pytest.mark.parametrize(
    ("one", "other", "thing"),
    [
        ("The lamp at Nab End is out.", "A lighting column was hit by a lorry.", "street light"),
        ("Clerk to book the AED course.", "The defibrillator was shown to forty people.", "defibrillator"),
        ("Put the plan on the web page.", "It is online.", "website"),
        ("Clerk to obtain three quotations.", "Two tenders came.", "quotation"),
        ("The verge is to be mown.", "The grass cutting was late.", "grass cutting"),
        ("A right of way was claimed.", "Bridleways were walked.", "footpath"),
        ("Cllr Moss to ask about fly-tipping.", "Dumped tyres were found.", "fly tipping"),
        ("The vacancy was talked over.", "Mr Vane was co-opted.", "vacancy"),
        ("Governors to read KCSIE.", "The child protection policy was read.", "safeguarding"),
        ("The SID is broken.", "The vehicle activated sign was mended.", "speed sign"),
    ],
)
def test_two_names_of_one_thing(one: str, other: str, thing: str) -> None:
    assert thing in named(one) & named(other)
    assert not terms(one) & terms(other) & {"street", "sign"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The road was closed.", "The pothole was deep."),
        ("Lamp oil was bought.", "The roof was mended."),
        ("The policy was read.", "The police came."),
        ("Cars were parked on the verge.", "The park was locked."),
        ("The bank of the stream slipped.", "The bin was emptied."),
        ("Planters were bought.", "Oaks were planted."),
    ],
)
def test_two_things(one: str, other: str) -> None:
    assert not named(one) & named(other)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_thing_is_named_by_its_examples_alone(rule: Rule) -> None:
    assert [text for text in rule.match if rule.value not in named(text)] == []
    assert [text for text in rule.no_match if rule.value in named(text)] == []


def test_a_narrower_word_is_told_from_a_name() -> None:
    swings = CONCEPTS.meanings(terms("The swings were oiled."))[mark_of("play area")]
    both = CONCEPTS.meanings(terms("The swings of the playground were oiled."))[mark_of("play area")]
    assert (swings.narrow, both.narrow) == (True, False)
    assert both.stems == {"swing", "playground"}


def test_a_mark_is_one_word_however_many_the_things_name_has() -> None:
    assert single(CONCEPTS.marks(terms("A lamp and a kerb."))) == {mark_of("street light"), mark_of("kerb")}


def laid_over(tmp_path: Path, text: str) -> Path:
    """A folder of rules with one file."""
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def rule(kind: str, value: str, pattern: str) -> str:
    """One rule as YAML."""
    keys = f"id: ours.one, kind: {kind}, value: {value}, reason: A test., pattern: [{pattern}]"
    return f"rules:\n- {{{keys}, match: [A x.], no_match: [A y.]}}\n"


def test_a_council_may_add_its_own_name_for_a_thing(tmp_path: Path) -> None:
    ours = concepts_of(rulebook.load(laid_over(tmp_path, rule("concept", "street light", "glim|glims"))))
    assert mark_of("street light") in ours.marks(terms("Two glims were out."))
    assert mark_of("street light") in ours.marks(terms("Two lamps were out."))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (rule("concept", '""', "glim"), "name the thing"),
        (rule("kind of", "moonshine", "glim"), "name the thing"),
        (rule("concept", "grade", "grade ii"), "too little is left"),
        (rule("concept", "glim", "put up"), "too little is left"),
        (rule("concept", "glim", "glim * out"), "plain words"),
    ],
)
def test_what_cannot_be_found_is_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RuleError, match=f"ours.one.*{says}"):
        concepts_of(rulebook.load(laid_over(tmp_path, text)))
