"""Whose actions a paper lists: bodies, their names, and choosing one by words of its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_miner.errors import UsageError
from minutes_miner.model import ActionKey, Held, TrackedAction
from minutes_miner.text import normal

_ALIKE, _AS_ALIKE = 75, 8  # of 100: a letter wrong in a word, or another word's ending; and how near to the best a second name comes
_LISTED = 20  # names
Body = tuple[str, str]  # organisation and committee


def chosen_actions(actions: Sequence[TrackedAction], committee: str | None, held: Sequence[Held] = ()) -> list[TrackedAction]:
    """The actions of the bodies in whose name (organisation and committee) all words of ``committee`` stand; without it, all.

    Raises UsageError where neither an action nor a meeting ``held`` is of such a body.
    """
    chosen = [one for one in actions if is_of(one, committee)]
    if not chosen and not any(is_of(one, committee) for one in held):
        if not (actions or held):
            raise UsageError("the register holds no action, and no meeting whose date is known")
        known = sorted({named(body, True) for body in {*map(body_of, actions), *map(body_of, held)}})
        raise UsageError(f"no committee is called {committee!r}: {_near(committee or '', known)}")
    return chosen


def is_of(one: TrackedAction | Held | ActionKey, committee: str | None) -> bool:
    """Whether something is of a body in whose name all words of ``committee`` stand."""
    return set(normal(committee or "").split()) <= set(normal(" ".join(body_of(one))).split())


def body_of(one: TrackedAction | Held | ActionKey) -> Body:
    """The organisation and committee of something."""
    return one.organisation or "", one.committee or ""


def named(body: Body, whole: bool) -> str:
    """The name of a body; ``whole``, with its organisation."""
    organisation, committee = body
    if not committee:
        return organisation or "committee not named"
    return f"{committee}, {organisation}" if whole and organisation else committee


def whose(bodies: Iterable[Body]) -> str:
    """The organisations of several bodies."""
    names = sorted({organisation for organisation, _ in bodies if organisation})
    return "; ".join(names) if 0 < len(names) <= 3 else f"{len(names)} organisations"


def _near(wanted: str, known: Sequence[str]) -> str:
    """The names most like ``wanted``, else all there are, as far as a reader goes through them."""
    from rapidfuzz import fuzz

    like = sorted(((fuzz.partial_ratio(normal(wanted), normal(name)), name) for name in known), key=lambda pair: -pair[0])
    meant = [name for score, name in like if score >= _ALIKE and score >= like[0][0] - _AS_ALIKE]
    if meant and wanted:
        return f"did you mean {' or '.join(meant[:3])}?"
    more = f"; and {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    return f"there are {'; '.join(known[:_LISTED])}{more}"
