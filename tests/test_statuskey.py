"""The council's own key: read from its profile, its gaps filled, what is wrong named."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.errors import ProfileError
from minutes_miner.export.schema import tracked_schema
from minutes_miner.mentions import load_profile
from minutes_miner.statuskey import Shown, status_key

PROFILE = (Path(__file__).parents[1] / "pipelines" / "default.cfg").read_text(encoding="utf-8").partition("# The council's own key")[0]


def profile(folder: Path, *lines: str) -> str:
    """A profile with a key of its own."""
    path = folder / "marling.cfg"
    path.write_text("\n".join([PROFILE, "[status_key]", *lines]), encoding="utf-8")
    return str(path)


def test_the_shipped_key_has_a_word_and_a_colour_for_every_state() -> None:
    assert set(status_key().states) == set(tracked_schema()["properties"]["state"]["enum"])
    assert status_key().choices == {"Complete": "completed", "Open": "open", "Dropped": "dropped"}


def test_a_profile_gives_its_own_words_and_leaves_the_rest(tmp_path: Path) -> None:
    name = profile(tmp_path, 'completed = ["Delivered","green"]', 'awaiting_minutes = ["Minutes awaited","blue"]')
    key = status_key(name)
    assert (key.of("completed"), key.of("awaiting minutes")) == (Shown("Delivered", "green"), Shown("Minutes awaited", "blue"))
    assert key.of("overdue") == status_key().of("overdue")
    assert load_profile(name).pipe_names == ["sentences", "names", "rules"]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        *(("Delivered", "completed"), ("delivered ", "completed"), ("completed", "completed"), ("Open", "open"), ("", None)),
        *(("Complete", "completed"), ("Done", "completed"), ("not done", "open"), ("in progress", "open"), ("Withdrawn", "dropped")),
        ("closed", None),
    ],
)
def test_what_an_officers_word_means(tmp_path: Path, word: str, meaning: str | None) -> None:
    assert status_key(profile(tmp_path, 'completed = ["Delivered","green"]')).meaning(word) == meaning


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('finished = ["Done","green"]', "finished"),
        ('open = ["Open","puce"]', "colour"),
        ('open = ["Open, still","green"]', "comma"),
        ('open = "Open"', r"\[status_key\] open"),
        ("open = Open", r"\[status_key\] open"),
        ('open = ["Dropped","green"]', "one word"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(ProfileError, match=rf"marling\.cfg.*{named}"):
        status_key(profile(tmp_path, line))


def test_a_profile_that_is_not_there() -> None:
    with pytest.raises(ProfileError, match="owls"):
        status_key("owls")
