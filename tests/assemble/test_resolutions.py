"""What the meeting decided: every form of words, limb by limb, with type, mover and seconder."""

from __future__ import annotations

import pytest

from minutes_miner.model import RESOLUTION_TYPES, Resolution
from tests.papers import record

GARSIDE, VANCE, TARROW = "Councillor Milo Garside", "Councillor Petra Vance", "Councillor Owen Tarrow"


def resolutions(*lines: str) -> list[Resolution]:
    return list(record(*lines).resolutions)


def core(text: str) -> str:
    """A limb's words without a leading "That" and the stop, which may stay or go."""
    return text.removeprefix("That ").removeprefix("that ").strip(" .;:")


FORMS = [
    ("RESOLVED: That the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED:- That the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED – That the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED, that the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED that the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED - T H A T the scheme be approved.", "the scheme be approved", "approved"),
    ("Resolved:- That the scheme be approved.", "the scheme be approved", "approved"),
    ("Resolved that the scheme be approved.", "the scheme be approved", "approved"),
    ("And Resolved: That the scheme be approved.", "the scheme be approved", "approved"),
    ("It was resolved that the scheme be approved.", "the scheme be approved", "approved"),
    ("It was RESOLVED that the scheme be approved.", "the scheme be approved", "approved"),
    ("The Panel RESOLVED that the scheme be approved.", "the scheme be approved", "approved"),
    ("The Council unanimously resolved that the scheme be approved.", "the scheme be approved", "approved"),
    ("Following a debate it was RESOLVED that the scheme be approved.", "the scheme be approved", "approved"),
    ("RECOMMENDED: That the scheme be approved.", "the scheme be approved", "recommended"),
    (
        "The Panel RESOLVED to recommend to Council that the scheme be approved.",
        "to recommend to Council that the scheme be approved",
        "recommended",
    ),
    ("AGREED: That the fee be waived.", "the fee be waived", "agreed"),
    ("AGREED that the fee be waived.", "the fee be waived", "agreed"),
    ("DECISION: That the fee be waived.", "the fee be waived", "agreed"),
    ("Decision: That the scheme be approved.", "the scheme be approved", "approved"),
    ("ORDERED: That the scheme be approved.", "the scheme be approved", "approved"),
    ("It was agreed that the gate stay shut.", "the gate stay shut", "agreed"),
    ("It was unanimously agreed that the gate stay shut.", "the gate stay shut", "agreed"),
    ("The Panel agreed that the gate stay shut.", "the gate stay shut", "agreed"),
    ("Members agreed that the gate stay shut.", "the gate stay shut", "agreed"),
    ("It was decided that the gate stay shut.", "the gate stay shut", "agreed"),
    ("It was resolved nem con that the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED unanimously: That the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED by 12 votes to 7: That the scheme be approved.", "the scheme be approved", "approved"),
    ("RESOLVED, by four votes to one, that the scheme be approved.", "the scheme be approved", "approved"),
    ("It was agreed, by four votes to one, that the gate stay shut.", "the gate stay shut", "agreed"),
    ("The minutes were approved as a correct record.", "The minutes were approved as a correct record", "approved"),
    ("The policy was ratified.", "The policy was ratified", "approved"),
    ("The Panel noted the report.", "The Panel noted the report", "noted"),
    ("The report was received.", "The report was received", "received"),
    ("Councillor Vance was elected Chair for the year.", "Councillor Vance was elected Chair for the year", "appointed"),
    ("The item was deferred to the next meeting.", "The item was deferred to the next meeting", "deferred"),
    ("No objections were raised.", "No objections were raised", "other"),
    ("The Council have now agreed to plant a tree.", "to plant a tree", "agreed"),
    ("The Panel supports application 24/017.", "The Panel supports application 24/017", "endorsed"),
    ("The payment was not approved.", "The payment was not approved", "other"),
    ("Agreed – that the gate be kept shut.", "the gate be kept shut", "agreed"),
    ("Agreed that the gate be kept shut.", "the gate be kept shut", "agreed"),
    ("Agreed: the gate be kept shut.", "the gate be kept shut", "agreed"),
    ("It was AGREED to keep the gate shut.", "to keep the gate shut", "agreed"),
    ("The Environment Panel agreed to keep the gate shut.", "to keep the gate shut", "agreed"),
    ("The Panel RECEIVED and NOTED the report.", "The Panel RECEIVED and NOTED the report", "noted"),
    ("The Panel, having heard Mr Pike, APPROVED the plan.", "The Panel, having heard Mr Pike, APPROVED the plan", "approved"),
    ("Members unanimously agreed the budget.", "Members unanimously agreed the budget", "agreed"),
    ("The application was REFUSED.", "The application was REFUSED", "other"),
    ("Planning permission was granted, subject to conditions.", "Planning permission was granted, subject to conditions", "approved"),
    ("No objection subject to the hedge being kept.", "No objection subject to the hedge being kept", "other"),
    ("Objection: the height of the wall.", "Objection: the height of the wall", "other"),
    ("The Council objects to the application.", "The Council objects to the application", "other"),
    ("Decision: To note the report.", "To note the report", "noted"),
    ("PENDERFYNWYD: derbyn yr adroddiad.", "derbyn yr adroddiad", "received"),
    ("Penderfynwyd nodi'r adroddiad.", "nodi'r adroddiad", "noted"),
    ("RESOLVED, by a majority of 6 to 3, that the scheme be approved.", "the scheme be approved", "approved"),
    ("Resolved 24/117 to approve the scheme.", "to approve the scheme", "approved"),
    ("It was agreed by 6 votes to 2 to keep the gate shut.", "to keep the gate shut", "agreed"),
    ("RESOLVED, on the motion of Mr Ash, seconded by Mr Elm, that the scheme be approved.", "the scheme be approved", "approved"),
    ("Proposed by Mr Ash, seconded by Mr Elm, and agreed that the gate stay shut.", "the gate stay shut", "agreed"),
    ("It was proposed by Mr Ash, seconded by Mr Elm and resolved to shut the gate.", "to shut the gate", "agreed"),
]


