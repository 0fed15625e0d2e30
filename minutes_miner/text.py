"""String helpers that every stage may use: folding white space, splitting off labels, comparing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Soft hyphens, zero-width characters and byte-order marks: invisible, and they break word matching.
_INVISIBLE_SIGNS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]")

# A label that opens a block. Forms met in UK minutes: "307." "84.1" "(1)" "a)" "iv)" "19.07.04" "35/20" "FGB 01/2021"
# "GBP/2223/001" "MW/23/14" "C048/23 1." "-" "•" "o" (Word's hollow bullet). A label must be followed by white space or end the block,
# but for a figure, or what stands in brackets, right before a word with a capital: "Dr A.Bell" has none.
_LABEL = re.compile(
    r"""(?:
      [•●▪■◦○‣⁃·*\uf0b7\uf0a7\uf0d8→➢-] | [–—](?=\s)               # bullets
    | \( (?: [0-9]{1,3} | [a-zA-Z] | [ivxlcIVXLC]{1,6} | [a-z]{2} ) \)            # (1) (a) (iv)
    | (?: [0-9]{1,3} | [a-zA-Z] | [ivxlc]{1,6} ) \)                           # 1) a) iv)
    | [0-9]{1,4} (?: \. [0-9]{1,3} ){1,3} \.? [a-z]?                        # 84.1  19.07.04  2307.04
    | [0-9]{1,4} [a-z]? \. (?![0-9])                                        # 307.  5a.
    | (?!50/50) [0-9]{1,4} / [0-9]{2,4} (?: \. [0-9]{1,2} )? \.?               # 35/20; a raffle is none
    | [A-Z]{1,5} [ ]? [0-9]{1,4} / [0-9]{2,4} (?: [ ] [0-9]{1,2} )? \.?           # FGB 01/2021  C048/23 1.
    | [A-Z]{2,5} / [0-9]{2,4} / [0-9]{1,4} \.?                               # GBP/2223/001  MW/23/14
    | [a-zA-Z] \. (?![a-zA-Z]\.) | [ivx]{2,5} \.                                # a.  ii.
    ) (?= \s | $ )
    | (?: (?!(?:19|20)\d\d) [0-9]{1,4} \. | [0-9]{1,3} \) | \( (?: [0-9]{1,3} | [a-z] | [ivx]{1,4} ) \) )
      (?= [A-Z] (?: [A-Z] | [a-z]{2} ) )                                      # 4.REPORTS  3206.Police  (a)Bins""",
    re.VERBOSE,
)


# The capital and the small letters of European names ("Siân", "Ó", "Łukasz"), as the inside of a character class.
UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x180) if chr(code).isupper())
LOWER = "a-z" + "".join(chr(code) for code in range(0xC0, 0x180) if chr(code).islower())


def fold(text: str) -> str:
    """``text`` with every run of white space as one space, invisible characters gone, ends trimmed."""
    # Looking for each sign by itself takes a tenth of the time that looking for one of them takes, and hardly any text holds one.
    if not text.isascii() and any(map(text.__contains__, _INVISIBLE_SIGNS)):
        text = _INVISIBLE.sub("", text)
    # str.split folds white space eight times as fast as a regular expression.
    return " ".join(text.split())


def split_label(text: str) -> tuple[str, int]:
    """The label that opens ``text`` ("307.", "(1)", "•") and the offset at which the rest begins; ("", 0) where there is none."""
    # Most texts open with a word like "The", and no label does.
    match = None if text[:1].isupper() and text[1:2].islower() else _LABEL.match(text)
    if not match:
        return "", 0
    end = match.end()
    while end < len(text) and text[end] == " ":
        end += 1
    return match.group(), end


def places(text: str, words: Iterable[str], *, end: int | None = None) -> list[tuple[int, int]]:
    """Where ``words`` stand in ``text`` (up to ``end``), in order; looking for one after the other is faster than a pattern of them all."""
    found = []
    for word in words:
        at = text.find(word, 0, end)
        while at >= 0:
            after = at + len(word)
            found.append((at, after))
            at = text.find(word, after, end)
    return sorted(found)


def written_over(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with each of ``spans`` written over by bars, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


# Headings, limbs and names are compared with each other again and again while a document is put together.
@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Lower-case words and figures of ``text`` joined by single spaces, accents and punctuation gone: for comparing, not for showing."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("'", ""))
    return " ".join(re.findall(r"[a-z0-9]+", plain.casefold()))


# Blanks as one sign and all else as another: counting words so takes a tenth of the time that dividing the text takes.
_WORD, _BLANK = b"x", b" "
_SIGNS = bytes((_BLANK if byte < 128 and chr(byte).isspace() else _WORD)[0] for byte in range(256))


def has_last_name(text: str, name: str | None) -> bool:
    """Whether ``text`` has the last word of a person's or office's ``name``: "for Mrs Ash read Mrs Oak" has that of "Ms Tessa Ash"."""
    last = normal(name or "").rpartition(" ")[2]
    return bool(last) and last in normal(text).split()


def count_words(text: str) -> int:
    """How many words, divided by white space, ``text`` has: a text in which white space is folded or at least plain."""
    signs = text.encode(errors="replace").translate(_SIGNS)
    return signs.count(_WORD + _BLANK) + signs.endswith(_WORD)


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words and in any case."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
