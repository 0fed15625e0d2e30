"""Whether two wordings name one person, office or body."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_miner.evaluate.texts import SAME_TEXT, words_shared

_TITLES = frozenset(
    "the councillor councillors cllr cllrs mr mrs ms miss dr prof professor sir dame lord lady rev revd reverend alderman ald mayor mp obe "
    "mbe cbe jp".split()
)
# The last word of an office: of two offices that end alike ("Head of Housing", "Deputy Head of Housing") it is nobody's surname.
_OFFICES = frozenset(
    "chair chairman chairperson leader clerk director secretary treasurer officer manager head president convener vice deputy governor "
    "member engineer solicitor cathaoirleach council committee board panel".split()
)
_BRACKETS = re.compile(r"\([^)]*\)")
_INITIALS_FIRST = re.compile(r"\s*[a-z.]{1,3},")
# "Clerk/Chair", "Cllr Ash and the Clerk", "the Chair; the Clerk"
_JOINT = re.compile(r"\s*(?:/|;|,(?! [a-z])|\band\b|&)\s*")
_LONGEST_NAME = 4  # words: what is longer is an office or a body
_MOST_INITIALS = 5


def one_person(one: str | None, other: str | None) -> bool:
    """Whether two wordings name one person: the same words but for titles; one surname with no forename or initial against it; initials."""
    if not one or not other:
        return one == other
    if _is_initials(one) != _is_initials(other):
        return _capitals(one) == _capitals(other)
    left, right = _name(one), _name(other)
    if left == right or not left or not right:
        return left == right
    if _OFFICES & {left[-1], right[-1]} or left[-1] != right[-1] or max(len(left), len(right)) > _LONGEST_NAME:
        return False
    first, second = left[:-1], right[:-1]
    return not first or not second or (first[0][0] == second[0][0] and 1 in (len(first[0]), len(second[0])))


def same_words(one: str, other: str) -> bool:
    """Whether two wordings of a name are the same words but for titles."""
    return _name(one) == _name(other)


def shared_name(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of these names and any of those name one person."""
    known = list(others)
    return any(one_person(a, b) for a in names for b in known)


def one_owner(one: str | None, other: str | None) -> bool:
    """Whether two wordings name the same owners, one or several, in any order; or are nearly the same words."""
    left, right = _owners(one), _owners(other)
    if not left or not right:
        return not left and not right
    return (len(left) == len(right) and all(shared_name([name], right) for name in left)) or words_shared(one, other) >= SAME_TEXT


def _owners(text: str | None) -> list[str]:
    return [part.strip() for part in _JOINT.split(text or "") if part.strip()]


def _name(text: str) -> list[str]:
    """The words of a name without titles, brackets and what follows a comma (an office)."""
    bare = _BRACKETS.sub(" ", text.casefold().replace("’", "'")).replace("&", " and ")
    if not _INITIALS_FIRST.match(bare):
        bare = re.split(r",\s+(?=[^\W\d_])", bare)[0]
    return [word for word in re.findall(r"[^\W\d_][^\W\d_']*", bare) if word not in _TITLES]


def _is_initials(text: str) -> bool:
    letters = re.sub(r"[\W\d_]", "", text)
    return " " not in text.strip() and 2 <= len(letters) <= _MOST_INITIALS and sum(map(str.isupper, letters)) > 1


def _capitals(text: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", _BRACKETS.sub(" ", text)) if word.casefold() not in _TITLES]
    return "".join(letter for word in words for letter in word if letter.isupper())
