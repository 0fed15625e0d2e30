"""Where sentences end in lists of people, whose initials and short titles have full stops of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of ``text`` as stretches without their full stops; a semicolon divides too."""
    start = 0
    for match in _END_OR_SEMICOLON.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
