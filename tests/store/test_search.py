"""Finding what was said, asked, resolved and undertaken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from minutes_miner.errors import UsageError
from minutes_miner.model import Speaker
from minutes_miner.store import Hit, SearchQuery, Store
from tests import factories as make


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    cabinet = make.meeting(
        "cabinet.pdf",
        day=date(2023, 6, 7),
        committee="Cabinet",
        items=(
            make.full_item(
                "3",
                "Café licences",
                text="The recycling of glass was discussed at length.\nRESOLVED: (1) That the licences be granted",
                speakers=(Speaker("Tomas Reyne", ("the Head of Licensing",)),),
                contributions=(make.contribution("Tomas Reyne", "He said that the bins by the café were the well-being team's own."),),
                questions=(),
                resolutions=(make.resolution("That the licences be granted", moved_by="Councillor Ned Ashby"),),
                actions=(),
            ),
        ),
    )
    undated = make.meeting(
        "parish.docx", day=None, organisation="Ashcombe Parish Council", committee=None, items=(make.item(None, "Bins"),)
    )
    with Store(tmp_path_factory.mktemp("store") / "minutes.db") as opened:
        opened.save([make.meeting(), cabinet, undated])
        yield opened


def _found(store: Store, words: str = "", **narrow: Any) -> list[Hit]:
    return store.search(SearchQuery(words, **narrow))


def test_an_action_is_found_by_its_items_title_behind_those_that_have_the_words(store: Store) -> None:
    assert [hit.text for hit in _found(store, "waste strategy", kind="action")] == ["write to the contractor about missed bins"]
    assert _found(store, "waste strategy", kind="action", committee="cabinet") == []
    assert _found(store, "waste -strategy", kind="action") == []


def test_words_that_stand_in_one_passage_within_another_are_shown_once(tmp_path: Path) -> None:
    told = "The Clerk would ask about the kerb."
    item = make.full_item(
        "3",
        "Roads",
        text=f"Mr Elm was there. {told} It was late by then.",
        contributions=(make.contribution("Tomas Reyne", f"Mr Elm was there. {told}"),),
        questions=(),
        resolutions=(),
        actions=(make.action(told),),
    )
    with Store(tmp_path / "minutes.db") as opened:
        opened.save([make.meeting(items=(item,))])
        assert [hit.kind for hit in opened.search(SearchQuery("kerb"))] == ["action"]
        assert [hit.kind for hit in opened.search(SearchQuery("kerb", kind="said"))] == ["said"]


def test_a_hit_says_what_it_is_and_where_it_stands(store: Store) -> None:
    (hit,) = _found(store, "contractor")
    assert (hit.kind, hit.date, hit.committee, hit.organisation) == ("action", make.SPRING, make.COMMITTEE, make.ORGANISATION)
    assert (hit.item, hit.speaker, hit.source, hit.page) == ("14 Waste Strategy", "Tomas Reyne", "harrowmere/2024-03-12.html", 2)
    assert hit.snippet == "write to the «contractor» about missed bins"
    assert hit.score > 0


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("emptied", {"question"}),
        ("granted", {"resolution"}),
        ("well-being", {"said"}),
        ("cafe", {"item", "said", "text"}),
        ("CAFÉ licence", {"item"}),
        ("recycled glass", {"text"}),
        ('"bins by the"', {"said"}),
        ("glass OR contractor", {"text", "action"}),
        ("licences -granted", {"item"}),
        ("contract*", {"action"}),
        ("nowhere", set()),
    ],
)
def test_words_are_found_in_every_kind_of_passage(store: Store, words: str, kinds: set[str]) -> None:
    assert {hit.kind for hit in _found(store, words)} == kinds


@pytest.mark.parametrize(
    ("narrow", "sources"),
    [
        ({}, {"harrowmere/2024-03-12.html", "cabinet.pdf", "parish.docx"}),
        ({"committee": "cabinet"}, {"cabinet.pdf"}),
        ({"committee": "Harrowmere scrutiny"}, {"harrowmere/2024-03-12.html"}),
        ({"committee": "Ashcombe"}, {"parish.docx"}),
        ({"speaker": "reyne"}, {"harrowmere/2024-03-12.html", "cabinet.pdf"}),
        ({"speaker": "head of licensing"}, {"cabinet.pdf"}),
        ({"kind": "item"}, {"parish.docx"}),
        ({"since": date(2024, 3, 12)}, {"harrowmere/2024-03-12.html"}),
        ({"until": date(2024, 3, 11)}, {"cabinet.pdf"}),
        ({"since": date(2023, 6, 7), "until": date(2023, 6, 7)}, {"cabinet.pdf"}),
    ],
)
def test_a_search_is_narrowed(store: Store, narrow: dict[str, Any], sources: set[str]) -> None:
    assert {hit.source for hit in _found(store, "bins", **narrow)} == sources


def test_without_words_a_speakers_passages_come_latest_first(store: Store) -> None:
    hits = _found(store, speaker="Tomas Reyne")
    assert [(hit.date, hit.kind) for hit in hits] == [(date(2024, 3, 12), "action"), (date(2023, 6, 7), "said")]
    assert hits[0].snippet == hits[0].text


def test_a_speaker_can_be_searched_without_a_word(store: Store) -> None:
    assert [hit.kind for hit in _found(store, "-contractor", speaker="Reyne")] == ["said"]


def test_the_record_is_not_found_twice(store: Store) -> None:
    """A sentence that is somebody's words is found as theirs, not again as part of the item's record."""
    assert [hit.kind for hit in _found(store, "twice")] == ["said"]
    assert [hit.kind for hit in _found(store, '"be granted"')] == ["resolution"]


def test_hits_are_limited_and_the_best_comes_first(store: Store) -> None:
    hits = _found(store, "bins", limit=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].text == "Bins"


@pytest.mark.parametrize(
    "query", [SearchQuery(""), SearchQuery("-bins"), SearchQuery("&"), SearchQuery("bins", kind="speech"), SearchQuery("bins", limit=0)]
)
def test_a_search_for_nothing_is_refused_with_the_mend(store: Store, query: SearchQuery) -> None:
    with pytest.raises(UsageError, match=r"give|choose"):
        store.search(query)


def test_what_was_read_anew_is_found_and_what_it_said_before_is_not(tmp_path: Path) -> None:
    with Store(tmp_path / "m.db") as opened:
        opened.save([make.meeting(items=(make.item("1", "Hedgehogs"),))])
        opened.save([make.meeting(items=(make.item("1", "Badgers"),))])
        assert [len(_found(opened, word)) for word in ("hedgehogs", "badgers")] == [0, 1]
