"""What a person types into a search box, made into a full-text expression that cannot go wrong.

``bins recycling``  both words; ``"missed bins"``  that phrase; ``bins OR skips``  either; ``-brown``  without; ``recycl*``  beginnings.
Everything else - hyphens, apostrophes, brackets, AND, NEAR - is read as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_miner.errors import UsageError

# A phrase in quotes (the last may lack its closing one), or a run without blanks; a minus counts only at the start of either.
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))')
_TYPED_QUOTES = str.maketrans("“”„«»", '"""""')  # word processors and telephones put these in by themselves
_MOST_TERMS = 64  # far more than a person types, far fewer than the 256 levels to which SQLite nests an expression


@dataclass(frozen=True)
class Expression:
    """``wanted`` and ``unwanted`` are FTS5 expressions without column filters; empty where nothing was typed for them."""

    wanted: str
    unwanted: str


def parse_words(words: str) -> Expression:
    """The expression for what was typed. Raises UsageError for more terms than a search can hold."""
    groups: list[list[str]] = []
    unwanted: list[str] = []
    either = False
    for minus, term in _terms(words):
        if term in ("AND", "OR"):
            either = term == "OR" and bool(groups)
            continue
        quoted = _quoted(term)
        if not quoted:
            continue
        if minus:
            unwanted.append(quoted)
        elif either:
            groups[-1].append(quoted)
        else:
            groups.append([quoted])
        either = False
    if len(unwanted) + sum(map(len, groups)) > _MOST_TERMS:
        raise UsageError(f"a search takes at most {_MOST_TERMS} words and phrases: leave some out")
    return Expression(" AND ".join(_either(group) for group in groups), " OR ".join(unwanted))


def all_words(text: str) -> str:
    """The expression that asks for every word of ``text``, as plain words: for the speaker and committee filters."""
    return " AND ".join(filter(None, map(_quoted, _clean(text).replace('"', " ").replace("*", " ").split())))


def _terms(words: str) -> list[tuple[bool, str]]:
    """Each term with whether it is unwanted; a phrase keeps a quotation mark in front, so that "OR" in quotes is a word."""
    found = []
    for match in _TERM.finditer(_clean(words)):
        term = match["word"] if match["word"] is not None else f'"{match["phrase"]}'
        found.append((bool(match["minus"]), term))
    return found


def _quoted(term: str) -> str:
    """A term as an FTS5 string: quoted, so that nothing in it is taken for syntax; "" where it holds no letter or figure."""
    bare = term.replace('"', " ").replace("*", " ").strip()
    if not any(character.isalnum() for character in bare):
        return ""
    return f'"{bare}"*' if term.endswith("*") and not term.startswith('"') else f'"{bare}"'


def _either(group: list[str]) -> str:
    return group[0] if len(group) == 1 else f"({' OR '.join(group)})"


def _clean(text: str) -> str:
    """Without what SQLite cannot be handed: control characters and halves of surrogate pairs."""
    return "".join(character if character.isprintable() else " " for character in text.translate(_TYPED_QUOTES))
