"""What each rule did on documents."""

from __future__ import annotations

from typing import Any

from minutes_miner.evaluate import RuleUse, Sight, rule_uses, score_document
from minutes_miner.rulebook import Rule
from tests.evaluate.labelled import action, item, record

TASK = "Clerk to write to the owner"


def rule(name: str, kind: str = "action") -> Rule:
    """A rule by its id."""
    return Rule(name, kind, "A test.", ("owl",), "mark", "anywhere", False, ("x",), ("y",), "owls.yaml")


def found(rule: str, text: str = TASK) -> dict[str, Any]:
    """An action found by a rule."""
    return action(text) | {"evidence": {"rule": rule, "quote": text}}


def uses(rules: list[Rule], sights: list[Sight], scores: Any = ()) -> dict[str, RuleUse]:
    """The report by rule."""
    return {use.rule: use for use in rule_uses(rules, sights, scores)}


def test_matches_rows_documents_and_bodies_are_counted() -> None:
    sights = [Sight(body, {"a.one": 2}, record(item(actions=[found("a.one")]))) for body in ("Ash Council", "ASH COUNCIL", "Bell Council")]
    use = uses([rule("a.one")], sights)["a.one"]
    assert (use.matches, use.rows, use.documents, use.organisations, use.flag) == (6, 3, 3, 2, "")
    assert (use.kind, use.file, use.precision) == ("action", "owls.yaml", None)


def test_a_rule_in_code_is_known_by_its_rows() -> None:
    use = uses([], [Sight("Ash Council", {}, record(item(actions=[found("action.column")])))])["action.column"]
    assert (use.kind, use.file, use.rows) == ("action", "code", 1)


def test_rows_are_judged_by_labels() -> None:
    rows = [found("a.one"), found("a.two", "The list was read"), found("a.two", "The roof was seen"), found("a.two", "A dog was met")]
    record_ = record(item(actions=rows))
    score = score_document(record(item(actions=[action(TASK)])), record_)
    report = uses([rule("a.one"), rule("a.two")], [Sight("Ash Council", {}, record_)], [score])
    assert (report["a.one"].right, report["a.one"].judged, report["a.one"].flag) == (1, 1, "")
    assert (report["a.two"].right, report["a.two"].judged, report["a.two"].flag) == (0, 3, "often wrong")


def test_one_bodys_rule_is_flagged_where_several_were_read() -> None:
    sights = [Sight("Ash Council", {"a.one": 3, "a.two": 1}, record())] + [Sight(body, {"a.two": 1}, record()) for body in ("B", "C")]
    assert {name: use.flag for name, use in uses([rule("a.one"), rule("a.two")], sights).items()} == {"a.one": "one body only", "a.two": ""}
    assert uses([rule("a.one")], sights[:2])["a.one"].flag == ""


def test_what_never_fired_is_told_of_kinds_that_fire_in_documents() -> None:
    report = uses([rule("a.one"), rule("a.two"), rule("t.one", "resolution-type")], [Sight("Ash Council", {"a.one": 1}, record())])
    assert {name: use.flag for name, use in report.items()} == {"a.two": "never fired", "a.one": ""}


def test_what_is_suspicious_stands_first() -> None:
    sights = [Sight("A", {"a.one": 9, "a.often": 3}, record()), *(Sight(body, {"a.often": 1}, record()) for body in "BC")]
    assert list(uses([rule("a.never"), rule("a.often"), rule("a.one")], sights)) == ["a.one", "a.never", "a.often"]
