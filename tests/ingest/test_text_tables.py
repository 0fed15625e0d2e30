from __future__ import annotations

import pytest

from minutes_miner.ingest.plain import read as read_plain
from minutes_miner.model import Document


def read(text: str) -> Document:
    return read_plain(text.encode(), source="minutes.txt")


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text, each as rows of cells, its headings first."""
    document = read(text)
    found: dict[int, list[list[str]]] = {}
    for block in document.blocks:
        if block.table is not None:
            found.setdefault(block.table, []).append([document.slice(*cell) for cell in block.cells])
    return list(found.values())


SUMMARY = """\
10.  DATE OF NEXT MEETING
10.1 Thursday 9 May 2030.

SUMMARY OF ACTIONS
Item  Action                                  Owner     By
2.1   Tell the trust of the new officers      PR        Oct
5.3   Redraft the letting terms               JT        November meeting
6.1   Ask for prices of the hall roof         PR/LM
8.4   Send a photograph to the office         ALL       asap
"""
LOG = """\
EP/30/14 Action log
Ref     Item      Action                             Lead    Due      Update                                        RAG
1       30/05     Depot business case to members     PR      -        Approved by committee 30 Aug, with conditions AMBER
2       30/05     Letter about the ford              JT      -        Sent 25 May. Acknowledged only                AMBER
JT hoped that somebody would come forward for action 2 as the board was the poorer for having
only one voice from the west side.

EP/30/15 Visitor's story
"""
WRAPPED = """\
ACTION LOG
No.  Action                     Who        Update
1    Redraft the letting terms  Clerk and  With the solicitor, who
     and the price list         Treasurer  asks for the old lease
2    Mend the mill gate         Cllr Ash
3    Ask the county about the              No answer so far
     drain at Ford Lane
"""
CENTRED = """\
Outstanding actions
 Minute             Action required              By whom      By when

  4.2    Order the new sign for Ford Lane         Clerk      end of May
  7.1    Meet the tree officer                    Cllr Ash   asap
"""
RULED = """\
Action                                Owner        Deadline
------------------------------------  -----------  -----------
Write to the county about the
crossing at Mill Lane                 Clerk        1 May
Repaint the shelter                   Cllr Ash     end of June
"""
BLANKS = """\
Min   Task                        Resp.    Target

12a   Order the new sign          Clerk    1 May
      for Ford Lane

14    Meet the tree officer       PR       asap

15. ANY OTHER BUSINESS
None.
"""
GRID = """\
+-----+---------------------------+---------+
| Ref | Action                    | Lead    |
+-----+---------------------------+---------+
| 1   | Redraft the letting terms | Clerk   |
|     | and the price list        |         |
+-----+---------------------------+---------+
| 2   | Mend the mill gate        | PR      |
+-----+---------------------------+---------+
The meeting closed at 9pm.
"""
BARS = """\
Ref | Action | Owner | Due
1 | Redraft the letting terms | Clerk | 1 May
2 | Mend the mill gate | |
"""
TABS = "Ref\tAction\tOwner\tDue\n1\tRedraft the letting terms\tClerk\t1 May\n"
TABS += "2\tMend the mill gate\tPR\n\tMeet the tree officer\tPR\tasap\nClosed at 9pm.\n"
MANY_TABS = "Action\t\t\t\tOwner\tBy\nRedraft the letting terms\tClerk\t1 May\nMend the mill gate\t\tPR\n"
TWO_LINES = """\
Minute  Action                     By      By
no.                                whom    when
4       Order the new sign         PR      1 May
7       Meet the tree officer      JT
"""
TOLD = """\
**What**                       **Who**     **When**
Order the new sign             PR          1 May
meet the tree officer          JT          asap
"""
DONE = """\
Minute    What is to be done                     Who       When
47/31     Letter to the club about half of the   JT        6 May
          cost of a fence
48/31     Open day - posters                     PR/LM     by Half Term
"""
BANDED = """\
ref   action                     owner   progress      priority
Actions from the meeting of 12 June 2030
1     Order the new sign         PR      Done          High
2     Meet the tree officer      JT                    Low
Actions from the meeting of 9 May 2030
7     Repaint the shelter        LM      In hand       Low
"""
NO_NUMBERS = """\
Item  Action                      Owner   By
4.1   Order the new sign          PR      1 May
      Meet the tree officer       JT      1 June
      and the county's surveyor
      Repaint the shelter         LM      asap
