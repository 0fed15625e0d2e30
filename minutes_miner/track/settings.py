"""What the tracker may be told: every threshold, with the reason for its value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from minutes_miner.errors import ProfileError
from minutes_miner.profiles import profile_path, read_section

SECTION = "tracker"
_EXECUTIVE = "executive_response_months"
_MONTHS = frozenset(map(str, range(13)))


@dataclass(frozen=True, slots=True)
class Weights:
    """How many points each kind of evidence gives a later sentence as the fate of an action.

    Fitted by logistic regression to the links and the non-links of labelled series of meetings (2,000 pairs), then rounded. Those from
    ``said_share`` to ``still_open`` were added in a second round, fitted beside the sum of the others to the likely pairs of thirteen
    series, each judged by the weights of the other twelve. A point is somewhat over half a unit of log-odds. Shares are between 0 and 1;
    sums of rarity are cut off at ``cap``.
    """

    own_share: float = 5.0  # of the action's own words that the sentence has
    own_sum: float = 0.75  # the rarity of those words, summed
    heading_share: float = 2.0  # of the words of the action's heading that the sentence or its heading has
    back_share: float = 5.0  # of the later heading's words that the action or its discussion has
    around_sum: float = 1.0  # the rarity of the words of the action's discussion, summed
    owner: float = 0.5  # the owner is named in the sentence; half of it where only in the paragraph
    refers_back: float = 0.5  # the sentence says that it takes up an earlier meeting
    fresh: float = -1.0  # the sentence sets a task of the later meeting's own: it hardly reports on an earlier one
    # Headings hold an action loosely where its own words name something else: they count this share, and more with each own word.
    grip_floor: float = 0.7
    grip_slope: float = 2.5
    quoted: float = 4.0  # an action log or matters arising prints the action again, nearly word for word
    meeting_passed: float = -2.0  # for each meeting that passed it over since it was raised, or reported open
    passed_taking_up: float = -0.5  # the same where the passage goes through earlier actions: it must mean one of them
    said_share: float = 3.0  # of the action's own words, everyday business left out, that stand in the sentence itself
    due_now: float = 2.5  # the action falls due about the day of the later meeting
    taking_up: float = 1.75  # the passage goes through earlier actions
    headed: float = 0.5  # its paragraph's head under matters arising is the action's, too
    headed_else: float = -2.0  # its paragraph's head names another matter
    still_open: float = 1.0  # the sentence says that a thing is awaited, begun or put off
    closed: float = -2.5  # a meeting has reported the action done or given up: what follows is rather about its successor
    cap: float = 3.0  # beyond it, more shared words are only a longer text
    passed_cap: int = 4  # a year of quarterly meetings; waiting longer says no more against a link


@dataclass(frozen=True, slots=True)
class TrackSettings:
    """Thresholds of the tracker, and the folder of rules laid over the shipped ones (None: none)."""

    rules: Path | None = None
    weights: Weights = field(default_factory=Weights)
    # Points from which a link by wording is made: nineteen of twenty on labelled series are then right; at 7.25 one in eleven is wrong.
    accept: float = 8.25
    # A line of an action log already says that something is taken up; the wording has only to tell which action.
    accept_line: float = 2.0
    # The best candidate must lead the next by this much, or the link is left to a person. A point is odds of about 3 to 1.
    margin: float = 1.0
    # Of two actions of one item, both like a later sentence, the weaker is linked only within this distance: they share their heading and
    # discussion, so that the difference is all their own wording's.
    sibling_margin: float = 1.5
    # An action that falls due within three weeks of a meeting is reported there.
    due_within_days: int = 21
    # Share of the words that a sentence of both meetings has in common from which it is the house's formula and no news.
    formula: float = 0.7
    # Share of the words of an action and a later meeting's own that both have, from which it is routine set afresh ("Minutes to website").
    renewed: float = 0.5
    # Ratio (0-100) of sorted words from which one text quotes the other; below 85 different actions of one kind begin to pass.
    quoted_ratio: float = 85.0
    # Actions older than this are taken up by reference only: 18 months see an annual item come round once, with half a year's delay.
    wording_days: int = 550
    # A paragraph is compared with so many actions at most, those that share the rarest words; the right ones stood in the first twelve.
    candidates: int = 12
    # A word that more open actions of a series share than this tells nothing; skipping it keeps the work near linear.
    postings: int = 200
    # An open action is "due soon" within a fortnight: the notice in which a paper for a meeting is written.
    due_soon_days: int = 14
    # A meeting held within a fortnight of a stated date is that meeting moved: committees do not meet twice in so short a time.
    moved_within_days: int = 14
    # Months in which the executive must answer what a scrutiny body recommends to it (Local Government Act 2000, section 9FE: two).
    # None unless the profile says so: outside English councils with an executive there is no such duty.
    executive_months: int = 0


def track_settings(profile: str, rules: Path | None) -> TrackSettings:
    """The settings of a profile (a name, or the path of a config file), with the rules of a folder laid over the shipped ones.

    Raises ProfileError naming the file and the mend.
    """
    path = profile_path(profile)
    given = read_section(path, SECTION)
    unknown = sorted(set(given) - {_EXECUTIVE})
    if unknown:
        raise ProfileError(f"{path.name}: [{SECTION}] holds {', '.join(unknown)}: known is {_EXECUTIVE}")
    months = given.get(_EXECUTIVE, "0")
    if months not in _MONTHS:
        raise ProfileError(f"{path.name}: [{SECTION}] {_EXECUTIVE} is {months}: write a whole number of months from 0 (off) to 12")
    return TrackSettings(rules=rules, executive_months=int(months))