@pytest.mark.parametrize(("line", "text", "type"), FORMS)
def test_every_form_of_decision_is_a_resolution(line: str, text: str, type: str) -> None:
    (resolution,) = resolutions("Members discussed the matter at length.", line)
    assert (core(resolution.text), resolution.type, resolution.label) == (text, type, None)


TYPES = [
    ("the report be noted", "noted"),
    ("the report be received", "received"),
    ("the contents of the report be noted", "noted"),
    ("the minutes be approved as a correct record", "approved"),
    ("the policy be adopted", "approved"),
    ("the budget be approved", "approved"),
    ("the strategy be endorsed", "endorsed"),
    ("the bid be supported", "endorsed"),
    ("the appointment be confirmed", "endorsed"),
    ("the matter be referred to the Cabinet", "referred"),
    ("the item be deferred to the next meeting", "deferred"),
    ("Councillor Vance be appointed to the working group", "appointed"),
    ("authority be delegated to the Head of Highways", "delegated"),
    ("the Head of Highways be given delegated authority to sign the lease", "delegated"),
    ("the Cabinet be recommended to approve the scheme", "recommended"),
    ("it be recommended to the Council that the scheme be adopted", "recommended"),
    ("the Clerk write to the Minister", "requested"),
    ("the Head of Highways be requested to report back", "requested"),
    ("officers be asked to bring a report to the next meeting", "requested"),
    ("a further update be provided in six months’ time", "requested"),
    ("the fee be waived", "agreed"),
    ("the press and public be excluded", "agreed"),
]


@pytest.mark.parametrize(("words", "type"), TYPES)
def test_a_limb_is_typed_by_what_it_decides(words: str, type: str) -> None:
    (resolution,) = resolutions(f"RESOLVED: That {words}.")
    assert resolution.type == type
    assert resolution.type in RESOLUTION_TYPES


