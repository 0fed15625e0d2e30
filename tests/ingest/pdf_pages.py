"""PDFs drawn for the tests: words at given places, ruled tables, passwords, pictures."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]
LEFT, RIGHT, TOP = 72.0, 523.0, 760.0


def pdf(*pages: Draw, encrypt: StandardEncryption | None = None, title: str = "") -> bytes:
    """A PDF of the pages that the functions draw."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, encrypt=encrypt)
    canvas.setTitle(title)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def words(*lines: tuple[float, float, str], bold: bool = False, size: float = 11) -> Draw:
    """Lines of text at (x from the left, y from the bottom)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return draw


def flowing(
    paragraphs: Sequence[str], *, x: float = LEFT, width: float = RIGHT - LEFT, top: float = TOP, step: float = 13, gap: float = 8
) -> Draw:
    """Paragraphs broken into lines of a column, one under the other; "**" before a paragraph sets it bold."""

    def draw(canvas: Canvas) -> None:
        y = top
        for paragraph in paragraphs:
            font = "Helvetica-Bold" if paragraph.startswith("**") else "Helvetica"
            canvas.setFont(font, 11)
            for line in simpleSplit(paragraph.removeprefix("**"), font, 11, width):
                canvas.drawString(x, y, line)
                y -= step
            y -= gap

    return draw


def grid(columns: Sequence[float], rows: Sequence[Sequence[str]], *, top: float = TOP, bold_head: bool = False, unclosed: str = "") -> Draw:
    """A ruled table; a cell's lines are parted by newlines, and broken at the cell's width.

    ``unclosed`` names the ends ("top", "bottom", or both) without a rule, as rows cut by a page break are drawn.
    """
    step = 13

    def draw(canvas: Canvas) -> None:
        y = top
        for number, row in enumerate(rows):
            canvas.setFont("Helvetica-Bold" if bold_head and number == 0 else "Helvetica", 10)
            broken = [_broken(cell, right - left - 10) for cell, left, right in zip(row, columns, columns[1:], strict=False)]
            height = step * max(map(len, broken)) + 6
            for lines, left in zip(broken, columns, strict=False):
                for at, line in enumerate(lines):
                    canvas.drawString(left + 5, y - 11 - at * step, line)
            for x in columns:
                canvas.line(x, y, x, y - height)
            if number or "top" not in unclosed:
                canvas.line(columns[0], y, columns[-1], y)
            y -= height
        if "bottom" not in unclosed:
            canvas.line(columns[0], y, columns[-1], y)

    return draw


def _broken(text: str, width: float) -> list[str]:
    return [line for part in text.split("\n") for line in simpleSplit(part, "Helvetica", 10, width) or [""]]


def both(*parts: Draw) -> Draw:
    """Everything that the parts draw, on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def picture(canvas: Canvas) -> None:
    """A page that is a picture, as a scanner makes it."""
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, *A4)


def picture_font() -> str | None:
    """The path of a font that has ticks, where the machine has one."""
    found = next(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"), None) if Path("/usr/share/fonts").is_dir() else None
    return str(found) if found else None
