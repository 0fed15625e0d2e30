from __future__ import annotations

import pytest

from minutes_miner.errors import Damaged, NotTheMinutes
from tests.ingest.pages import block_of, read, texts

PROSE = "The Chair thanked all who had come and said that the path by the mill would be mended before the winter."


def page(content: str, *, head: str = "", before: str = "", after: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{before}<div id='wrap'>{content}</div>{after}</body></html>"


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav><a href='/'>Home</a></nav>",
        "<header><div>Logo words</div></header>",
        "<footer>All rights reserved</footer>",
        "<div class='cookie-banner'>We use cookies to improve your visit</div>",
        "<aside>Recent posts</aside>",
        "<div id='sidebar-right'>Latest news of the village</div>",
        "<div class='sharedaddy sd-sharing'>Share this: Email</div>",
        "<div id='comments' class='comments-area'>One thought on this</div>",
        "<div role='navigation'>Minutes Agendas</div>",
        "<form role='search'>Search this site <input type='text'></form>",
        "<script>var words = 'none';</script>",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_furniture_is_left_out(furniture: str, place: str) -> None:
    document = read(page(f"<h1>Minutes</h1><p>{PROSE}</p><p>{PROSE}</p>", **{place: furniture}))
    assert texts(document) == ["Minutes", PROSE, PROSE]


def test_furniture_inside_the_content_is_left_out() -> None:
    content = f"<article><h1>Minutes</h1><p>{PROSE}</p><p>{PROSE}</p><div class='share-links'>Tweet</div></article>"
    assert texts(read(page(content))) == ["Minutes", PROSE, PROSE]


def test_a_part_that_holds_the_prose_is_content_whatever_its_name() -> None:
    document = read(page(f"<div class='has-sidebar widget'><p>{PROSE}</p><p>{PROSE}</p></div>"))
    assert texts(document) == [PROSE, PROSE]


def test_an_article_in_main() -> None:
    document = read(page(f"<main><div><article><h1>May</h1><p>{PROSE}</p></article></div><div>Copyright of the contributors</div></main>"))
    assert texts(document) == ["May", PROSE]


def test_the_title_outside_the_content_comes_first() -> None:
    document = read(
        page(f"<div><h1>Parks Panel, 4 June 2024</h1></div><div class='entry-content'><p>{PROSE}</p><h1>1. Bins</h1><p>{PROSE}</p></div>")
    )
    assert [block.role for block in document.blocks] == ["masthead", "body", "body", "body"]
    assert texts(document)[0] == "Parks Panel, 4 June 2024"


def test_without_headings_the_page_title_is_the_masthead() -> None:
    document = read(
        page(f"<p>{PROSE}</p>", head="<title>Minutes - June | Wexbourne</title><meta property='og:site_name' content='Wexbourne PC'>")
    )
    assert texts(document, "masthead") == ["Minutes - June | Wexbourne"]
    assert (document.meta.title, document.meta.organisation) == ("Minutes - June | Wexbourne", "Wexbourne PC")


def test_paragraphs_and_line_breaks() -> None:
    document = read(page(f"<p>{PROSE}</p><p>one<br>two<br><br>three</p><div>four <p>five</p> six</div>"))
    assert texts(document)[1:] == ["one", "two", "three", "four", "five", "six"]


def test_words_broken_over_lines_are_parted_by_one_space() -> None:
    assert (
        texts(read(page(f"<p>{PROSE}</p><p>sweep-\n  ing the&nbsp; <b>main</b>\nroad<sup>1</sup></p>")))[1] == "sweep- ing the main road1"
    )


def test_headings_and_bold_stretches() -> None:
    document = read(page(f"<h2>1. Bins</h2><p>{PROSE}</p><p><strong>2. Paths</strong></p><p><b>ACTION:</b> Clerk to write.</p>"))
    heading = block_of(document, "1. Bins")
    assert (heading.kind, heading.level, heading.label) == ("heading", 2, "1.")
    assert block_of(document, "2. Paths").kind == "heading"
    action = block_of(document, "ACTION")
    assert (action.kind, [document.slice(*span) for span in action.bold]) == ("paragraph", ["ACTION:"])


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ul><li>a</li><li>b</li></ul>", ["• a", "• b"]),
        ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"]),
        ("<ol type='a' start='3'><li>x</li><li value='9'>y</li><li>z</li></ol>", ["c. x", "i. y", "j. z"]),
        ("<ol type='I'><li>x</li><li>y</li></ol>", ["I. x", "II. y"]),
        ("<ul><li>(a) typed</li></ul>", ["(a) typed"]),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", ["1. a", "• b", "2. c"]),
        ("<ol><li><p>a</p><p>more</p></li></ol>", ["1. a", "more"]),
        ("<dl><dt>Venue</dt><dd>Hall</dd><dt>Clerk:</dt><dd>Ann Ash</dd><dt>Alone</dt></dl>", ["Venue: Hall", "Clerk: Ann Ash", "Alone:"]),
        ("<ul style='list-style: none'><li>plain</li></ul>", ["plain"]),
    ],
)
def test_lists(markup: str, expected: list[str]) -> None:
    assert texts(read(page(f"<p>{PROSE}</p>{markup}")))[1:] == expected


def test_list_items_know_their_depth() -> None:
    document = read(page(f"<p>{PROSE}</p><ol><li>one<ul><li>two</li></ul></li></ol>"))
    assert [(block.kind, block.level) for block in document.blocks[1:]] == [("list_item", 1), ("list_item", 2)]


def test_anchors() -> None:
    document = read(page(f"<p>{PROSE}</p><h2 id='bins'>Bins</h2><p>Noted.</p><p><a name='paths'></a>Paths</p>"))
    assert [block.anchor for block in document.blocks] == ["#wrap", "#bins", "#bins", "#paths"]


