"""Profiles are spaCy config files, and the components work in anybody's pipeline."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from minutes_miner.errors import ProfileError
from minutes_miner.mentions import find_mentions, load_profile, profiles
from minutes_miner.mentions.places import SPANS
from tests.papers import paper, wrong

# The words of everything a pipeline found, by label: {"name": ["Councillor Ash"], ...}.
Found = dict[str, list[str]]

TEXT = "Councillor Ash asked if the gate was safe. RESOLVED: That the report be noted."


def found(nlp: Language, text: str = TEXT) -> Found:
    """What ``nlp`` finds in ``text``."""
    doc = nlp(text)
    by_label: Found = {}
    for span in doc.spans[SPANS]:
        by_label.setdefault(span.label_, []).append(span.text)
    return by_label


@pytest.mark.parametrize("name", sorted(profiles()))
def test_a_shipped_profile_is_a_config_that_spacy_loads(name: str) -> None:
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(profiles()[name]), auto_fill=True)
    assert {"name", "speech", "question", "resolution"} <= set(found(nlp))


@pytest.mark.parametrize("name", sorted(profiles()))
def test_a_shipped_profile_says_in_its_first_line_what_it_is_for(name: str) -> None:
    assert profiles()[name].read_text(encoding="utf-8").startswith("# ")


def test_the_components_work_in_a_foreign_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("minutes_names")
    nlp.add_pipe("minutes_rules", config={"kinds": ["question"]})
    assert found(nlp)["name"] == ["Councillor Ash"]
    assert set(found(nlp)) == {"name", "question"}


def test_a_name_that_foreign_sentences_cut_in_two_is_seen_behind_the_cut() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("minutes_names")
    nlp.add_pipe("minutes_rules", config={"kinds": ["action"]})
    assert found(nlp, "Cllr. Ash to write.") == {"name": ["Cllr. Ash"], "action": ["Ash to write"]}


def test_names_alone_need_no_sentences() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes_names")
    assert found(nlp) == {"name": ["Councillor Ash"]}


def test_our_sentences_serve_other_components() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("minutes_sentences")
    doc = nlp("See Minute No. 304 of May. It was noted.")
    assert [sent.text for sent in doc.sents] == ["See Minute No. 304 of May.", "It was noted."]


def test_a_profile_may_be_a_file_of_ones_own(tmp_path: Path) -> None:
    mine = tmp_path / "mine.cfg"
    mine.write_text(profiles()["default"].read_text(encoding="utf-8").replace('"question",', ""), encoding="utf-8")
    assert "question" not in found(load_profile(str(mine)))


def test_an_unknown_profile_is_refused_by_name_with_those_known() -> None:
    with pytest.raises(ProfileError, match=r"'owls', expected one of .*default"):
        load_profile("owls")


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        pytest.param("minutes_owls", "minutes_names", id="unknown component"),
        pytest.param("[nlp", "[nlp]", id="broken section"),
        pytest.param("colours", "kinds", id="unknown setting"),
        pytest.param('lang = "owl"', 'lang = "en"', id="unknown language", marks=wrong("load_profile lets spaCy's ImportError through")),
    ],
)
def test_a_broken_profile_is_refused(tmp_path: Path, broken: str, right: str) -> None:
    mine = tmp_path / "mine.cfg"
    mine.write_text(profiles()["default"].read_text(encoding="utf-8").replace(right, broken), encoding="utf-8")
    with pytest.raises(ProfileError, match=r"mine\.cfg cannot be loaded"):
        load_profile(str(mine))


def test_rules_laid_over_the_shipped_ones_are_in_force(tmp_path: Path) -> None:
    rule = "- {id: question.owl, kind: question, reason: A test., pattern: hooted, match: [It hooted.], no_match: [It flew.]}"
    (tmp_path / "owls.yaml").write_text(f"rules:\n{rule}\n", encoding="utf-8")
    assert found(load_profile("default", tmp_path), "The owl hooted.")["question"] == ["hooted"]


def test_mentions_stand_in_order_with_offsets_into_the_document() -> None:
    document = paper("1. Gate", TEXT, ["Item", "Councillor Ash asked why"])
    mentions = find_mentions(document, load_profile())
    places = [(m.start, m.end) for m in mentions]
    assert places == sorted(places)
    asked = next(m for m in mentions if m.kind == "question")
    assert document.slice(asked.start, asked.end).startswith("asked if")
    rows = [b for b in document.blocks if b.kind == "table_row"]
    assert not any(row.start <= m.start < row.end for row in rows for m in mentions)


def test_names_of_the_attendance_list_are_known() -> None:
    document = paper("KC asked why.")
    names = [document.slice(m.start, m.end) for m in find_mentions(document, load_profile(), known_names=("KC",)) if m.kind == "name"]
    assert "KC" in names


def test_a_long_run_of_brackets_takes_no_long_time() -> None:
    document = paper("(" * 20_000 + " The Chair asked if it was so.")
    begun = time.perf_counter()
    mentions = find_mentions(document, load_profile())
    assert any(m.kind == "question" for m in mentions)
    assert time.perf_counter() - begun < 5
