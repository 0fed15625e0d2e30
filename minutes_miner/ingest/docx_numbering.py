"""Word's automatic numbering as it is printed: "1.", "4.2", "(a)", "iv)", "•".

Each paragraph names a numbering instance and a level; instances share the counters of the abstract definition that they
stand on, unless an instance sets its own start (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from minutes_miner.ingest.docx_package import W, switched_on, value, whole
from minutes_miner.ingest.numerals import repeated_letter, roman

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9  # Word has nine
_SIGN = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering definition."""

    start: int = 1
    form: str = "decimal"  # w:numFmt
    text: str = "%1."  # w:lvlText
    legal: bool = False  # all figures Arabic, whatever the levels above use
    restarts: bool = True  # begins anew after an entry of a higher level
    style: str | None = None  # the paragraph style that this level belongs to


@dataclass
class Numbering:
    """All numbering of a document, with its counters; ask ``label`` for each numbered paragraph in reading order."""

    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # instance -> levels
    _abstract: dict[str, str] = field(default_factory=dict)  # instance -> abstract definition, which holds the counters
    _starts: dict[str, dict[int, int]] = field(default_factory=dict)  # instance -> level -> its own start, until used
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)  # abstract definition -> level -> number last given

    def level_of_style(self, instance: str, style: str) -> int:
        """The level that a definition gives to a paragraph style; the first where it names none."""
        return next((index for index, level in self._levels.get(instance, {}).items() if level.style == style), 0)

    def label(self, instance: str, index: int) -> str:
        """The label that the next paragraph of ``instance`` at level ``index`` carries; "" where it shows none."""
        levels = self._levels.get(instance)
        if levels is None or index not in levels:
            return ""
        counters = self._counters.setdefault(self._abstract[instance], {})
        own = self._starts.get(instance, {}).pop(index, None)
        if own is not None:
            counters[index] = own
        else:
            counters[index] = counters[index] + 1 if index in counters else levels[index].start
        for deeper in [level for level in counters if level > index and levels.get(level, Level()).restarts]:
            del counters[deeper]
        return self._shown(levels, index, counters)

    def _shown(self, levels: dict[int, Level], index: int, counters: dict[int, int]) -> str:
        level = levels[index]
        if level.form == "bullet":
            return "•"
        if level.form == "none":
            return _SIGN.sub("", level.text).strip()

        def figure(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            above = levels.get(at, Level())
            return printed(counters.setdefault(at, above.start), "decimal" if level.legal else above.form)

        return _SIGN.sub(figure, level.text).strip()


def printed(number: int, form: str) -> str:
    """A number in one of Word's forms (ECMA-376 part 1, 17.18.59); forms that minutes never use come out as figures."""
    if form in ("lowerLetter", "upperLetter"):
        sign = repeated_letter(number)
    elif form in ("lowerRoman", "upperRoman"):
        sign = roman(number)
    elif form == "decimalZero":
        return f"{number:02d}"
    elif form == "ordinal":
        ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    else:
        return str(number)
    return sign.upper() if form.startswith("upper") else sign


def read_numbering(root: Element | None) -> Numbering:
    """The numbering part of a document; without one nothing is numbered."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {value(part, "abstractNumId") or "": part for part in root.findall(W + "abstractNum")}
    by_style = {value(part.find(W + "styleLink")): part for part in abstract.values()}
    for instance in root.findall(W + "num"):
        name = value(instance, "numId") or ""
        target = value(instance.find(W + "abstractNumId")) or ""
        definition = abstract.get(target)
        if definition is None:
            continue
        linked = value(definition.find(W + "numStyleLink"))
        numbering._levels[name] = _levels(by_style.get(linked, definition) if linked else definition)
        numbering._abstract[name] = target
        _override(numbering, name, instance)
    return numbering


def _override(numbering: Numbering, name: str, instance: Element) -> None:
    """What an instance changes of its definition: levels written anew, and starts of its own."""
    for change in instance.findall(W + "lvlOverride"):
        index = whole(value(change, "ilvl"))
        anew = change.find(W + "lvl")
        if anew is not None:
            numbering._levels[name][index] = _level(anew)
        start = change.find(W + "startOverride")
        if start is not None:
            numbering._starts.setdefault(name, {})[index] = whole(value(start))


def _levels(definition: Element) -> dict[int, Level]:
    found = {whole(value(level, "ilvl")): _level(level) for level in definition.findall(W + "lvl")}
    return {index: level for index, level in found.items() if index < _LEVELS}


def _level(element: Element) -> Level:
    return Level(
        start=whole(value(element.find(W + "start")), 1),
        form=value(element.find(W + "numFmt")) or "decimal",
        text=value(element.find(W + "lvlText")) or "",
        legal=bool(switched_on(element.find(W + "isLgl"))),
        restarts=value(element.find(W + "lvlRestart")) != "0",
        style=value(element.find(W + "pStyle")),
    )
