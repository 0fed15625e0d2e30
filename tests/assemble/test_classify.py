"""What a document is, with the reason."""

from __future__ import annotations

import pytest

from minutes_miner.assemble.classify import classify
from minutes_miner.assemble.header import read_header
from minutes_miner.ingest.build import DocumentBuilder
from minutes_miner.model import Document


def document(*lines: str, file_format: str = "pdf", roles: tuple[str, ...] = ()) -> Document:
    builder = DocumentBuilder()
    for number, line in enumerate(lines):
        builder.add(line, role=roles[number] if number < len(roles) else "body")
    return Document(source="d.pdf", format=file_format, text=builder.text, blocks=builder.blocks)


MINUTES = (
    "Milford Parish Council - 2nd July 2030",
    "Present: Cllr P Moss, Cllr J Hill",
    "1. Apologies",
    "None were received.",
    "2. Roads",
    "The Clerk reported that the hole was mended. It was agreed to write.",
)
AGENDA = (
    "MILFORD PARISH COUNCIL",
    "MEETING TO BE HELD ON THURSDAY, 14th NOVEMBER 2030 @ 7.15pm",
    "AGENDA",
    "1. To receive apologies from members",
    "2. To approve the minutes of the last meeting",
    "3. To discuss matters arising",
)
COMMITTEE_AGENDA = (
    "AGENDA",
    "CABINET",
    "Thursday, 30th January, 2031, at 10.00 am",
    "1. Apologies",
    "2. Minutes of the Meeting held on 9th January 2031",
)
REPORT = (
    "Ashdale Safeguarding Board",
    "Annual Report",
    "Table of Contents",
    *(f"{n} Chapter on care ..... {n * 3}" for n in range(1, 9)),
    "The Board agreed a plan and considered its work. " * 40,
)
CHAPTERS = ("Foreword", "Who we are", "What we did", "Money")
SHORT_REPORT = (
    "Ashdale Safeguarding Board",
    "Annual Report",
    "Contents",
    *(f"{n}. {title}" for n, title in enumerate(CHAPTERS, 1)),
    *(line for title in CHAPTERS for line in (title, "The Board agreed its plan and asked why. It was reported that all went well.")),
)
LOG = ("Planning Committee", "Action tracker", "Ref, action, owner, status", "1 Mend the gate, Clerk, ongoing")
CASES = [
    (document(*MINUTES), 2, 1, "minutes"),
    (document(*MINUTES[:4], "2. Lane", "Cllr Moss was unsure how it would look."), 2, 0, "minutes"),
    (document(*AGENDA), 3, 0, "agenda only"),
    (document("Present: Cllr P Moss", *AGENDA[3:], "None was raised; all was approved for payment."), 3, 1, "minutes"),
    (document(*COMMITTEE_AGENDA), 2, 0, "agenda only"),
    (document(*REPORT), 4, 3, "report"),
    (document(*SHORT_REPORT), 4, 3, "report"),
    (document(*LOG), 0, 1, "action log"),
    (document("Meetings of the Cabinet", "3 May 2030", file_format="moderngov-list"), 0, 0, "other"),
    (
        document("1.", "Roads", "To receive the report", file_format="moderngov-meeting", roles=("number", "title", "agenda")),
        1,
        0,
        "agenda only",
    ),
    (document("1.", "Roads", "Agreed.", file_format="moderngov-meeting", roles=("number", "title", "minutes")), 1, 1, "minutes"),
    (
        document("Annual report", "The Chair asked why. It was agreed.", file_format="moderngov-item", roles=("title", "minutes")),
        1,
        1,
        "minutes",
    ),
    (document("Welcome to our village", "The shop is open."), 0, 0, "other"),
]


@pytest.mark.parametrize(("page", "n_items", "n_decisions", "wanted"), CASES)
def test_classes(page: Document, n_items: int, n_decisions: int, wanted: str) -> None:
    kind, reason = classify(page, read_header(page), n_items=n_items, n_decisions=n_decisions)
    assert kind == wanted
    assert len(reason) > 10
