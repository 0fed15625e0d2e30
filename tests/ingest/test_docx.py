from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from minutes_miner.errors import Damaged, TooLarge
from minutes_miner.ingest.docx import read
from minutes_miner.ingest.docx_numbering import printed
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.model import Document
from tests.ingest.pages import block_of, texts


def saved(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def made(build: Callable[[Any], None]) -> Document:
    """Build a Word document and read it."""
    document = docx.Document()
    build(document)
    return read(saved(document), source="minutes.docx")


LEVELS = {
    "clauses": (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")),
    "roman": (("upperRoman", "%1."), ("lowerRoman", "%2)")),
    "legal": (("upperRoman", "Part %1"), ("decimal", "%1.%2")),
    "bullets": (("bullet", "\uf0b7"),),
}


def numbered(document: Any, name: str, *entries: tuple[int, str], start: int | None = None) -> None:
    """Paragraphs (level, text) of a new instance of a numbering of our own; ``start``: a start that the instance sets itself."""
    root = document.part.numbering_part.element
    ids = [int(part.get(qn("w:abstractNumId"))) for part in root.findall(qn("w:abstractNum")) if part.get("name") == name]
    if ids:
        abstract = ids[0]
    else:
        abstract = 900 + len(root)
        levels = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'{"<w:isLgl/>" if name == "legal" and index else ""}<w:lvlText w:val="{text}"/></w:lvl>'
            for index, (form, text) in enumerate(LEVELS[name])
        )
        root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}" name="{name}">{levels}</w:abstractNum>'))
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    instance = 500 + len(root)
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{instance}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'))
    for level, text in entries:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'))


def test_paragraphs_headings_and_bold() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Wexbourne Parish Council", style="Title")
        document.add_heading("Apologies", 2)
        document.add_paragraph("Present:\tCllr Ash\u00a0and  Cllr Birch")
        document.add_paragraph().add_run("4. Finance").bold = True
        paragraph = document.add_paragraph()
        paragraph.add_run("ACTION:").bold = True
        paragraph.add_run(" Clerk to write.")

    document = made(build)
    assert document.format == "docx"
    assert texts(document) == [
        "Wexbourne Parish Council", "Apologies", "Present: Cllr Ash and Cllr Birch", "4. Finance", "ACTION: Clerk to write."
    ]  # fmt: skip
    assert [(block.kind, block.level, block.role) for block in document.blocks] == [
        ("heading", 1, "masthead"), ("heading", 2, "body"), ("paragraph", 0, "body"), ("heading", 0, "body"), ("paragraph", 0, "body")
    ]  # fmt: skip
    action = block_of(document, "ACTION")
    assert [document.slice(*span) for span in action.bold] == ["ACTION:"]
    assert {block.page for block in document.blocks} == {None}


def test_a_line_break_ends_a_line() -> None:
    def build(document: Any) -> None:
        run = document.add_paragraph("one").add_run()
        run.add_break()
        run.add_text("two")

    assert texts(made(build)) == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "entries", "expected"),
    [
        ("clauses", [(0, "a"), (1, "b"), (1, "c"), (2, "d"), (0, "e"), (1, "f")], ["1. a", "1.1 b", "1.2 c", "(a) d", "2. e", "2.1 f"]),
        ("roman", [(0, "a"), (1, "b"), (1, "c"), (0, "d")], ["I. a", "i) b", "ii) c", "II. d"]),
        ("legal", [(0, "a"), (1, "b")], ["Part I a", "1.1 b"]),
        ("bullets", [(0, "a"), (0, "b")], ["• a", "• b"]),
        ("clauses", [(1, "deep first")], ["1.1 deep first"]),
    ],
)
def test_numbering_as_printed(name: str, entries: list[tuple[int, str]], expected: list[str]) -> None:
    document = made(lambda made: numbered(made, name, *entries))
    assert texts(document) == expected
    assert {block.kind for block in document.blocks} == {"list_item"}


def test_instances_share_counters_unless_they_start_anew() -> None:
    def build(document: Any) -> None:
        numbered(document, "clauses", (0, "a"), (0, "b"))
        numbered(document, "clauses", (0, "c"))
        numbered(document, "clauses", (0, "d"), (0, "e"), start=7)

    assert texts(made(build)) == ["1. a", "2. b", "3. c", "7. d", "8. e"]


def test_numbering_by_style_and_empty_paragraphs_do_not_count() -> None:
    def build(document: Any) -> None:
        for text in ("a", "", "b"):
            document.add_paragraph(text, style="List Number")

    assert texts(made(build)) == ["1. a", "2. b"]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (4, "lowerRoman", "iv"),
        (9, "upperRoman", "IX"),
        (5, "decimalZero", "05"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (6, "chicago", "6"),
    ],
)
def test_number_forms(number: int, form: str, expected: str) -> None:
    assert printed(number, form) == expected


