"""What the PDF layouts share: fonts as Word sets them, paragraphs of a block, the running header and footer, fixed dates."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from corpus.build.source import Block

# Word's hyphenation breaks such words at a line's end; reportlab breaks where a soft hyphen stands.
_BREAKS = (
    "resur-facing mainten-ance corres-pondence instal-lation con-tractor pay-ments consul-tation pre-decessor inter-views Coun-cillor "
    "quota-tion compe-tition appli-cation resi-dent diver-sion adver-tised remain-der arrange-ments neigh-bouring insur-ance commit-tee"
)
_HYPHENS = {word.replace("-", ""): word.replace("-", "\u00ad") for word in _BREAKS.split()}


class Type:
    """The paragraph styles of one document."""

    def __init__(self, family: str = "Helvetica", size: float = 11, align: int = TA_JUSTIFY, *, hyphens: bool = False) -> None:
        self.hyphens = hyphens
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[family]
        slant = {"Helvetica": "Helvetica-Oblique", "Times-Roman": "Times-Italic"}[family]
        base: dict[str, Any] = {"fontName": family, "bulletFontName": family, "fontSize": size, "leading": size * 1.18}
        base |= {"spaceAfter": size * 0.7, "embeddedHyphenation": 1}
        self.para = ParagraphStyle("para", alignment=align, **base)
        self.limb = ParagraphStyle("limb", parent=self.para, leftIndent=28, bulletIndent=4)
        self.sublimb = ParagraphStyle("sublimb", parent=self.para, leftIndent=56, bulletIndent=30)
        self.bullet = ParagraphStyle("bullet", parent=self.para, leftIndent=46, bulletIndent=30)
        self.subhead = ParagraphStyle("subhead", parent=self.para, fontName=bold, alignment=TA_LEFT, keepWithNext=1, spaceAfter=size * 0.4)
        self.italic = ParagraphStyle("italic", parent=self.para, fontName=slant, alignment=TA_LEFT)
        self.centre = ParagraphStyle("centre", parent=self.para, fontName=bold, alignment=TA_CENTER)
        self.cell = ParagraphStyle("cell", parent=self.para, fontSize=size - 1, leading=(size - 1) * 1.15, alignment=TA_LEFT, spaceAfter=2)
        self.cell_bold = ParagraphStyle("cell_bold", parent=self.cell, fontName=bold)
        self.title = ParagraphStyle("title", parent=self.centre, fontSize=size + 2, leading=(size + 2) * 1.2)

    def paragraph(self, block: Block) -> Paragraph:
        """A block as a paragraph of its kind, label or bullet hanging."""
        lettered = block.kind == "limb" and block.label.startswith("(") and block.label[1].isalpha()
        style = self.sublimb if lettered else getattr(self, block.kind)
        mark = "•" if block.kind == "bullet" else block.label
        return Paragraph(self.rich(block.text), style, bulletText=mark or None)

    def rich(self, text: str) -> str:
        """Text as reportlab's mark-up, bold kept, soft hyphens put in where the document hyphenates."""
        escaped = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text.replace("[[cut]]", ""), quote=False))
        if self.hyphens:
            for word, broken in _HYPHENS.items():
                escaped = escaped.replace(word, broken)
            # reportlab heeds soft hyphens only in a paragraph of more than one style.
            escaped += '<font color="#000001"> </font>'
        return escaped


def ruled_table(rows: Sequence[Block], type_: Type, widths: Sequence[float]) -> Table:
    """Rows of a source table, ruled, the column headings shaded and repeated on the next page."""
    cells = [[Paragraph(type_.rich(c), type_.cell_bold if row.kind == "header" else type_.cell) for c in row.cells] for row in rows]
    heads = sum(row.kind == "header" for row in rows)
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2)]
    if heads:
        style.append(("BACKGROUND", (0, 0), (-1, heads - 1), colors.HexColor("#d9d9d9")))
    table = Table(cells, colWidths=list(widths), repeatRows=heads, style=TableStyle(style))
    table.spaceAfter = 10
    return table


def even_widths(rows: Sequence[Block], total: float) -> list[float]:
    """Column widths in points: by the longest cell of each column, between a twelfth and two thirds of ``total``."""
    longest = [max(len(row.cells[n]) for row in rows) ** 0.6 for n in range(len(rows[0].cells))]
    weights = [max(weight, sum(longest) / 12) for weight in longest]
    return [total * weight / sum(weights) for weight in weights]


def build(story: list[Flowable], *, title: str, author: str, furniture: Callable[[Any, Any], None], margins: float = 72) -> bytes:
    """The PDF of a story, the same bytes each time; ``furniture`` draws each page's header and footer."""
    buffer = io.BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=margins,
        rightMargin=margins,
        topMargin=72,
        bottomMargin=62,
        title=title,
        author=author,
        invariant=1,
    )
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()
