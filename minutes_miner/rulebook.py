"""Reading and checking the rules: the only way in for them.

A rule file is YAML with two possible keys: ``rules`` (a list of rules) and ``lists`` (named lists of words and phrases that patterns
refer to as ``{name}``). It is read strictly: every scalar stays text, so that ``no``, ``10:30`` and item ``4.10`` mean what they say.
The pattern language is described in ``wording.py`` and, for officers, in ``docs/rules.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from minutes_miner.errors import RuleError
from minutes_miner.model import CONFIDENCE, HIGH
from minutes_miner.resources import folder
from minutes_miner.wording import expression

_KEYS = {"id", "kind", "reason", "pattern", "value", "where", "case", "confidence", "match", "no_match"}
_REQUIRED = ("id", "kind", "reason", "pattern", "match", "no_match")
_WHERE = ("anywhere", "sentence start", "block start", "block end", "whole sentence")
# Nothing can be wrong with a pattern of plain words: half of them.
_ONLY_WORDS = re.compile(r"[\w'-]+(?:[ |][\w'-]+)*")
_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it finds (``kind``, ``value``), by which patterns, why, and examples for and against."""

    id: str
    kind: str
    reason: str
    patterns: tuple[str, ...]
    value: str
    where: str
    exact_case: bool
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    file: str
    confidence: str = HIGH  # how sure a row is that it finds


@dataclass(frozen=True, eq=False)
class RuleBook:
    """All rules in force and the word lists that they share."""

    rules: tuple[Rule, ...]
    lists: Mapping[str, tuple[str, ...]]

    def of_kinds(self, *kinds: str) -> tuple[Rule, ...]:
        """The rules of these kinds, in the order of the files."""
        return tuple(rule for rule in self.rules if rule.kind in kinds)

    def words(self, name: str) -> tuple[str, ...]:
        """A word list by name; RuleError where there is none."""
        if name not in self.lists:
            raise RuleError(f"word list {name!r} is asked for but no rule file defines it: add it under 'lists:'")
        return self.lists[name]


def load(overlay: Path | None = None) -> RuleBook:
    """The shipped rules, with those of the folder ``overlay`` laid over them.

    In an overlay a rule with the id of a shipped rule takes its place, other rules are added, and a list adds its words to the
    shipped list of that name. Raises RuleError naming file, rule and mend.
    """
    return _load(overlay)


@lru_cache(maxsize=8)
def _load(overlay: Path | None) -> RuleBook:
    if overlay is None:
        return _checked(_read_folder(folder("rules")))
    if not overlay.is_dir():
        raise RuleError(f"{overlay} is no folder of rules: name a folder that holds .yaml files")
    return _checked(_laid_over(load(), _read_folder(overlay)))


def _read_folder(place: Path) -> RuleBook:
    files = sorted(place.glob("*.yaml"))
    if not files:
        raise RuleError(f"{place}: found no .yaml file, expected at least one with 'rules:' or 'lists:'")
    rules: list[Rule] = []
    lists: dict[str, tuple[str, ...]] = {}
    for file in files:
        data = _parse(file)
        for name, words in (data.get("lists") or {}).items():
            if name in lists:
                raise RuleError(f"{file.name}: the list {name!r} is defined twice: keep one")
            lists[name] = _texts(file.name, f"list {name}", words)
        rules += [_rule(file.name, number, entry) for number, entry in enumerate(data.get("rules") or [], 1)]
    _refuse_repeats(rules)
    return RuleBook(tuple(rules), lists)


def _parse(file: Path) -> dict[str, Any]:
    import yaml

    try:
        # The base loaders make plain text only; the one in C is ten times as fast, where PyYAML was built with it.
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        raise RuleError(f"{file.name}: is not valid YAML ({str(error).splitlines()[0]}): mend the line it names") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{file.name}: is not UTF-8 text: save it as UTF-8") from error
    if not isinstance(data, dict) or not data or set(data) - {"rules", "lists"}:
        found = ", ".join(map(str, data)) if isinstance(data, dict) and data else "nothing of the kind"
        raise RuleError(f"{file.name}: expected the keys 'rules' and 'lists', found {found}")
    return data


