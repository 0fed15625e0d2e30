"""Rules are read strictly: what is wrong is refused, naming file, rule and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner import rulebook
from minutes_miner.errors import RuleError

RULE = """\
- id: {id}
  kind: speech
  value: say
  reason: A test.
  pattern: {pattern}
  match: [The owl {word}.]
  no_match: [The owl slept.]
"""


def rule(id: str = "owl.hooted", pattern: str = '"hooted"', *more: str) -> str:
    """One rule as YAML, with further lines."""
    return RULE.format(id=id, pattern=pattern, word="hooted") + "".join(f"  {line}\n" for line in more)


def folder(tmp_path: Path, **files: str) -> Path:
    """A folder of rules in which each file holds the text given."""
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


WRONG = [
    ("an unknown key", "rules:\n" + rule("owl.hooted", '"hooted"', "matches: [x]"), ["owl.hooted", "unknown key matches", "known are"]),
    ("an empty list of examples", "rules:\n" + rule().replace("[The owl slept.]", "[]"), ["owl.hooted", "no_match is missing or empty"]),
    ("an empty word list", "lists:\n  owls: []\nrules:\n" + rule(), ["list owls", "none of them empty"]),
    ("an empty entry", "lists:\n  owls: [barn, ' ']\nrules:\n" + rule(), ["list owls", "none of them empty"]),
    ("a repeated id", "rules:\n" + rule() + rule("owl.hooted", '"screeched"'), ["owl.hooted", "id stands in", "another id"]),
    (
        "a repeated pattern",
        "rules:\n" + rule() + rule("owl.called"),
        ["rule owl.called", "'hooted'", "also that of owl.hooted", "keep one"],
    ),
    (
        "a confidence that is none",
        "rules:\n" + rule().replace("  reason:", "  confidence: certain\n  reason:"),
        ["owl.hooted", "confidence is 'certain'", "high, medium, low"],
    ),
    ("a missing reason", "rules:\n" + rule().replace("  reason: A test.\n", ""), ["owl.hooted", "reason is missing"]),
    ("a missing id", "rules:\n" + rule().replace("- id: owl.hooted\n  kind", "- kind"), ["rule 1", "id is missing"]),
    ("an id with spaces", "rules:\n" + rule("an owl"), ["rule an owl", "small letters"]),
    ("an unknown place", "rules:\n" + rule("owl.hooted", '"hooted"', "where: nowhere"), ["owl.hooted", "'nowhere'", "sentence start"]),
    ("an unknown case", "rules:\n" + rule("owl.hooted", '"hooted"', "case: upper"), ["owl.hooted", "'upper'", "any or exact"]),
    ("a list that does not exist", "rules:\n" + rule("owl.hooted", '"{owls} hooted"'), ["owl.hooted", "no word list 'owls'", "add it"]),
    ("a pattern of options only", "rules:\n" + rule("owl.hooted", '"hooted?"'), ["owl.hooted", "no word that must be there"]),
    ("a star at the end", "rules:\n" + rule("owl.hooted", '"hooted *"'), ["owl.hooted", "between two words"]),
    ("a rule that is no mapping", "rules:\n- hooted\n", ["rule 1", "no mapping"]),
    ("an unknown section", "rule:\n" + rule(), ["expected the keys 'rules' and 'lists'", "found rule"]),
    ("a file that is a list", "- hooted\n", ["expected the keys 'rules' and 'lists'"]),
    ("an empty file", "", ["expected the keys 'rules' and 'lists'"]),
    ("bad YAML", "rules: [\n", ["not valid YAML", "mend the line"]),
]


@pytest.mark.parametrize(("text", "says"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_refused_by_file_rule_and_mend(tmp_path: Path, text: str, says: list[str]) -> None:
    with pytest.raises(RuleError) as caught:
        rulebook.load(folder(tmp_path, owls=text))
    message = str(caught.value)
    assert "owls.yaml" in message
    assert [words for words in says if words not in message] == [], message


def test_bytes_that_are_no_utf8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "owls.yaml").write_bytes(b"rules:\n- id: caf\xe9\n")
    with pytest.raises(RuleError, match=r"owls\.yaml: is not UTF-8"):
        rulebook.load(tmp_path)


def test_a_list_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"b\.yaml: the list 'owls' is defined twice"):
        rulebook.load(folder(tmp_path, a="lists:\n  owls: [barn]\n", b="lists:\n  owls: [tawny]\n"))


@pytest.mark.parametrize(("make", "says"), [(False, "is no folder of rules"), (True, "found no .yaml file")])
def test_a_folder_without_rules_is_refused(tmp_path: Path, make: bool, says: str) -> None:
    place = tmp_path / "mine"
    if make:
        place.mkdir()
    with pytest.raises(RuleError, match=says):
        rulebook.load(place)


@pytest.mark.parametrize("word", ["no", "yes", "on", "null", "~", "10:30", "4.10", "1_000", "0x1F", "2030-06-05", "1e3"])
def test_plain_scalars_stay_the_text_that_was_written(tmp_path: Path, word: str) -> None:
    book = rulebook.load(folder(tmp_path, owls=f"lists:\n  owls: [{word}]\nrules:\n{rule()}"))
    assert book.words("owls") == (word,)


def test_an_overlay_replaces_rules_by_id_and_adds_rules_and_words(tmp_path: Path) -> None:
    shipped = rulebook.load()
    replaced = shipped.rules[0].id
    added = rule(replaced) + rule("owl.screeched", '"screeched"')
    text = "lists:\n  months: [Yule]\n  owls: [barn]\nrules:\n" + added
    book = rulebook.load(folder(tmp_path, owls=text))
    by_id = {each.id: each for each in book.rules}
    assert len(by_id) == len(book.rules) == len(shipped.rules) + 1
    assert by_id[replaced].patterns == ("hooted",) and by_id[replaced].file == "owls.yaml"
    assert by_id["owl.screeched"].patterns == ("screeched",)
    assert book.words("owls") == ("barn",)
    assert book.words("months") == (*shipped.words("months"), "Yule")


def test_an_overlay_may_use_shipped_lists(tmp_path: Path) -> None:
    book = rulebook.load(folder(tmp_path, owls="rules:\n" + rule("owl.hooted", '"hooted in {months}"')))
    assert "owl.hooted" in {each.id for each in book.rules}


def test_an_overlay_leaves_the_shipped_rules_as_they_were(tmp_path: Path) -> None:
    before = rulebook.load()
    rulebook.load(folder(tmp_path, owls="rules:\n" + rule(before.rules[0].id)))
    assert rulebook.load().rules == before.rules


def test_an_unknown_word_list_is_named_with_its_mend() -> None:
    with pytest.raises(RuleError, match="'owls' is asked for but no rule file defines it"):
        rulebook.load().words("owls")


def test_rules_are_given_by_kind_in_the_order_of_the_files() -> None:
    book = rulebook.load()
    chosen = book.of_kinds("question", "speech")
    assert chosen and {each.kind for each in chosen} == {"question", "speech"}
    assert [each for each in book.rules if each in chosen] == list(chosen)
