"""Sentence ends in minutes: not after "No.", "Cllr.", "p.m." or an initial, nor inside a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from minutes_miner.mentions.passage import Passage
from minutes_miner.mentions.places import SENTENCES, Component

_INSIDE = 2**64 - 1  # -1, spaCy's mark of a token that opens no sentence, as spaCy's arrays hold it

# A stop, question or exclamation mark, perhaps a closing quote or bracket, white space, and what may open a sentence.
_END = re.compile(r"""([.?!…]["'”’)\]]*)\s+(?=(?:\(?(?:[a-h]|[ivx]{1,4})\)\s+)?["'“‘(\[]?[A-Z0-9£•])""")
# Abbreviations that a name, a number or a further word follows. Sources: usage in minutes; "v" as in law, "approx" before figures.
_ABBREVIATIONS = frozenset(
    """no nos cllr cllrs cll coun couns mr mrs ms miss messrs dr prof rev revd hon sir st ste rt ald gov para paras ref refs fig figs vol
    pp p art sec sect s approx est inc vs v cf viz eg e.g i.e ie etc dept tel ext jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thur thurs fri sat sun co min max asst prop con supt insp sgt pc lt col maj capt cr cllr’s app""".split()
)
# After these a following capital does open a sentence ("at 7.30 p.m. The Chair ...", "HMOs etc. Members asked").
_ENDS_ALL_THE_SAME = frozenset({"etc"})
_LONGEST_ABBREVIATION = 24  # characters, and any word of which the end is looked at
_LAST_WORD = re.compile(r"(?<![\w.’'])[\w.’']+$")  # (What stands before it keeps it from being tried at each letter.)
# The label of a parish's note of movers, with a full stop for its colon: "Proposed. Cllr Ash. Seconded. Cllr Elm."
_MOVER_LABELS = frozenset({"proposed", "seconded", "proposer", "seconder", "moved"})
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_LABEL = re.compile(r"\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4}")
# A whole sentence at the start of a block, and no label: "Noted. Clerk to reply", "None. The Chair ...", "Done."
_A_WORD = re.compile(r"[A-Z][a-z]{3,4}")
_OPENER = re.compile(r"(?:The|It|He|She|They|This|That|There|A|An|In|Members|All|No)\b(?!\.)")
_CLOCK = re.compile(r"(?:a\.m|p\.m|am|pm)", re.IGNORECASE)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one block as (start, end) offsets, white space between them left out. An empty text has none."""
    return sentences_in(text, [(0, len(text))])


def sentences_in(text: str, blocks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of each of ``blocks``, parts of ``text`` between which no mark and no capital stands."""
    spans: list[tuple[int, int]] = []
    marks = _END.finditer(text)
    mark = next(marks, None)
    for begin, end in blocks:
        start = begin
        while mark and mark.start() < end:
            if _is_end(text, begin, mark.start(), mark.end()):
                spans.append((start, mark.end(1)))
                start = mark.end()
            mark = next(marks, None)
        length = len(text[start:end].rstrip())
        if length:
            spans.append((start, start + length))
    return spans


def _is_end(text: str, begin: int, stop: int, following: int) -> bool:
    """Whether the mark at ``stop`` ends a sentence of the block that begins at ``begin``; the next word stands at ``following``."""
    if text[stop] != ".":
        return True
    found = _LAST_WORD.search(text, stop - _LONGEST_ABBREVIATION if stop - begin > _LONGEST_ABBREVIATION else begin, stop)
    last = found.group() if found else ""
    if _CLOCK.fullmatch(last):
        return True
    word = last.casefold()
    if word in _ENDS_ALL_THE_SAME:
        return True
    if word in _ABBREVIATIONS:
        # "The answer was no. Members" against "Minute No. 304": a figure must follow "no", "p", "s" and the like.
        return word in ("no", "min", "sat", "sun", "max", "app", "art") and not text[following].isdigit() and last.islower()
    if _INITIAL.fullmatch(last):
        # "K. Ashby" goes on; "Ward B. The Chair" ends: a sentence opener follows.
        return bool(_OPENER.match(text, following))
    # A label typed at the start ("1. That", "iv. Noted") belongs to what follows.
    before = _character_before(text, begin, stop - len(last))
    if word in _MOVER_LABELS and before in ".:;?!(":
        return False
    if not before and _A_WORD.fullmatch(last):
        return True
    return not (len(last) <= 5 and (not before or (before in ".:;?!" and _LABEL.fullmatch(last))))


def _character_before(text: str, begin: int, at: int) -> str:
    """The last character before ``at`` that is no white space; nothing at the beginning."""
    while at > begin:
        at -= 1
        if not text[at].isspace():
            return text[at]
    return ""


@Language.factory("minutes_sentences")
def create_sentences(nlp: Language, name: str) -> Sentences:
    """Factory of the component, for config files and ``nlp.add_pipe``."""
    return Sentences(name)


class Sentences(Component):
    """Sets ``token.is_sent_start`` of every token by ``split_sentences``."""

    def __init__(self, name: str = "minutes_sentences") -> None:
        self.name = name

    def read(self, passage: Passage) -> None:
        """Set the sentences of ``passage``."""
        passage.sentences = sentences_in(passage.text, passage.blocks)

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        spans = split_sentences(doc.text)
        starts = numpy.full((len(doc), 1), _INSIDE, dtype="uint64")
        starts[0] = 1
        if len(spans) > 1:
            # A sentence may begin inside a token ("end.Next"): the token that holds it opens it.
            starts[numpy.searchsorted(doc.to_array([IDX]), [start for start, _ in spans], side="right") - 1] = 1
        doc.from_array([SENT_START], starts)  # type: ignore[arg-type] # its stub knows only thinc's names of arrays
        doc.user_data[SENTENCES] = spans
        return doc