"""
PAGES = """\
Item  Action                      Owner
4.1   Order the new sign          PR
\fItem  Action                      Owner
4.2   Meet the tree officer       JT
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            SUMMARY,
            [
                ["Item", "Action", "Owner", "By"],
                ["2.1", "Tell the trust of the new officers", "PR", "Oct"],
                ["5.3", "Redraft the letting terms", "JT", "November meeting"],
                ["6.1", "Ask for prices of the hall roof", "PR/LM", ""],
                ["8.4", "Send a photograph to the office", "ALL", "asap"],
            ],
        ),
        (
            LOG,
            [
                ["Ref", "Item", "Action", "Lead", "Due", "Update", "RAG"],
                ["1", "30/05", "Depot business case to members", "PR", "-", "Approved by committee 30 Aug, with conditions", "AMBER"],
                ["2", "30/05", "Letter about the ford", "JT", "-", "Sent 25 May. Acknowledged only", "AMBER"],
            ],
        ),
        (
            WRAPPED,
            [
                ["No.", "Action", "Who", "Update"],
                [
                    "1",
                    "Redraft the letting terms and the price list",
                    "Clerk and Treasurer",
                    "With the solicitor, who asks for the old lease",
                ],
                ["2", "Mend the mill gate", "Cllr Ash", ""],
                ["3", "Ask the county about the drain at Ford Lane", "", "No answer so far"],
            ],
        ),
        (
            CENTRED,
            [
                ["Minute", "Action required", "By whom", "By when"],
                ["4.2", "Order the new sign for Ford Lane", "Clerk", "end of May"],
                ["7.1", "Meet the tree officer", "Cllr Ash", "asap"],
            ],
        ),
        (
            RULED,
            [
                ["Action", "Owner", "Deadline"],
                ["Write to the county about the crossing at Mill Lane", "Clerk", "1 May"],
                ["Repaint the shelter", "Cllr Ash", "end of June"],
            ],
        ),
        (
            BLANKS,
            [
                ["Min", "Task", "Resp.", "Target"],
                ["12a", "Order the new sign for Ford Lane", "Clerk", "1 May"],
                ["14", "Meet the tree officer", "PR", "asap"],
            ],
        ),
        (
            GRID,
            [
                ["Ref", "Action", "Lead"],
                ["1", "Redraft the letting terms and the price list", "Clerk"],
                ["2", "Mend the mill gate", "PR"],
            ],
        ),
        (
            BARS,
            [
                ["Ref", "Action", "Owner", "Due"],
                ["1", "Redraft the letting terms", "Clerk", "1 May"],
                ["2", "Mend the mill gate", "", ""],
            ],
        ),
        (
            TABS,
            [
                ["Ref", "Action", "Owner", "Due"],
                ["1", "Redraft the letting terms", "Clerk", "1 May"],
                ["2", "Mend the mill gate", "PR", ""],
                ["", "Meet the tree officer", "PR", "asap"],
            ],
        ),
        (
            MANY_TABS,
            [
                ["Action", "Owner", "By"],
                ["Redraft the letting terms", "Clerk", "1 May"],
                ["Mend the mill gate", "PR", ""],
            ],
        ),
        (
            TWO_LINES,
            [
                ["Minute no.", "Action", "By whom", "By when"],
                ["4", "Order the new sign", "PR", "1 May"],
                ["7", "Meet the tree officer", "JT", ""],
            ],
        ),
        (
            DONE,
            [
                ["Minute", "What is to be done", "Who", "When"],
                ["47/31", "Letter to the club about half of the cost of a fence", "JT", "6 May"],
                ["48/31", "Open day - posters", "PR/LM", "by Half Term"],
            ],
        ),
        (TOLD, [["What", "Who", "When"], ["Order the new sign", "PR", "1 May"], ["meet the tree officer", "JT", "asap"]]),
        (
            BANDED,
            [
                ["ref", "action", "owner", "progress", "priority"],
                ["Actions from the meeting of 12 June 2030", "", "", "", ""],
                ["1", "Order the new sign", "PR", "Done", "High"],
                ["2", "Meet the tree officer", "JT", "", "Low"],
                ["Actions from the meeting of 9 May 2030", "", "", "", ""],
                ["7", "Repaint the shelter", "LM", "In hand", "Low"],
            ],
        ),
        (
            NO_NUMBERS,
            [
                ["Item", "Action", "Owner", "By"],
                ["4.1", "Order the new sign", "PR", "1 May"],
                ["", "Meet the tree officer and the county's surveyor", "JT", "1 June"],
                ["", "Repaint the shelter", "LM", "asap"],
            ],
        ),
        (PAGES, [["Item", "Action", "Owner"], ["4.1", "Order the new sign", "PR"], ["4.2", "Meet the tree officer", "JT"]]),
    ],
)  # fmt: skip
def test_the_rows_of_an_action_table(text: str, rows: list[list[str]]) -> None:
    assert tables(text) == [rows]


def test_tables_that_follow_each_other_stay_apart() -> None:
    second = "New actions\n" + CENTRED.split("\n", 1)[1]
    assert [len(rows) for rows in tables(f"{LOG.replace('Visitor', second)}\n{BARS}")] == [3, 3, 3]


def test_what_stands_behind_a_table_is_read_as_before() -> None:
    document = read(BLANKS)
    assert [document.slice(b.start, b.end) for b in document.blocks if b.table is None] == ["15. ANY OTHER BUSINESS", "None."]


@pytest.mark.parametrize(
    "text",
    [
        # Minutes with their owners in the margin.
        "Item                             Action\n\n1.   WELCOME\n1.1  All were welcomed.           PR\n",
        # Those present, in two columns.
        "Present:   Jo Ash (JA) Chair      Lee Moss (LM)\n           Pat Reed (PR)           Kim Dale (KD)\n",
        # Payments.
        "Payee        Details          Amount\nMill Mowing  Mowing in April  £120.00\nFord Print   Action leaflets  £80.50\n",
        # A sentence that happens to be justified.
        "The action   plan was   to be\nlooked at again by the owner in May.\n",
        # Headings without rows.
        "Ref   Action   Owner\n\nThere were no actions from the last meeting.\n",
    ],
)
def test_other_things_that_blanks_set_out_are_no_action_tables(text: str) -> None:
    document = read(text)
    assert not [block for block in document.blocks if block.header_row]