NOT_ADOPTED = [
    "The Clerk met the owner and agreed to write.",
    "No other business was noted.",
    "Ms Hadley said that an application to become a charity was rejected.",
    "No objections had been received from residents.",
    "The report recommended that the scheme be approved.",
    "The Clerk agreed to write to the owner.",
    "The dispute had been resolved in May.",
    "Councillor Garside noted that the path was closed.",
    "Councillor Garside proposed that the scheme be approved.",
    "The decision was taken in May.",
    "Should it be agreed that the gate stay shut?",
    "Officers had been asked to look at the gate.",
]


@pytest.mark.parametrize("line", NOT_ADOPTED)
def test_what_the_meeting_did_not_decide_is_no_resolution(line: str) -> None:
    assert resolutions(line) == []


MOVERS = [
    ("RESOLVED: That the scheme be approved. Proposed by Councillor Garside, seconded by Councillor Vance.",),
    ("RESOLVED: That the scheme be approved. Proposed by Councillor Garside and seconded by Councillor Vance.",),
    ("RESOLVED: That the scheme be approved. Proposed: Councillor Garside. Seconded: Councillor Vance.",),
    ("RESOLVED: That the scheme be approved. (Proposed Councillor Garside, seconded Councillor Vance)",),
    ("RESOLVED: That the scheme be approved.", "Proposed by Councillor Garside, seconded by Councillor Vance."),
    ("RESOLVED: That the scheme be approved.", "Moved by Councillor Garside; Seconded by Councillor Vance"),
    ("Proposed by Councillor Garside, seconded by Councillor Vance and RESOLVED: That the scheme be approved.",),
    ("Proposed by Councillor Garside, seconded by Councillor Vance.", "RESOLVED: That the scheme be approved."),
    ("On the motion of Councillor Garside, seconded by Councillor Vance, it was RESOLVED that the scheme be approved.",),
    ("It was moved by Councillor Garside, seconded by Councillor Vance and RESOLVED that the scheme be approved.",),
    ("Councillor Garside moved and Councillor Vance seconded the recommendation.", "RESOLVED: That the scheme be approved."),
    ("Councillor Garside proposed that the scheme be approved. Councillor Vance seconded this.", "RESOLVED: That the scheme be approved."),
    ("RESOLVED: That the scheme be approved. Prop. Councillor Garside, 2nd Councillor Vance.",),
    ("RESOLVED: That the scheme be approved. (Prop Cllr Garside, Sec Cllr Vance)",),
    ("RESOLVED: That the scheme be approved. P: Cllr Garside S: Cllr Vance",),
    ("RESOLVED: That the scheme be approved.", "Proposer Cllr Garside. Seconder Cllr Vance. All in favour."),
]


@pytest.mark.parametrize("lines", MOVERS, ids=lambda lines: " ".join(lines)[:60])
def test_mover_and_seconder_are_found_beside_the_resolution(lines: tuple[str, ...]) -> None:
    (resolution,) = resolutions(*lines)
    assert (resolution.moved_by, resolution.seconded_by) == (GARSIDE, VANCE)
    assert core(resolution.text) == "the scheme be approved"


def test_each_resolution_has_its_own_mover() -> None:
    found = resolutions(
        "RESOLVED: That the scheme be approved. Proposed by Councillor Garside, seconded by Councillor Vance.",
        "RESOLVED: That the report be noted. Proposed by Councillor Tarrow, seconded by Councillor Garside.",
    )
    assert [(r.moved_by, r.seconded_by) for r in found] == [(GARSIDE, VANCE), (TARROW, GARSIDE)]


def test_a_resolution_without_mover_has_none() -> None:
    (resolution,) = resolutions("Councillor Garside spoke.", "RESOLVED: That the scheme be approved.")
    assert (resolution.moved_by, resolution.seconded_by) == (None, None)


LOST = [
    "The motion was put to the vote and LOST.",
    "On being put to the vote the amendment was lost.",
    "The motion was defeated by 12 votes to 3.",
    "The proposal was lost.",
]


