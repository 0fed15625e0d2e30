"""Whether two records are of one meeting: day, body, hour and kind, and the words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from minutes_miner.model import Meeting
from minutes_miner.sameness import APART, DOUBTFUL, SAME, Sameness, rank
from tests.factories import item, meeting

SALT = "The Clerk said that the salt bin at the lay-by had been empty since the frost and that she would order more before the winter."
GATE = "Councillor Marlowe had measured the gate on the green; a second hinge was wanted, and the carpenter would be asked for a price."
OTHER = "Nobody had come to speak. The lamps by the chapel were lit at last, which was welcomed by all who walk there after dark."
LONG = " ".join(f"word{number}" for number in range(90))


def one(source: str = "a.txt", *texts: str, titles: tuple[str, ...] = ("Salt", "Gate", "Finance"), **more: Any) -> Meeting:
    """A meeting with ``texts`` under ``titles``."""
    given = (*(texts or (SALT, GATE)), *[""] * len(titles))
    items = tuple(item(str(number), title, text=text) for number, (title, text) in enumerate(zip(titles, given, strict=False), 1))
    return meeting(source, **({"items": items} | more))


_FEWER = ("Salt", "Gate", "Accounts")

CASES: dict[str, tuple[Meeting, Meeting, str]] = {
    "a draft corrected": (one(status="draft"), one("b.txt", SALT.replace("winter", "spring"), GATE), SAME),
    "hours written in two ways": (one(time="7.30 pm"), one("b.txt", time="19:30 – 21.00"), SAME),
    "an hour stated by one only": (one(time="7.30 pm"), one("b.txt"), SAME),
    "another hour": (one(time="6.00 pm"), one("b.txt", time="7.00 pm"), APART),
    "another hour of the very same words": (one("a.txt", LONG, time="7pm"), one("b.txt", LONG, time="7.15pm"), SAME),
    "another kind": (one(title="Extraordinary Meeting of the Council"), one("b.txt", title="Annual Meeting of the Council"), APART),
    "an emergency meeting is extraordinary": (one(title="Emergency meeting"), one("b.txt", title="Extraordinary Council meeting"), SAME),
    "an annual report is no kind": (one(title="Annual Report"), one("b.txt", title="Minutes of the Ordinary Meeting"), SAME),
    "another committee": (one(), one("b.txt", committee="Cabinet"), APART),
    "a draft written anew": (one(status="draft"), one("b.txt", OTHER, OTHER), SAME),
    "a draft by its file's name, written anew": (one("draft 8 october.txt"), one("b.txt", OTHER), SAME),
    "a draft with another item, same hour": (
        one(status="draft", time="7 pm"),
        one("b.txt", OTHER, time="7pm", titles=_FEWER),
        SAME,
    ),
    "a draft with another item, no hour": (one(status="draft"), one("b.txt", OTHER, titles=_FEWER), DOUBTFUL),
    "the same agenda, no draft": (one(), one("b.txt", OTHER, OTHER), DOUBTFUL),
    "another agenda": (one(status="draft"), one("b.txt", OTHER, titles=("Lamps", "Path", "Bins")), APART),
    "standing items in common": (one(), one("b.txt", OTHER, titles=("Salt", "Lamps", "Path", "Bins", "Close")), APART),
}


@pytest.mark.parametrize(("a", "b", "said"), CASES.values(), ids=CASES)
def test_whether_two_records_are_of_one_meeting(a: Meeting, b: Meeting, said: str) -> None:
    assert (Sameness().of(a, b), Sameness().of(b, a)) == (said, said)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("minutes-12-march.pdf", "draft-minutes-12-march.pdf"),
        ("2024/12 March FINAL.docx", "2024/12 March.docx"),
        ("12_march_approved.pdf", "12_march.pdf"),
        ("minutes v10.pdf", "minutes v9.pdf"),
        ("minutes_signed.pdf", "minutes v2.pdf"),
        ("minutes rev 2.pdf", "minutes.pdf"),
    ],
)
def test_where_the_words_do_not_say_the_name_of_the_file_tells_the_later(first: str, second: str) -> None:
    # The earlier one is the fuller, which decides only where nothing else does.
    ranked = sorted((one(second, words=900), one(first, words=400)), key=rank)
    assert [each.source for each in ranked] == [first, second]


def test_the_words_go_before_the_name_of_the_file() -> None:
    draft, final = one("final.pdf", status="draft"), one("draft.pdf", status="approved", day=date(2024, 3, 12))
    assert min(draft, final, key=rank) is final


def test_records_that_differ_are_told_from_two_readings_of_one() -> None:
    same = Sameness()
    assert same.differ(one(), one("b.txt", SALT.replace("frost", "rain"), GATE))
    assert not same.differ(one("a.txt", LONG), one("b.txt", LONG.replace("word7 ", "word 7 ")))
