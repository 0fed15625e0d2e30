"""A DOCX's parts: opening the package, its styles and its footnotes.

Element and attribute names: ECMA-376 part 1, chapter 17 (WordprocessingML).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from minutes_miner.errors import Damaged, TooLarge
from minutes_miner.ingest.limits import ReadLimits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_STRICT = b"http://purl.oclc.org/ooxml/"  # the namespaces of "Strict Open XML", which python-docx does not know
# What zipfile, lxml and python-docx raise for packages that break off, lack parts or hold something else.
_BROKEN = (
    PackageNotFoundError,
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    AttributeError,
    NotImplementedError,
    EOFError,
)
BODY_TEXT = 9  # w:outlineLvl of what is no heading
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 50  # styles that build on styles; a longer chain runs in a circle


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style, with what it takes from the styles that it is based on. None: not said."""

    name: str = ""
    bold: bool | None = None
    outline: int | None = None  # 0 for the highest heading level, as Word counts
    number: str | None = None  # id of its numbering definition
    number_level: int | None = None
    indent: float = 0.0  # points


@dataclass(frozen=True)
class Package:
    """An open DOCX: its body, styles by id, and the parts that its readers look into."""

    body: Element
    styles: Styles
    numbering: Element | None
    footnotes: Mapping[str, Element]
    title: str | None  # of the file's properties


def value(element: Element | None, name: str = "val") -> str | None:
    """An element's attribute in Word's namespace; None where the element is missing."""
    return None if element is None else element.get(W + name)


def whole(text: str | None, default: int = 0) -> int:
    """A whole number as Word writes it; ``default`` where it is missing or malformed."""
    return int(text) if text and text.isdecimal() else default


def switched_on(element: Element | None) -> bool | None:
    """An on/off property such as <w:b/>; None where it is not said."""
    return None if element is None else value(element) not in _OFF


def points(element: Element | None, *names: str) -> float:
    """The first of the named measures that ``element`` states, twentieths of a point turned into points; 0 where there is none."""
    for name in names:
        text = value(element, name) or ""
        if text.lstrip("-").isdigit():
            return int(text) / 20
    return 0.0


def open_package(data: bytes, *, source: str, limits: ReadLimits) -> Package:
    """Open the bytes of a DOCX. Raises Damaged, and TooLarge where it would unpack to more than the limits allow."""
    from docx import Document

    _check_size(data, source, limits)
    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
    except _BROKEN as error:
        # Python's own words for what is missing ("... has no attribute ...") help nobody.
        why = "parts of it are missing" if isinstance(error, AttributeError | KeyError) else str(error)
        raise Damaged(f"{source}: this Word document cannot be opened ({why}); open it in Word and save it again as .docx") from error
    part = document.part
    numbering = next((rel.target_part.element for rel in part.rels.values() if rel.reltype.endswith("/numbering")), None)
    return Package(
        body=body,
        styles=Styles(document.styles.element),
        numbering=numbering,
        footnotes=_footnotes(part),
        title=document.core_properties.title or None,
    )


def _check_size(data: bytes, source: str, limits: ReadLimits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels")))
            strict = _STRICT in archive.read("word/document.xml")[:4000] if unpacked <= limits.max_unpacked else False
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError) as error:
        raise Damaged(f"{source}: this Word document breaks off or is damaged ({error}); download or save it again") from error
    if unpacked > limits.max_unpacked:
        limit = limits.max_unpacked / 1e6
        raise TooLarge(f"{source}: it unpacks to {unpacked / 1e6:,.0f} MB of text; up to {limit:,.0f} MB are read. Split it")
    if strict:
        raise Damaged(f"{source}: this is a 'Strict Open XML' document; save it in Word as an ordinary Word document (.docx)")


def _footnotes(part: Any) -> dict[str, Element]:
    for relation in part.rels.values():
        if relation.reltype == _FOOTNOTES:
            root = etree.fromstring(relation.target_part.blob)
            notes = root.findall(W + "footnote")
            return {note.get(W + "id", ""): note for note in notes if note.get(W + "type") in (None, "normal")}
    return {}


class Styles:
    """A document's styles, each worked out when it is first asked for: templates bring some two hundred, minutes use ten."""

    def __init__(self, root: Element) -> None:
        self._elements = {style.get(W + "styleId", ""): style for style in root.findall(W + "style")}
        self._known: dict[str, Style] = {}

    def get(self, name: str, *, depth: int = 0) -> Style:
        """The style of that id; one that says nothing where there is none."""
        known = self._known.get(name)
        if known is not None:
            return known
        element = self._elements.get(name)
        if element is None or depth > _DEEPEST:
            return Style()
        based_on = value(element.find(W + "basedOn"))
        self._known[name] = _over(self.get(based_on, depth=depth + 1) if based_on else Style(), element)
        return self._known[name]


def _over(base: Style, element: Element) -> Style:
    """The style that ``element`` makes of the one it is based on."""
    paragraph = element.find(W + "pPr")
    bold = switched_on(element.find(f"{W}rPr/{W}b"))
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    numbering = None if paragraph is None else paragraph.find(W + "numPr")
    level = None if numbering is None else numbering.find(W + "ilvl")
    return replace(
        base,
        name=value(element.find(W + "name")) or "",
        bold=base.bold if bold is None else bold,
        outline=base.outline if outline is None else whole(value(outline), BODY_TEXT),
        number=base.number if numbering is None else value(numbering.find(W + "numId")) or base.number,
        number_level=base.number_level if level is None else whole(value(level)),
        indent=points(element.find(f"{W}pPr/{W}ind"), "left", "start") or base.indent,
    )