@pytest.mark.parametrize("line", LOST)
def test_a_motion_that_fell_is_kept_as_lost(line: str) -> None:
    (resolution,) = resolutions("Councillor Garside moved that the scheme be dropped, seconded by Councillor Vance.", line)
    assert resolution.type == "lost"


CARRIED = [
    "On being put to the vote the motion was CARRIED.",
    "The motion was put to the vote and carried.",
    "The motion was carried by 23 votes to 12.",
]


@pytest.mark.parametrize("line", CARRIED)
def test_a_motion_that_was_carried_is_a_resolution(line: str) -> None:
    found = resolutions("Councillor Garside moved, and Councillor Vance seconded, that the scheme be approved.", line)
    assert len(found) == 1
    assert (found[0].moved_by, found[0].seconded_by) == (GARSIDE, VANCE)


MOVED = "Councillor Garside moved, seconded by Councillor Vance, that the gate be shut."
AMENDED = "Councillor Tarrow moved as an amendment, seconded by Councillor Quillan, that the gate be painted."
GATE, PAINT = "the gate be shut", "the gate be painted"
FATES = [
    (
        (MOVED, AMENDED, "The amendment was put to the vote and LOST.", "The motion was put to the vote and CARRIED."),
        {GATE: GARSIDE},
        {PAINT},
    ),
    (("Motion: That the gate be shut.", "Amendment: That the gate be painted.", "Amendment fell. Motion carried."), {GATE: None}, {PAINT}),
    ((MOVED, "The motion was put to the vote and declared LOST."), {}, {GATE}),
    ((MOVED, "On being put to the vote the motion was not carried."), {}, {GATE}),
    (("Councillor Garside moved that the gate be shut. There was no seconder and the motion fell.",), {}, {GATE}),
    (("Councillor Garside proposed a new gate, seconded by Councillor Vance. 2 votes for, 3 against. Refused",), {}, {"a new gate"}),
    (("Councillor Garside proposed a new gate, seconded by Councillor Vance. Unanimously carried",), {"a new gate": GARSIDE}, set()),
    (("Councillor Garside proposed that the gate be shut, and was seconded by Councillor Vance. All agreed.",), {GATE: GARSIDE}, set()),
    (("Councillor Garside proposed that the gate be shut. 3 votes for, 2 abstentions - carried.",), {GATE: GARSIDE}, set()),
    (("It was proposed that the gate be shut. Proposer: Councillor Garside, 2nd: Councillor Vance.",), {GATE: GARSIDE}, set()),
    (("Councillor Garside proposed closing the meeting seconded by Councillor Vance.",), {"closing the meeting": GARSIDE}, set()),
    (("Councillor Garside proposed closing the meeting.",), {}, set()),
    ((MOVED, "RESOLVED: That the report be noted."), {"the report be noted": GARSIDE}, set()),
]


@pytest.mark.parametrize(("lines", "carried", "lost"), FATES, ids=lambda value: " / ".join(value)[-60:] if isinstance(value, tuple) else "")
def test_a_motion_is_followed_to_its_outcome(lines: tuple[str, ...], carried: dict[str, str | None], lost: set[str]) -> None:
    found = resolutions(*lines)
    assert {core(r.text): r.moved_by for r in found if r.type != "lost"} == carried
    assert {core(r.text) for r in found if r.type == "lost"} == lost


def test_an_informal_decision_that_the_formal_one_repeats_is_one_row() -> None:
    found = resolutions("It was agreed that the lease be renewed for a year.", "RESOLVED: That the lease be renewed for a year.")
    assert [(core(r.text), r.evidence.rule) for r in found] == [("the lease be renewed for a year", "resolution.resolved")]


@pytest.mark.parametrize(
    "line",
    [
        "All agreed.",
        "All in favour.",
        "Agreed.",
        "The motion was carried unanimously.",
        "CARRIED",
    ],
)
def test_words_of_assent_after_a_resolution_are_its_vote_and_no_further_row(line: str) -> None:
    assert [core(r.text) for r in resolutions("RESOLVED: That the scheme be approved.", line)] == ["the scheme be approved"]


