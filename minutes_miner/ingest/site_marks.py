"""What a text carries for the site or wiki that shows it, and no reader sees: front matter, comments, entities, kept line ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

# Front matter as Jekyll, Hugo, Zola and others take it: lines "name: value" (or a list's, indented) between two of three dashes, or
# "name = value" between three plus signs. The names are in small letters; "Present: ..." between two rules is of the minutes.
_FRONT = re.compile(r"---[ \t]*\r?\n(?:[a-z_][\w-]*:.*\r?\n|[ \t-].*\r?\n|\r?\n)*?---[ \t]*(?:\r?\n|$)")
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?:[a-z_][\w-]*[ \t]*=.*\r?\n|\[.*\r?\n|\r?\n)*?\+\+\+[ \t]*(?:\r?\n|$)")
_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_DATE = re.compile(r"^date[ \t]*[:=][ \t]*[\"']?(\d{4}-\d\d-\d\d)", re.MULTILINE)
# Lists of people that a site keeps beside the text: "apologies:" over lines "- Kim Ash".
_PEOPLE = re.compile(
    r"^(?P<label>present|attend(?:ees|ance|ing)|in[_-]attendance|apologies|absent|directors|trustees|governors)[ \t]*:"
    r"(?P<names>(?:[ \t]*\r?\n[ \t]*-[ \t]+.*)+)",
    re.MULTILINE,
)
_ENTRY = re.compile(r"^[ \t]*-[ \t]+[\"']?(.*?)[\"']?[ \t]*\r?$", re.MULTILINE)
_LABELS = {"directors": "present", "trustees": "present", "governors": "present", "attendance": "present"}
_FRAME = re.compile(r"^[ \t]*</?div\b[^>\n]*>[ \t]*\r?$", re.MULTILINE)  # lines of mark-up that frame a table
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[\da-fA-F]{2,5}|[A-Za-z]{2,8});")
# An entry of a list of things to do whose box is not ticked; a second star of a wiki's list within a list.
_BOX = re.compile(r"^([ \t]*[-*+] )\[ \] (?=\S)", re.MULTILINE)
_SECOND_STAR = re.compile(r"^\*{2,4} (?=\S)", re.MULTILINE)
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.IGNORECASE)
# A block of mark-up begins a line and goes on to the next blank one, as in CommonMark.
OPENS_MARKUP = re.compile(
    r"<(?:p|div|table|ul|ol|dl|h[1-6]|blockquote|center|section|article|pre|hr|tbody|thead|tr|td|li)(?:[\s/][^<>]*)?>", re.IGNORECASE
)


def without_marks(text: str) -> str:
    """``text`` without what a site does not print; what its front matter says of the title and of those present stands before it."""
    if front := _front(text):
        text = "".join(f"{line}\n\n" for line in _told(front[0])) + text[front.end() :]
    if "<!--" in text:
        text = _COMMENT.sub("", text)
    if "</div>" in text:
        text = _FRAME.sub("", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    if "] " in text:
        text = _BOX.sub(r"\1", text)
    if "** " in text:
        text = _SECOND_STAR.sub("* ", text)
    return text.replace("\\\n", "\n") if "\\\n" in text else text


def filed_under(text: str) -> str | None:
    """The day under which a site files the text: that of the meeting, or that on which it was put there."""
    front = _front(text)
    date = _DATE.search(front[0]) if front else None
    return date[1] if date else None


def at_breaks(rows: Iterable[str]) -> Iterator[str]:
    """Lines parted where mark-up ends one; rows of a table and blocks of mark-up, which are read as such, stay whole."""
    inside = False
    for row in rows:
        bare = row.lstrip()
        inside = bool(bare) and (inside or OPENS_MARKUP.match(bare) is not None)
        if inside or bare.startswith("|") or "<br" not in row.lower():
            yield row
        else:
            yield from _BREAK.split(row)


def _front(text: str) -> re.Match[str] | None:
    if text.startswith("---"):
        return _FRONT.match(text)
    return _TOML.match(text) if text.startswith("+++") else None


def _told(front: str) -> Iterator[str]:
    title = _TITLE.search(front)
    if title and title[1]:
        yield title[1]
    for people in _PEOPLE.finditer(front):
        label = _LABELS.get(people["label"], people["label"]).replace("_", " ").replace("-", " ")
        yield f"{label.capitalize()}: {', '.join(_ENTRY.findall(people['names']))}"
