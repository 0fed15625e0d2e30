"""The floor under the quality: compared, raised, never lowered."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

CI = Path(__file__).resolve().parents[1] / ".ci"
SPEC = importlib.util.spec_from_file_location("floor", CI / "floor.py")
assert SPEC and SPEC.loader
floor = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(floor)


@pytest.mark.parametrize(
    ("pinned", "measured", "lines"),
    [
        ({"extract": {"items": 0.9}}, {"extract": {"items": 0.9}}, []),
        ({"extract": {"items": 0.9}}, {"extract": {"items": 0.899}}, ["below the floor: extract items 0.899, floor 0.900"]),
        ({"extract": {"items": 0.9}}, {"extract": {"items": 0.95, "new": 0.1}}, []),
        ({"track": {"links": 0.5}}, {"track": {}}, ["below the floor: track links 0.000, floor 0.500"]),
    ],
)
def test_what_lies_under_the_floor_is_named(
    pinned: dict[str, dict[str, float]], measured: dict[str, dict[str, float]], lines: list[str]
) -> None:
    assert floor.shortfalls(pinned, measured) == lines


@pytest.mark.parametrize(("pinned", "measured", "raised"), [(0.8, 0.957, 0.94), (0.95, 0.957, 0.95), (0.95, 0.2, 0.95)])
def test_the_floor_rises_and_is_never_lowered(pinned: float, measured: float, raised: float) -> None:
    assert floor.raised({"extract": {"items": pinned}}, {"extract": {"items": measured}}) == {"extract": {"items": raised}}


def test_the_figures_of_an_evaluation_are_those_with_floors() -> None:
    series = [{"links": {"f1": links}, "overdue": {"f1": 1.0}, "status_accuracy": 0.5} for links in (0.4, 0.6)]
    measured = floor.figures({"macro_f1": 0.9, "kinds": {"items": {"f1": 0.8}}, "series": series})
    assert measured == {"extract": {"macro_f1": 0.9, "items": 0.8}, "track": {"links": 0.5, "overdue": 1.0, "status": 0.5}}


def test_without_labelled_documents_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floor, "GOLD", tmp_path)
    assert floor.main(pin=False) == 0
    assert capsys.readouterr().out.startswith("skipped:")


def test_the_pinned_floor_holds_shares_by_kind() -> None:
    pinned = json.loads((CI / "floor.json").read_text(encoding="utf-8"))
    assert set(pinned) == {"extract", "track"}
    assert all(0 < least < 1 for kinds in pinned.values() for least in kinds.values())