@pytest.mark.parametrize(
    ("motion", "beside"),
    [
        ("that the County Council be asked to pay for a lift", True),
        ("that the report’s recommendations be approved", False),
        ("that the Cabinet be asked to adopt the recommendations in the report", False),
        ("that the scheme be approved", False),
    ],
)
def test_a_carried_motion_that_tells_somebody_what_to_do_stands_beside_the_resolution(motion: str, beside: bool) -> None:
    found = resolutions(
        f"Councillor Garside moved, and Councillor Vance seconded, {motion}. The motion was put to the vote and CARRIED.",
        "RESOLVED: (1) That the report be noted. (2) That a panel of four be set up.",
    )
    assert [core(r.text) for r in found if r.label is None] == ([motion.removeprefix("that ")] if beside else [])


def test_a_formal_resolution_in_short_is_the_decision_told_before_it() -> None:
    found = resolutions(
        "The minutes of the Annual Meeting held on 2 May 2030 were approved.", "RESOLVED: That minutes of 2 May 2030 be approved."
    )
    assert [core(r.text) for r in found] == ["minutes of 2 May 2030 be approved"]


def test_each_sentence_that_elects_somebody_is_a_row() -> None:
    found = resolutions("Councillor Vance was elected Chair for the year. Councillor Quillan was elected Vice-Chair unopposed.")
    assert [r.type for r in found] == ["appointed", "appointed"]


def test_noting_counts_only_where_nothing_more_formal_follows() -> None:
    found = resolutions("The Panel noted the report.", "RESOLVED: That the lease be renewed.")
    assert [core(r.text) for r in found] == ["the lease be renewed"]


def test_the_same_resolution_in_minutes_and_decision_is_one() -> None:
    from minutes_miner.ingest.build import DocumentBuilder
    from minutes_miner.model import Document, SourceMeta
    from tests.papers import read

    builder = DocumentBuilder()
    builder.add("5.", role="number", item=0)
    builder.add("Lease", role="title", kind="heading", item=0)
    builder.add("Members discussed it.", role="minutes", item=0)
    builder.add("RESOLVED: That the lease be renewed.", role="minutes", item=0)
    builder.add("RESOLVED: That the lease be renewed.", role="decision", item=0)
    meta = SourceMeta(committee="Environment Panel", date="5 June 2030")
    document = Document(source="x.html", format="moderngov-meeting", text=builder.text, blocks=builder.blocks, meta=meta)
    assert len(read(document).items[0].resolutions) == 1


@pytest.mark.parametrize(
    ("line", "procedural"),
    [
        ("RESOLVED: That the minutes of the last meeting be approved as a correct record.", True),
        ("RESOLVED: That the press and public be excluded from the meeting.", True),
        ("RESOLVED: That the scheme be approved.", False),
        ("RESOLVED: That the Clerk write to the Minister.", False),
    ],
)
def test_procedural_resolutions_are_kept_and_tagged(line: str, procedural: bool) -> None:
    (resolution,) = resolutions(line)
    assert resolution.procedural is procedural


def test_a_resolution_shows_where_it_stands() -> None:
    (resolution,) = resolutions("Members spoke.", "RESOLVED: That the scheme be approved.")
    assert resolution.evidence.quote == "RESOLVED: That the scheme be approved."
    assert resolution.evidence.end - resolution.evidence.start == len(resolution.text)


def test_a_pronoun_that_moves_is_whoever_it_means() -> None:
    (resolution,) = resolutions(
        "Councillor Garside explained the offer. He proposed that the Council subscribe for a year. All were in agreement."
    )
    assert (core(resolution.text), resolution.moved_by) == ("the Council subscribe for a year", GARSIDE)
    (resolution,) = resolutions("He proposed that the Council subscribe for a year. All were in agreement.")
    assert resolution.moved_by is None
