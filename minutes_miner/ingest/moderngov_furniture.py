"""Words that ModernGov prints around its items and that are no part of them: sub-headings and file sizes."""

from __future__ import annotations

import re

# Sub-headings and the role of what follows them, in English and Welsh; None: what is being read goes on after the list.
SUB_HEADINGS: dict[str, str | None] = {
    "minutes": "minutes",
    "cofnodion": "minutes",
    "decision": "decision",
    "decisions": "decision",
    "decision taken": "decision",
    "penderfyniad": "decision",
    "penderfyniadau": "decision",
    "purpose": "agenda",
    "reason for decision": "minutes",
    "reasons for the decision": "minutes",
    "reason for the decision": "minutes",
    "alternative options considered": "minutes",
    "additional documents": None,
    "supporting documents": None,
    "accompanying documents": None,
    "dogfennau ychwanegol": None,
    "items": None,
    "media": None,
    "webcast": None,
}
_FILE_SIZE = re.compile(
    r"\s*(?:pdf icon\s*)?\(?(?:PDF|DOCX?|XLSX?|PPTX?|RTF|ZIP|HTM)\s*,?\s*(\d[\d.,]*\s*[KMG]?B)(?:/\d+)?\)?\s*$", re.IGNORECASE
)
_SIZE_ENDS = frozenset("Bb)0123456789")  # what a size may end with; most paragraphs end with a full stop
_FULL_TEXT = re.compile(r"\s*(?:\.{3}|…)?\s*view the full (\w+) text for item\s*(\S.{0,60}?)\.?\s*$", re.IGNORECASE)
# What links of an item's or a meeting's page are called; in plain text they stand among the lines.
_LINK = re.compile(r"\s*\b(?:view directions|view the background to item \S.{0,60})$", re.IGNORECASE)
# Entries of ModernGov's own menu, which stands beside the page and so above or below it in plain text.
_MENU = frozenset(
    """calendar|committees|constitution|councillors|your councillors|your mps|decisions|delegated decisions|forthcoming decisions
    |forward plans|election results|epetitions|library|meetings|outside bodies|parish councils|search documents|subscribe to updates
    |what's new""".replace("\n    ", "").split("|")
)


def split_file_size(text: str) -> tuple[str, str | None]:
    """A title without the "PDF 87 KB" that sticks to its end, and that size ("87 KB")."""
    end = text[-60:]
    match = _FILE_SIZE.search(end) if end.rstrip()[-1:] in _SIZE_ENDS and ("B" in end or "b" in end) else None
    return (text[: len(text) - len(match.group())], match.group(1)) if match else (text, None)


def full_text_notice(text: str) -> re.Match[str] | None:
    """The notice "view the full minutes text for item 311." at the end of ``text``: what kind of text (1), which item (2)."""
    end = text[-200:]
    return _FULL_TEXT.search(end) if "view the full" in end.lower() else None


def without_link(text: str) -> str:
    """A line without the link's words at its end ("View directions", "View the background to item 25.")."""
    return _LINK.sub("", text)


def is_menu_entry(text: str) -> bool:
    """Whether a line is an entry of ModernGov's own menu."""
    return text.replace("’", "'").casefold() in _MENU
