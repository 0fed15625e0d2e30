"""Finding mentions: a spaCy pipeline over the blocks of a document, the only place that touches spaCy.

A profile is a spaCy config file in ``pipelines/``; its components are registered as entry points, so that ``nlp.add_pipe`` and config
files outside this project know them too: ``minutes_sentences``, ``minutes_names`` and ``minutes_rules``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.errors import ProfileError
from minutes_miner.model import Block, Document, Mention
from minutes_miner.resources import folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The tokenizer's time grows with the square of a run of opening brackets and the like (measured with spaCy 3.8); no real word is so long.
_LONGEST_WORD = 199
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S")

# Blocks in which nothing is said, asked or decided: what was to be done, and the page's own head.
_NO_RECORD = frozenset({"agenda", "masthead", "number", "aside"})


def profiles() -> dict[str, Path]:
    """The profiles of this installation: name -> config file."""
    return {path.stem: path for path in sorted(folder("pipelines").glob("*.cfg"))}


@lru_cache(maxsize=4)
def load_profile(name: str = "default", rules: Path | None = None) -> Language:
    """The spaCy pipeline of a profile; ``name`` may also be the path of a config file. ``rules``: a folder laid over the shipped rules.

    Raises ProfileError where there is no such profile or its file is wrong.
    """
    import spacy
    from thinc.config import ConfigValidationError

    from minutes_miner.mentions import finder, names, sentences, tokens  # noqa: F401 - registers the factories where no entry points are installed

    path = profiles().get(name, Path(name))
    if not path.is_file():
        raise ProfileError(f"found no profile {name!r}, expected one of {', '.join(profiles())} or the path of a .cfg file")
    try:
        config = spacy.util.load_config(path)
        for component in config.get("components", {}).values():
            if rules and component.get("factory") in ("minutes_names", "minutes_rules"):
                component["rules"] = str(rules)
        return spacy.util.load_model_from_config(config, auto_fill=True)
    except (ValueError, ConfigValidationError) as error:
        raise ProfileError(f"profile {path.name} cannot be loaded: {error}") from error


def find_mentions(document: Document, nlp: Language, *, known_names: Sequence[str] = ()) -> tuple[Mention, ...]:
    """All mentions in ``document``, in order of their place. ``known_names``: names and initials that its attendance list gives."""
    blocks = [block for block in document.blocks if block.kind != "table_row" and block.role not in _NO_RECORD]
    found: list[Mention] = []
    for block, doc in zip(blocks, nlp.pipe(_docs(document, blocks, nlp, tuple(known_names))), strict=True):
        found += _mentions(doc, block.start)
    return tuple(sorted(found, key=attrgetter("start", "end", "kind")))


def _docs(document: Document, blocks: Iterable[Block], nlp: Language, known: tuple[str, ...]) -> Iterator[Doc]:
    from minutes_miner.mentions.places import KNOWN_NAMES, TEXT

    for block in blocks:
        text = _tame(document.text[block.start : block.end])
        doc = nlp.make_doc(text)
        doc.user_data[KNOWN_NAMES], doc.user_data[TEXT] = known, text
        yield doc


def _tame(text: str) -> str:
    """``text`` with overlong words broken up by spaces, as long as before."""
    if len(text) <= _LONGEST_WORD or max(map(len, text.split()), default=0) <= _LONGEST_WORD:
        return text
    return _OVERLONG.sub(r"\1 ", text)


def _mentions(doc: Doc, offset: int) -> Iterator[Mention]:
    from minutes_miner.mentions.places import SPANS, sentences_of

    for start, end in sentences_of(doc):
        yield Mention("sentence", offset + start, offset + end, "sentence")
    for span in doc.spans.get(SPANS, ()):
        yield Mention(span.label_, offset + span.start_char, offset + span.end_char, span.id_, span.kb_id_)
