"""Numbers as lists print them: 4 -> "4", "d", "D", "iv", "IV"."""

from __future__ import annotations

_SIZES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN = tuple(zip(_SIZES, ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True))
_ROMAN_UP_TO = 3999  # beyond it Roman figures need signs that no word processor writes


def letters(value: int) -> str:
    """1 -> "a", 26 -> "z", 27 -> "aa": as HTML counts (Word repeats the letter: see ``repeated_letter``)."""
    out = ""
    while value > 0:
        value, rest = divmod(value - 1, 26)
        out = chr(ord("a") + rest) + out
    return out or "0"


def repeated_letter(value: int) -> str:
    """1 -> "a", 27 -> "aa", 53 -> "aaa": as Word counts (ECMA-376 part 1, 17.18.59, lowerLetter)."""
    if value < 1:
        return "0"
    turns, rest = divmod(value - 1, 26)
    return chr(ord("a") + rest) * min(turns + 1, 10)


def roman(value: int) -> str:
    """4 -> "iv"; figures beyond 3999, nought and below stay as they are."""
    if not 0 < value <= _ROMAN_UP_TO:
        return str(value)
    out = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        out += sign * count
    return out
