"""The small pattern language of ``rules/``, compiled to regular expressions.

======== ======================================================================================
``word``     that word, in any case; ' and ’ are one, as are the hyphens
``a|b``      either; an alternative may be a ``{list}``
``word?``    that word or nothing (also ``a|b?`` and ``{list}?``)
``*``        up to five words of any kind; ``*3`` up to three
``{list}``   any entry of the word list of that name; an entry may be a phrase of several words
``{word}``   any one word in small letters, so that ``{who} to {word}`` takes every verb
``{who}``    a person, office, group or pronoun that the text carries as a run of NAME_MARK, with what stands in apposition to it
``{body}``   of these a body named by its capitals: "the Audit Committee", "Full Council"
``:``        a mark of punctuation by itself (or stuck to a word: ``action:``) stands for itself
======== ======================================================================================

Words are whole words: "done" is not found in "re-done" or "undone", nor "Clerk" in "Clerk's". Between two words
there may be white space, a comma, colon, dash, quotation mark or bracket, but no end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from minutes_miner.errors import RuleError

# "*" spans a short insertion ("has *now since been* completed"); more than five words is another clause as a rule.
WILDCARD_WORDS = 5
# Twelve words is the longest wildcard anybody can mean within one clause; beyond it a pattern matches by accident.
WILDCARD_LIMIT = 12

# Every repetition is bounded or possessive, so that matching takes time linear in the text.
_GAP = r"""(?:[-,:"”’)\]]{0,3}+\s++(?:[-–—:]{1,2}+\s++)?["“‘(\[]{0,2}+|\s?[–—/]\s?)"""
_ANY_WORD = r"(?>[§¤]++|(?i:nos?|mrs?|ms|dr|cllrs?|st)\.(?=\s)|[(“‘\"]?[£€$]?\w+(?:[-'’./,&]\w+)*+(?:%|['’])?+)"
_OPEN, _CLOSE = r"(?<!\w)(?<!\w[-'’])", r"(?!\w|[-'’]\w)"
_WILDCARD = re.compile(r"\*(\d*)")
#: Written over every character of a name by the stage that found it, so that ``{who}`` finds names of any wording.
NAME_MARK = "§"
#: The same for the names of bodies, which ``{body}`` tells from people and offices.
BODY_MARK = "¤"
# A name, perhaps a bracket ("(Vice-Chair)") and an apposition between commas (", Head of Audit,").
_WHO = rf"[{NAME_MARK}{BODY_MARK}]++(?:\s\([^()]{{1,80}}\))?(?:,\s[^.;:]{{2,110}}?,(?=\s))?"
_BODY = rf"{BODY_MARK}++(?:\s\([^()]{{1,80}}\))?"
_BUILT_IN = {"{who}": _WHO, "{body}": _BODY, "{word}": r"(?<!\w)(?-i:[a-z])[a-z'’-]*+"}
_LIST = re.compile(r"\{([\w-]+)\}")


@cache
def compiled(expression: str, *, exact_case: bool = False) -> re.Pattern[str]:
    """``expression`` compiled, once per process: compiling takes longer than most searches."""
    return re.compile(expression, 0 if exact_case else re.IGNORECASE)


def compile_pattern(pattern: str, lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """``pattern`` as a regular expression to ``search`` a sentence with; ``lists`` and errors as for ``expression``."""
    return compiled(expression(pattern, lists))


def small_letters(text: str) -> str:
    """``text`` in small letters, character for character (some capitals have two in small letters: they stay)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def expression(pattern: str, lists: Mapping[str, Sequence[str]], *, small: bool = False) -> str:
    """The source of ``pattern``'s regular expression; with ``small`` its words are in small letters, for text in small letters.

    Such an expression compiles and runs in half the time that one takes that ignores case.

    ``lists`` are the word lists that ``{name}`` may call on. Raises RuleError, naming the pattern and the mend, for a pattern
    that is empty, calls an unknown or empty list, or could match nothing at all.
    """
    words = pattern.split()
    fixed = [i for i, word in enumerate(words) if not is_optional(word) and not word.startswith("*")]
    if not fixed:
        raise RuleError(f"pattern {pattern!r} has no word that must be there: give it at least one without '?' or '*'")
    first, last = fixed[0], fixed[-1]
    parts: list[str] = []
    for i, word in enumerate(words):
        if word.startswith("*"):
            if not first < i < last:
                raise RuleError(f"pattern {pattern!r}: '*' must stand between two words; leave it out at either end")
            parts.append(f"(?:{_GAP}{_ANY_WORD}){{0,{_wildcard(word, pattern)}}}?")
        else:
            parts.append(_with_gap(words, i, first, _token(word.removesuffix("?") or word, pattern, lists, small)))
    return "".join(parts)


def _with_gap(words: Sequence[str], i: int, first: int, token: str) -> str:
    """``token`` with the space that divides it from its neighbour: before the first fixed word it follows the token, else precedes it."""
    neighbour = words[i + 1] if i < first else words[i - 1]
    gap = r"\s*+" if _is_mark(neighbour[-1 if i >= first else 0]) or _is_mark(words[i][0]) else _GAP
    if i < first:
        return f"(?:{token}{gap})?"
    if i == first:
        return token
    return f"(?:{gap}{token})" + ("?" if is_optional(words[i]) else "")


def is_optional(word: str) -> bool:
    """Whether a word of a pattern may be missing: ``word?``."""
    return len(word) > 1 and word.endswith("?")


def _is_mark(character: str) -> bool:
    return character in ":;.,()-–—!"


def _wildcard(word: str, pattern: str) -> int:
    match = _WILDCARD.fullmatch(word)
    if not match:
        raise RuleError(f"pattern {pattern!r}: {word!r} is no wildcard; write '*' or '*' with a number")
    count = int(match[1] or WILDCARD_WORDS)
    if not 1 <= count <= WILDCARD_LIMIT:
        raise RuleError(f"pattern {pattern!r}: {word!r} must span 1 to {WILDCARD_LIMIT} words")
    return count


def _token(word: str, pattern: str, lists: Mapping[str, Sequence[str]], small: bool) -> str:
    entries: list[str] = []
    built_in = [_BUILT_IN[choice] for choice in word.split("|") if choice in _BUILT_IN]
    for choice in word.split("|"):
        if choice in _BUILT_IN:
            continue
        named = _LIST.fullmatch(choice)
        if named and not lists.get(named[1]):
            raise RuleError(f"pattern {pattern!r}: there is no word list {named[1]!r} with entries; add it to lists.yaml")
        entries += lists[named[1]] if named else [choice]
    if not all(entry.strip() for entry in entries):
        raise RuleError(f"pattern {pattern!r}: {word!r} has an empty alternative; take out the spare '|' or empty entry")
    return _alternatives(tuple(built_in), tuple(entries), small)


@lru_cache(maxsize=1024)  # the lists of a rule book, each of which many patterns call on
def _alternatives(built_in: tuple[str, ...], entries: tuple[str, ...], small: bool) -> str:
    entries = tuple(map(small_letters, entries)) if small else entries
    # The bounds of words stand once around the plain entries, not around each: long lists then compile four times as fast.
    plain = [entry for entry in entries if entry[0].isalnum() and entry[-1].isalnum()]
    marked = [_literal(entry) for entry in entries if entry not in plain]
    bounded = [f"{_OPEN}(?:{_alternation([entry.split() for entry in plain])}){_CLOSE}"] if plain else []
    return "(?:" + "|".join([*built_in, *marked, *bounded]) + ")"


def _alternation(entries: Sequence[Sequence[str]]) -> str:
    """Entries, each a list of words, as alternatives with their common beginnings written once.

    Those of one letter stand together, so that of hundreds only a few are looked at where a word stands. Where one begins another the
    longer comes first, so that "head of service" is not cut short by "head".
    """
    rest: dict[str, list[Sequence[str]]] = {}
    for first, *others in entries:
        rest.setdefault(first, []).append(others)
    by_letter: dict[str, list[str]] = {}
    for first in sorted(rest, key=lambda word: (-len(word), word)):
        by_letter.setdefault(first[0], []).append(_letters(first[1:]) + _rest(rest[first]))
    return "|".join(f"{_letters(letter)}(?:{'|'.join(words)})" for letter, words in by_letter.items())


def _rest(rest: Sequence[Sequence[str]]) -> str:
    """What may follow a first word: the other words of its entries, which one entry may lack."""
    longer = [words for words in rest if words]
    return rf"(?:\s++(?:{_alternation(longer)}))" + ("" if all(rest) else "?") if longer else ""


def _letters(entry: str) -> str:
    words = [re.escape(word) for word in entry.split()]
    return re.sub(r"['’‘]", "['’‘]", r"\s++".join(words)).replace(r"\-", "[-‐‑]")


def _literal(entry: str) -> str:
    before = _OPEN if re.match(r"\w", entry.split()[0][0]) else ""
    after = _CLOSE if re.match(r"\w", entry.split()[-1][-1]) else ""
    return before + _letters(entry) + after
