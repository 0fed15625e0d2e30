"""Where sentences end in lists of people, whose initials and short titles have full stops of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop ends the sentence unless it follows an initial or a short title.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[CM]r)(?<!\bMrs)(?<!\bMs)(?<!\bCll)(?<!\bCllr)(?<!\bCllrs)(?<!\bDr)(?<!\bRev)(?<!\bRevd)(?<!\bProf)(?<!\bCoun)(?<!\bSt)[.](?=\s|$)|\n"
)


def sentence_end(text: str, start: int, end: int) -> int:
    """The end of the sentence that begins at ``start``, at most ``end``."""
    match = _END.search(text, start, end)
    return match.start() if match else end


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of ``text`` as stretches without their full stops; a semicolon divides too."""
    start = 0
    for match in re.finditer(rf"{_END.pattern}|;", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