def test_tables_stand_in_document_order_and_merged_cells_once() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Actions")
        table = document.add_table(rows=3, cols=3)
        for row, cells in enumerate((("ITEM", "BY WHOM", "BY WHEN"), ("Hedge", "Clerk", "May"), ("", "Cllr Ash", "June"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        document.add_paragraph("Closed.")

    document = made(build)
    assert texts(document) == ["Actions", "ITEM | BY WHOM | BY WHEN", "Hedge | Clerk | May", " | Cllr Ash | June", "Closed."]
    assert [block.table for block in document.blocks] == [None, 1, 1, 1, None]


def test_a_layout_table_is_unrolled() -> None:
    prose = "The Chair thanked all who had come and said that the path by the mill would be mended before the winter."

    def build(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        for row, (number, owner) in enumerate((("1. Bins", "AA"), ("2. Paths", "BB"), ("3. Hedges", "CC"))):
            table.cell(row, 0).text, table.cell(row, 1).text, table.cell(row, 2).text = number, f"{prose}\n{prose}", owner
            table.cell(row, 1).add_paragraph(prose)

    document = made(build)
    assert texts(document, "title") == ["1. Bins", "2. Paths", "3. Hedges"]
    assert texts(document, "action") == ["AA", "BB", "CC"]


def test_a_table_inside_a_layout_table_keeps_its_rows() -> None:
    prose = "The Chair thanked all who had come and said that the path by the mill would be mended before the winter."

    def build(document: Any) -> None:
        table = document.add_table(rows=3, cols=3)
        for row, title in enumerate(("1. Actions", "2. Paths", "3. Hedges")):
            table.cell(row, 0).text, table.cell(row, 1).text, table.cell(row, 2).text = title, prose, "AA"
            table.cell(row, 1).add_paragraph(prose)
        inner = table.cell(0, 1).add_table(rows=2, cols=2)
        for index, text in enumerate(("Action", "Owner", "Mend the gate", "Clerk")):
            inner.cell(index // 2, index % 2).text = text
        table.cell(0, 1).add_paragraph("That was all.")

    document = made(build)
    assert texts(document)[:6] == ["1. Actions", prose, "AA", prose, "Action | Owner", "Mend the gate | Clerk"]
    assert block_of(document, "Mend the gate").table == 1
    assert "That was all." in texts(document, "body")


def test_a_table_inside_a_data_table_keeps_its_words() -> None:
    def build(document: Any) -> None:
        table = document.add_table(rows=3, cols=4)
        for index in range(12):
            table.cell(index // 4, index % 4).text = f"c{index}"
        table.cell(1, 1).add_table(rows=1, cols=2).cell(0, 1).text = "inner"

    assert "c4 | c5 inner | c6 | c7" in texts(made(build))


def test_a_frame_of_one_cell_is_read_as_text() -> None:
    def build(document: Any) -> None:
        document.add_table(rows=1, cols=1).cell(0, 0).text = "Draft minutes"

    assert [(block.kind, block.role) for block in made(build).blocks] == [("paragraph", "body")]


def test_tracked_changes_fields_and_hidden_text() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("The sum is ")
        paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>£4</w:delText></w:r></w:del>'))
        paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="x"><w:r><w:t>£5</w:t></w:r></w:ins>'))
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:instrText> PAGE </w:instrText></w:r>"))
        paragraph.add_run(" secret").font.hidden = True

    assert texts(made(build)) == ["The sum is £5"]


def test_headers_footers_and_tables_of_contents_are_left_out() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Wexbourne running head"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        style = document.styles.add_style("toc 1", 1)
        document.add_paragraph("1. Apologies 2", style=style)
        document.add_paragraph("Minutes")

    assert texts(made(build)) == ["Minutes"]


def test_text_boxes_and_content_controls() -> None:
    def build(document: Any) -> None:
        paragraph = document.add_paragraph("Minutes")
        box = parse_xml(f"<w:txbxContent {nsdecls('w')}><w:p><w:r><w:t>Next meeting: 4 June</w:t></w:r></w:p></w:txbxContent>")
        holder = OxmlElement("w:pict")
        holder.append(box)
        paragraph.add_run()._r.append(holder)
        control = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Present: Cllr Ash</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        )
        document.element.body.insert(1, control)

    document = made(build)
    assert texts(document) == ["Minutes", "Next meeting: 4 June", "Present: Cllr Ash"]
    assert [block.role for block in document.blocks] == ["body", "aside", "body"]


def test_the_files_own_title_only_where_nothing_else_is_a_heading() -> None:
    def untitled(document: Any) -> None:
        document.core_properties.title = "Parks Panel"
        document.add_paragraph("Minutes of a meeting.")

    def titled(document: Any) -> None:
        untitled(document)
        document.add_heading("Minutes", 1)

    assert made(untitled).meta.title == "Parks Panel"
    assert made(titled).meta.title is None


def _repacked(data: bytes, **changed: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name, old.read(name)))
    return held.getvalue()


def test_damaged_documents() -> None:
    data = saved(docx.Document())
    for broken in (data[: len(data) // 2], _repacked(data, **{"word/document.xml": b"<w:document"})):
        with pytest.raises(Damaged, match="again"):
            read(broken, source="minutes.docx")


def test_a_strict_document_says_how_to_save_it() -> None:
    strict = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    with pytest.raises(Damaged, match="Strict Open XML"):
        read(_repacked(saved(docx.Document()), **{"word/document.xml": strict}), source="minutes.docx")


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = _repacked(saved(docx.Document()), **{"word/document.xml": b" " * 5_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge, match="unpacks to"):
        read(bomb, source="minutes.docx", limits=ReadLimits(max_unpacked=1_000_000))
