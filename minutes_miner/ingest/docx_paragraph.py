"""A paragraph of a DOCX: its lines with their bold stretches, its style, and its numbering.

Tracked deletions, field codes and hidden text are left out, tracked insertions kept; a manual line break ends a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from minutes_miner.ingest.docx_numbering import Numbering
from minutes_miner.ingest.docx_package import BODY_TEXT, Package, Style, W, points, switched_on, value, whole
from minutes_miner.ingest.layout import Para
from minutes_miner.ingest.margin import MARK, split_mark
from minutes_miner.ingest.stretches import fold_stretches, is_bold_heading, shifted

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT_BOX = W + "txbxContent"
_LEFT_OUT = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "sdtPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # repeats a text box for old versions of Word
}
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-", W + "sym": "•"}
_DEEPEST_HEADING = 6


@dataclass
class Content:
    """What a walk through a paragraph found."""

    lines: list[list[tuple[str, bool]]] = field(default_factory=lambda: [[]])
    notes: list[str] = field(default_factory=list)  # ids of footnotes referred to
    boxes: list[Element] = field(default_factory=list)  # text boxes anchored here


def read_content(paragraph: Element, package: Package, style: Style) -> Content:
    """Walk through a paragraph's runs."""
    content = Content()
    bold = False
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        tag = element.tag
        if tag in _LEFT_OUT:
            walker.skip_subtree()
        elif tag == W + "r":
            properties = element.find(W + "rPr")
            if properties is not None and switched_on(properties.find(W + "vanish")):
                walker.skip_subtree()
            bold = _is_bold(properties, package, style)
        elif tag == W + "t":
            content.lines[-1].append((element.text or "", bold))
        elif tag in _SIGNS:
            content.lines[-1].append((_SIGNS[tag], bold))
        elif tag == W + "br" and value(element, "type") in ("page", "column"):
            content.lines[-1].append((" ", bold))
        elif tag in (W + "br", W + "cr"):
            content.lines.append([])
        elif tag == W + "footnoteReference":
            content.notes.append(value(element, "id") or "")
        elif tag == _TEXT_BOX:
            content.boxes.append(element)
            walker.skip_subtree()
    return content


def _is_bold(properties: Element | None, package: Package, style: Style) -> bool:
    """The run's own setting, else its character style's, else its paragraph's."""
    if properties is None:
        return bool(style.bold)
    own = switched_on(properties.find(W + "b"))
    named = package.styles.get(value(properties.find(W + "rStyle")) or "")
    for setting in (own, named.bold, style.bold):
        if setting is not None:
            return setting
    return False


def style_of(paragraph: Element, package: Package) -> tuple[str, Style]:
    """A paragraph's style: its id and what it says."""
    name = value(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal"
    return name, package.styles.get(name)


def paras_of(paragraph: Element, package: Package, numbering: Numbering, *, apart: bool = False) -> tuple[list[Para], Content]:
    """A paragraph as Paras, one for each line, the first with its printed number; and the content as it was found.

    With ``apart`` an owner that a tab sets apart at a line's end is a Para of its own, of kind MARK.
    """
    name, style = style_of(paragraph, package)
    content = read_content(paragraph, package, style)
    level, depth = _heading_level(paragraph, style), 0
    label = ""
    if any(text.strip() for line in content.lines for text, _ in line):  # Word shows a number before an empty paragraph, minutes never
        label, depth = _number(paragraph, name, style, numbering)
    indent = points(paragraph.find(f"{W}pPr/{W}ind"), "left", "start") or style.indent
    paras: list[Para] = []
    for line in content.lines:
        pieces, mark = split_mark(line, tabs=1) if apart else (line, "")
        text, bold = fold_stretches(pieces)
        if not text and not (label and not paras):
            continue
        kind = "heading" if level or (text and is_bold_heading(text, bold)) else "list_item" if label else "paragraph"
        opener = label + " " if label else ""
        paras.append(
            Para(opener + text, shifted(bold, len(opener)), kind, style.name, level if kind == "heading" else depth, indent=indent)
        )
        if mark:
            paras.append(Para(mark, kind=MARK, style=style.name))
        label = ""
    return paras, content


def _heading_level(paragraph: Element, style: Style) -> int:
    """1-6 for a heading by its style or outline level, 0 for other text."""
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    outline = style.outline if own is None else whole(value(own), BODY_TEXT)
    if style.name.lower() in ("title", "subtitle"):
        return 1
    return 0 if outline is None or outline >= BODY_TEXT else min(outline + 1, _DEEPEST_HEADING)


def _number(paragraph: Element, name: str, style: Style, numbering: Numbering) -> tuple[str, int]:
    """The label that Word prints before the paragraph, and its depth from 1; ("", 0) where it is not numbered."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    instance = value(own.find(W + "numId")) if own is not None else None
    instance = instance or style.number
    if not instance or instance == "0":  # 0 takes off the numbering of the style
        return "", 0
    level = own.find(W + "ilvl") if own is not None else None
    if level is not None:
        index = whole(value(level))
    elif style.number_level is not None:
        index = style.number_level
    else:
        index = numbering.level_of_style(instance, name)
    label = numbering.label(instance, index)
    return label, index + 1 if label else 0
