"""What a text carries for the site or wiki that shows it."""

from __future__ import annotations

import pytest

from minutes_miner.ingest.plain import read as read_plain
from minutes_miner.model import Document
from tests.ingest.pages import texts


def read(text: str) -> Document:
    return read_plain(text.encode(), source="minutes.md")


@pytest.mark.parametrize(
    ("front", "kept", "filed"),
    [
        ('+++\ntitle = "Board, week 3"\ndate = "2031-02-10"\n\n[extra]\ntags = ["Minutes"]\n+++\n', ["Board, week 3"], "2031-02-10"),
        ("---\ntitle: Board\ndate: 2031-02-10 19:30\napologies:\n  - Jo Ash (Treasurer)\n  - 'Kim Elm'\nchair: Jo\n---\n",
         ["Board", "Apologies: Jo Ash (Treasurer), Kim Elm"], "2031-02-10"),
        ("---\ntrustees:\n- Jo Ash\n- Kim Elm\ntags:\n- minutes\n---\n", ["Present: Jo Ash, Kim Elm"], None),
        ("+++ this is no front matter\n", ["+++ this is no front matter"], None),
    ],
)  # fmt: skip
def test_front_matter_gives_title_people_and_the_day_of_filing(front: str, kept: list[str], filed: str | None) -> None:
    document = read(f"{front}\nThe gates were painted.\n")
    assert texts(document) == [*kept, "The gates were painted."]
    assert document.meta.filed == filed


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Balance &pound;310 &amp; stamps&nbsp;(12)", ["Balance £310 & stamps (12)"]),
        ("Moss & Co; Ash&Elm; R&D", ["Moss & Co; Ash&Elm; R&D"]),
        ("1. Bins<br />The lid is lost.<br/><BR>2. Gates: none", ["1. Bins", "The lid is lost.", "2. Gates: none"]),
        ("| Task<br>again | Who |\n|---|---|\n| Paint | Jo |", ["Task again | Who", "Paint | Jo"]),
        ("- [ ] **Jo** to paint the gate\n- [x] Kim to pay", ["- Jo to paint the gate", "- [x] Kim to pay"]),
        ("* Gates\n** Jo to paint them\n**Bold** words stay", ["* Gates", "* Jo to paint them", "Bold words stay"]),
        ("_Jo Ash, Kim Elm_ and snake_case_word, ____", ["Jo Ash, Kim Elm and snake_case_word, ____"]),
        ("Held on 3<sup>rd</sup> May, <em>Jo</em> said 2 < 3", ["Held on 3rd May, Jo said 2 < 3"]),
    ],
)
def test_entities_breaks_boxes_and_stars(text: str, kept: list[str]) -> None:
    assert texts(read(text)) == kept


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("== Apologies ==", "Apologies"),
        ("= Board meeting", "Board meeting"),
        ("=== 4. Bins ===", "4. Bins"),
        ("= £450 in all", None),
        ("=====", None),
    ],
)
def test_headings_of_wikis(line: str, heading: str | None) -> None:
    document = read(f"Begun at seven.\n\n{line}\n\nNone.\n")
    found = [text for text, block in zip(texts(document), document.blocks, strict=True) if block.kind == "heading"]
    assert found == ([heading] if heading else [])


def test_bold_of_wikis() -> None:
    document = read("'''Present:''' Jo Ash\n")
    assert texts(document) == ["Present: Jo Ash"] and document.blocks[0].bold


PAGE = """<p><strong>Milford Parish Council</strong></p>
<p><strong>1. Apologies</strong></p>
<ul><li>Jo Ash</li>
<li>Kim Elm</li></ul>
"""


def test_a_page_below_front_matter_is_read_as_a_page() -> None:
    document = read(f"---\ntitle: Milford\n---\n\n{PAGE}")
    assert texts(document) == ["Milford", "Milford Parish Council", "1. Apologies", "• Jo Ash", "• Kim Elm"]
    assert [block.kind for block in document.blocks[1:]] == ["heading", "heading", "list_item", "list_item"]


def test_a_table_of_mark_up_among_markdown() -> None:
    rows = "<tr><td>4</td><td><b>Bins</b><br>\n\nNoted.</td><td>Who</td></tr><tr><td>5</td><td>Gates</td><td>JA</td></tr>"
    table = f"<table><tbody>{rows}</tbody></table>"
    document = read(f"# Minutes\n\n{table}\n\n**6. Next meeting**\n\nIn May.\n")
    assert "<" not in document.text and texts(document)[-2:] == ["6. Next meeting", "In May."]


@pytest.mark.parametrize("text", ["<jo@milford.example> wrote again.", "< 20 people came", "<Name withheld> spoke."])
def test_a_bracket_that_is_no_mark_up_stays(text: str) -> None:
    assert texts(read(text)) == [text]


def test_a_text_set_as_typed_in_a_page_keeps_its_lines() -> None:
    from minutes_miner.ingest.html import read as read_html

    page = "<html><body><pre>\nMILFORD COUNCIL\n\nPRESENT:  Jo Ash\n\n1. BINS\nThe lid was lost.\n</pre></body></html>"
    assert texts(read_html(page.encode(), source="m.html")) == ["MILFORD COUNCIL", "PRESENT: Jo Ash", "1. BINS", "The lid was lost."]
