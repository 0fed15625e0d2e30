"""Finding mentions: a spaCy pipeline over the blocks of a document, the only place that touches spaCy.

A profile is a spaCy config file in ``pipelines/``; its components are registered as entry points, so that ``nlp.add_pipe`` and config
files outside this project know them too: ``minutes_sentences``, ``minutes_names`` and ``minutes_rules``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from minutes_miner.errors import ProfileError
from minutes_miner.model import Document, Mention
from minutes_miner.resources import folder

if TYPE_CHECKING:
    from spacy.language import Language

# Blocks in which nothing is said, asked or decided: what was to be done, and the page's own head.
_NO_RECORD = frozenset({"agenda", "masthead", "number", "aside"})
_BY_PLACE = itemgetter(1, 2, 0)
_as_mention = partial(tuple.__new__, Mention)  # takes half the time of Mention._make, since no function of Python's is called


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
    from minutes_miner.mentions.blocks import marks_in

    blocks = [(b.start, b.end) for b in document.blocks if b.kind != "table_row" and b.role not in _NO_RECORD]
    marks = marks_in(document.text, document.small, blocks, nlp, tuple(known_names))
    return tuple(map(_as_mention, sorted(marks, key=_BY_PLACE)))
