"""Where sentences end in lists of people, whose initials and short titles have full stops of their own."""

from __future__ import annotations

import re

# A full stop ends the sentence unless it follows an initial or a short title.
# (The stop comes first in the pattern: the lookbehinds, which look over it, are then tried at stops only.)
_TITLES = ("[CM]r", "Mrs", "Ms", "Cll", "Cllr", "Cllrs", "Dr", "Rev", "Revd", "Prof", "Coun", "St")
_NO_TITLE = "".join(rf"(?<!\b{title}[.])" for title in ("[A-Z]", *_TITLES))
_END = re.compile(rf"[.]{_NO_TITLE}(?=\s|$)|\n")
_END_OR_SEMICOLON = re.compile(rf"{_END.pattern}|;")


def sentence_end(text: str, start: int, end: int) -> int:
    """The end of the sentence that begins at ``start``, at most ``end``."""
    match = _END.search(text, start, end)
    return match.start() if match else end


def sentence_around(text: str, place: int, start: int, end: int) -> tuple[int, int]:
    """The sentence within [start, end) that holds ``place``, the inside of a word, without its full stop; a semicolon divides too."""
    for match in _END_OR_SEMICOLON.finditer(text, start, place + 1):
        start = match.end()
    match_after = _END_OR_SEMICOLON.search(text, place, end)
    return start, match_after.start() if match_after else end