def _rule(file: str, number: int, entry: Any) -> Rule:
    if not isinstance(entry, dict):
        raise RuleError(f"{file}: rule {number} is no mapping: begin it with '- id: ...'")
    name = f"{file}: rule {entry.get('id', number)}"
    unknown = set(entry) - _KEYS
    if unknown:
        raise RuleError(f"{name}: unknown key {', '.join(sorted(unknown))}: known are {', '.join(sorted(_KEYS))}")
    missing = [key for key in _REQUIRED if not entry.get(key)]
    if missing:
        raise RuleError(f"{name}: {', '.join(missing)} is missing or empty: every rule has {', '.join(_REQUIRED)}")
    if not _ID.fullmatch(entry["id"]):
        raise RuleError(f"{name}: the id may hold small letters, figures, dots and hyphens only")
    where = entry.get("where", "anywhere")
    if where not in _WHERE:
        raise RuleError(f"{name}: where is {where!r}: it may be {', '.join(_WHERE)}")
    if entry.get("case", "any") not in ("any", "exact"):
        raise RuleError(f"{name}: case is {entry['case']!r}: it may be any or exact")
    if entry.get("confidence", HIGH) not in CONFIDENCE:
        raise RuleError(f"{name}: confidence is {entry['confidence']!r}: it may be {', '.join(CONFIDENCE)}")
    return Rule(
        id=entry["id"],
        kind=entry["kind"],
        reason=entry["reason"],
        patterns=_texts(file, f"{name}, pattern", entry["pattern"]),
        value=entry.get("value", ""),
        where=where,
        exact_case=entry.get("case") == "exact",
        match=_texts(file, f"{name}, match", entry["match"]),
        no_match=_texts(file, f"{name}, no_match", entry["no_match"]),
        file=file,
        confidence=entry.get("confidence", HIGH),
    )


def _texts(file: str, what: str, value: Any) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(v, str) and v.strip() for v in values):
        raise RuleError(f"{file}: {what} must be a text or a list of texts, none of them empty")
    return tuple(" ".join(v.split()) for v in values)


def _refuse_repeats(rules: Iterable[Rule]) -> None:
    seen: dict[str, str] = {}
    patterns: dict[tuple[str, str, str, str], str] = {}
    for rule in rules:
        if rule.id in seen:
            raise RuleError(f"{rule.file}: rule {rule.id}: the id stands in {seen[rule.id]} too: give one another id")
        seen[rule.id] = rule.file
        for pattern in rule.patterns:
            key = (rule.kind, rule.value, rule.where, pattern)
            if key in patterns:
                raise RuleError(f"{rule.file}: rule {rule.id}: its pattern {pattern!r} is also that of {patterns[key]}: keep one")
            patterns[key] = rule.id


def _laid_over(shipped: RuleBook, over: RuleBook) -> RuleBook:
    replaced = {rule.id for rule in over.rules}
    kinds = {rule.kind for rule in shipped.rules}
    for rule in over.rules:
        if rule.kind not in kinds:
            raise RuleError(
                f"{rule.file}: rule {rule.id}: nothing reads rules of kind {rule.kind!r}: known kinds are {', '.join(sorted(kinds))}"
            )
    lists = dict(shipped.lists)
    for name, words in over.lists.items():
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *words)))
    return RuleBook((*(r for r in shipped.rules if r.id not in replaced), *over.rules), lists)


def _checked(book: RuleBook) -> RuleBook:
    """The book, once every pattern is well formed with the lists that it names; compiling waits until a pattern is used."""
    for rule in book.rules:
        for pattern in rule.patterns:
            if _ONLY_WORDS.fullmatch(pattern):
                continue
            try:
                expression(pattern, book.lists, small=True)
            except RuleError as error:
                raise RuleError(f"{rule.file}: rule {rule.id}: {error}") from error
    return book


def overlay_path(rules: str | Path | None) -> Path | None:
    """A folder named in a setting as the path that ``load`` takes; nothing or an empty text is no overlay."""
    return Path(rules).resolve() if rules else None
