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

    Fitted by logistic regression (with a ridge of 3) to the labelled links and the near candidates that are none: 900 pairs of an action
    and a later item from eighteen series; each council was judged by the weights of the others. First the evidence of each pair by itself,
    then once more beside its rivals; rounded. ``quoted`` and the grip were set before. A point is a unit of log-odds. Shares are between
    0 and 1; sums of rarity are cut off at ``cap``.
    """

    core: float = 2.3  # of the words of the action's first clause that the sentence has; in full if they name things, up to 1.5
    bare: float = 1.2  # the action's own words name no subject, so that few of them can be found again
    off_topic: float = -2.0  # such an action is of "Trees at the green", and nothing there names trees; set by hand
    things: float = 1.15  # the rarity of the things that the sentence names, of those in the action or the sentence before it, summed
    meant: float = 1.8  # the rarity of the things, of those again, that the sentence names in other words ("lamp", "lighting column")
    section: float = 1.1  # the same once more, of the action's own, up to 1, under the title under which it was raised ("Highways")
    same_title: float = 0.65  # it stands under that title, whatever it names
    # The later item has a title of that subject, and begins by telling of such a deed, with a pronoun for what the title names ("SIGNS
    # These have come."), set by hand: it speaks of the subject itself.
    of_title: float = 4.0
    other_season: float = -2.0  # the action names a season or term, the sentence only another one; set by hand
    deed: float = 0.45  # the sentence tells of such a deed as the action asks for
    back_share: float = 2.2  # of the later heading's words that the action or its discussion has
    titled: float = 1.5  # the rarity of the things of the action's own that the later heading names, beyond the first; set by hand
    around: float = 0.45  # the rarity of the things of the action's discussion that the sentence names, summed
    owner: float = 1.15  # the owner is named in the sentence; half of it where only in the paragraph
    fresh: float = -2.6  # for each such thing: the sentence sets a task about it, without going through earlier actions
    long: float = -1.65  # for each 15 words beyond 15: payment lists and long accounts share words by chance
    # Headings hold an action loosely where its own words name something else: they count this share, and more with each own word.
    grip_floor: float = 0.7
    grip_slope: float = 2.5
    quoted: float = 4.0  # an action log or matters arising prints the action again, nearly word for word
    meeting_passed: float = -0.75  # for each meeting that passed it over since it was raised, or reported open
    # The sentence names the meeting that asked for what it tells ("as agreed at the last meeting"), set by hand: it takes one of that
    # meeting's actions up, but hardly one of another's.
    recalled: float = 1.0
    recalled_else: float = -3.0
    due_now: float = 1.4  # the action falls due about the day of the later meeting; in full if words in common give a point
    taking_up: float = 0.95  # the passage goes through earlier actions
    still_open: float = 0.9  # the sentence says that a thing is awaited, begun or put off
    done: float = 0.9  # the sentence says that a thing was done, replaced or given up
    closed: float = -0.85  # a meeting has reported the action done or given up: what follows is rather about its successor
    told: float = -2.45  # the same meeting cites the action by its number elsewhere, and says there what became of it
    answered: float = 2.2  # the action recommends something, and the sentence names a recommendation or says that its owner has decided
    # For each point by which it is behind the best: another item for this action, another action of its item, one of another item.
    behind_item: float = -0.4
    behind_sibling: float = -0.45
    behind_other: float = -0.6
    behind_cap: float = 4.0  # no rival takes more than so many points ahead do
    cap: float = 3.0  # beyond it, more shared words are only a longer text
    passed_cap: int = 4  # a year of quarterly meetings; waiting longer says no more against a link


@dataclass(frozen=True, slots=True)
class TrackSettings:
    """Thresholds of the tracker, and the folder of rules laid over the shipped ones (None: none)."""

    rules: Path | None = None
    weights: Weights = field(default_factory=Weights)
    # Points from which a link by wording is made. Of all links, by reference too, one in eleven is then wrong on the series that it was
    # chosen by, about one in ten on councils judged by the weights of others; lower, more are wrong than won.
    accept: float = 4.25
    # A line of an action log already says that something is taken up; the wording has only to tell which action.
    accept_line: float = 3.0
    # The best candidate must lead the next by this much, or the link is left to a person. A point is odds of nearly 3 to 1.
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
