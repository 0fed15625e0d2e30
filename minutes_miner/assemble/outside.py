"""What no register follows: the plans of those outside, and what works and money are foreseen to come to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from minutes_miner.rulebook import RuleBook
from minutes_miner.text import any_of

_DET = r"(?:the|an?|our|their|its|his|her|local|both)"
_VERB = r"(?:had|has|have|was|were|is|are|would|will|said|\w+ed)"
_TOLD = r"(?:told|informed|advised|assured|said|confirmed|replied|wrote|written|stated|promised|agreed)"
_PRONOUNS = ("he ", "she ", "it ", "they ")
_ADVERBS = r"(?:\s(?:has|have|had|also|now|then|since|kindly|generously|already|\w+ly))*"


@dataclass(frozen=True)
class Outside:
    """The words by which plans of others, and forecasts, are known."""

    subject: re.Pattern[str]  # at the end of what stands before a promise: "An anonymous donor has kindly"
    names: re.Pattern[str]  # "The Engineer", who is one of ours where the record gives the office capitals
    speaker: re.Pattern[str]  # "The engineer told the Clerk that (he would)"
    spoke: re.Pattern[str]  # "that the developer had advised (he would)"
    clause: re.Pattern[str]  # the same with a clause of its own before "and would", "they would": "said that the supplier was looking and"
    in_meeting: frozenset[str]  # "asked the Chair to explain"
    public_asks: re.Pattern[str]  # "A resident asked (the Council to)": for the meeting to grant
    mended: re.Pattern[str]  # "(The bench) will be repaired"
    works: re.Pattern[str]  # "the resurfacing of Mill Lane would be done"

    @classmethod
    def of(cls, book: RuleBook) -> Outside:
        """The words of a rule book."""
        others = rf"\b{_DET}\s(?:[\w’'-]+\s){{0,2}}?{any_of(book.words('outsiders')).pattern}"
        # The works or the money are what the sentence is about, not a part of it: "an inspection of the works will be done" is a task.
        before = r"(?:^|[,;:–)]\s|\b(?:that|and|but|said|while)\s)(?:(?!of\b|to\b|for\b|on\b|by\b)[\w’'-]+\s){0,4}?"
        subject = before + any_of(book.words("works")).pattern
        more = r"(?:\s(?:of|to|on|at|in|for|from|around|is|are)\s[^.;:,]{0,80}?)?(?:,?\sand)?"
        will_be = r"\s(?:will|would)\s(?:\w+\s)?be\s"
        sums = rf"{before}{any_of(book.words('sums')).pattern}{more}{will_be}{any_of(book.words('sums_verbs')).pattern}"
        outputs = rf"{before}{any_of(book.words('outputs')).pattern}{more}{will_be}{any_of(book.words('outputs_verbs')).pattern}"
        public = book.words("the_public")
        anybody = any_of([*public, *(word.removesuffix("s") for word in public), "member of the public", "members of the public"]).pattern
        works = rf"{subject}{more}{will_be}{any_of(book.words('works_verbs')).pattern}"
        return cls(
            re.compile(rf"{others}{_ADVERBS}\s$", re.IGNORECASE),
            re.compile(others, re.IGNORECASE),
            re.compile(rf"^{others}{_ADVERBS}\s{_TOLD}\b", re.IGNORECASE),
            re.compile(rf"{others}\s(?:had|has|have)\s(?:\w+\s)?{_TOLD}\b[^.;:]*$", re.IGNORECASE),
            re.compile(rf"(?:that|said|advised|reported|from|^)\s?{others}\s{_VERB}\b[^.;:]*$", re.IGNORECASE),
            frozenset(book.words("meeting_verbs")),
            re.compile(
                rf"\b(?:an?|the|one|another|some|several)\s{anybody}\s(?:(?:also|then|had|has|have)\s)?(?:asked|requested)\b", re.IGNORECASE
            ),
            re.compile(rf"(?:will|would)\s(?:\w+\s)?be\s(?:\w+\s)?{any_of(book.words('mending_verbs')).pattern}$"),
            re.compile(rf"{works}|{sums}|{outputs}", re.IGNORECASE),
        )

    def is_done_here(self, told: str) -> bool:
        """Whether what is asked, in the last of the words ``told``, is done in the meeting itself, or decided there."""
        return told.split()[-1] in self.in_meeting

    def promises(self, lead: str, told: str, offices: Iterable[str] = ()) -> bool:
        """Whether the words ``told``, behind ``lead``, are a promise of somebody outside; ``offices``: those that the lead names."""
        if any(map(self.names.fullmatch, offices)):
            return False
        goes_on = told.startswith(("and ", "but ", ", "))  # of the one who "has spoken to the contractor and will chase it"
        if (not goes_on and self.subject.search(lead)) or (
            told.startswith(_PRONOUNS) and (self.speaker.match(lead) or self.spoke.search(lead))
        ):
            return True
        return told.startswith(("they ", "and ", "but ")) and self.clause.search(lead) is not None

    def foretells(self, text: str) -> bool:
        """Whether ``text`` says how far works or money will have come, and not what anybody is to do."""
        return " be " in text and self.works.search(text) is not None