def test_a_data_table() -> None:
    rows = """<tr><th>ITEM</th><th>BY WHOM</th><th>BY WHEN</th></tr>
        <tr><td rowspan='2'>Hedge</td><td>Clerk</td><td>May</td></tr><tr><td>Cllr Ash</td><td>June</td></tr>"""
    document = read(page(f"<p>{PROSE}</p><table><caption>Actions</caption>{rows}</table>"))
    assert texts(document)[1:] == ["Actions", "ITEM | BY WHOM | BY WHEN", "Hedge | Clerk | May", " | Cllr Ash | June"]
    assert [(block.table, block.header_row) for block in document.blocks[2:]] == [(1, True), (1, False), (1, False)]


def test_a_layout_table_is_unrolled() -> None:
    rows = "".join(
        f"<tr><td>{number}.</td><td>{title}</td><td><p>{PROSE}</p><p>{PROSE}</p></td><td>{owner}</td></tr>"
        for number, title, owner in (("1", "Bins", "AA"), ("2", "Paths", "BB"), ("3", "Hedges", "CC"))
    )
    document = read(page(f"<table>{rows}</table>"))
    assert [block.role for block in document.blocks if block.role == "title"] == ["title"] * 3
    assert texts(document, "action") == ["AA", "BB", "CC"]


@pytest.mark.parametrize(
    "markup", ["<table><tr><td>{}</td></tr></table>", "<table><tr><td><table><tr><td>{}</td></tr></table></td><td>x</td></tr></table>"]
)
def test_tables_that_only_frame_text_are_walked(markup: str) -> None:
    document = read(page(markup.format(f"<p>{PROSE}</p><p>{PROSE}</p>")))
    assert texts(document)[:2] == [PROSE, PROSE]


def test_where_the_page_stood() -> None:
    saved = "<!-- saved from url=(0033)https://wexbourne.example/minutes -->"
    assert read(saved + page(f"<p>{PROSE}</p>")).meta.url == "https://wexbourne.example/minutes"
    assert (
        read(page(f"<p>{PROSE}</p>", head="<link rel='canonical' href='https://wexbourne.example/m'>")).meta.url
        == "https://wexbourne.example/m"
    )


def test_a_page_that_breaks_off_is_read_with_a_note() -> None:
    document = read(f"<html><body><p>{PROSE}</p><p>The meet")
    assert texts(document)[-1] == "The meet"
    assert "breaks off" in document.notes[0]


def test_deep_nesting_is_read_or_refused_never_lost() -> None:
    def nested(depth: int) -> str:
        return "<html><body>" + "<div>" * depth + PROSE + "</div>" * depth + "</body></html>"

    assert texts(read(nested(1500))) == [PROSE]
    with pytest.raises(Damaged, match="2,048 deep"):
        read(nested(5000))


@pytest.mark.parametrize(
    ("title", "content", "found"),
    [
        ("Sign in", "<form><input type='text'><input type='password'></form>", "a sign-in page"),
        ("Wexbourne", "<h1>Welcome</h1><p>Members' area</p><input type='PASSWORD'>", "a sign-in page"),
        ("404 - Not Found", "<h1>Sorry</h1>", "an error page"),
        ("403 Forbidden", "<h1>Forbidden</h1>", "an error page"),
        ("Access Denied", "<p>You don't have permission</p>", "an error page"),
        ("Wexbourne", "<h1>Page cannot be found</h1>", "an error page"),
        ("Just a moment...", "<p>Checking your browser</p>", "a robot check"),
        ("Cookie consent", "<p>Before you go on, choose your cookies.</p>", "a consent page"),
        ("Before you continue", "<button>Accept all</button><p>cookies</p>", "a consent page"),
    ],
)
def test_pages_sent_in_place_of_the_minutes(title: str, content: str, found: str) -> None:
    with pytest.raises(NotTheMinutes, match=found):
        read(page(content, head=f"<title>{title}</title>"))


def test_a_sign_in_box_beside_short_minutes_does_no_harm() -> None:
    assert PROSE in read(page(f"<h1>Minutes</h1>{f'<p>{PROSE}</p>' * 6}<form><input type='password'></form>")).text


@pytest.mark.parametrize(
    "title", ["Minutes of the Forbidden Woods Trust", "Minutes: access to the denied path", "Signing in sheet and minutes"]
)
def test_real_minutes_are_not_refused(title: str) -> None:
    assert read(page(f"<h1>{title}</h1>" + f"<p>{PROSE}</p>" * 20, head=f"<title>{title}</title>")).text


def test_a_term_left_open_at_the_end_of_a_cell_is_kept_in_its_cell() -> None:
    table = "<table><tr><td>Clerk</td><td><dt>Venue</dt></td></tr><tr><td>Chair</td><td>Ann Odell</td></tr></table>"
    assert texts(read(page(f"<p>{PROSE}</p>{table}<p>{PROSE}</p>")))[1:-1] == ["Clerk | Venue:", "Chair | Ann Odell"]


def test_people_listed_in_a_cell_beside_their_label_stay_apart() -> None:
    rows = "<tr><td>Present:</td><td>Jo Ash<br>Kim Elm (KE)</td></tr><tr><td>Apologies:</td><td>Pat Fir<br>Bo Oak</td></tr>"
    page = f"<html><body><h1>Minutes</h1><table>{rows}</table><p>The end.</p></body></html>"
    assert texts(read(page))[1:-1] == ["Present:", "Jo Ash", "Kim Elm (KE)", "Apologies:", "Pat Fir", "Bo Oak"]
