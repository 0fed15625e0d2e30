"""What stands behind an action mark, in its bracket or in the action column: whose task, which task, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from minutes_miner.assemble.by_deciding import ByDeciding
from minutes_miner.assemble.deadlines import due_finder
from minutes_miner.assemble.outside import Outside
from minutes_miner.assemble.owners import NOBODY, clean_owner
from minutes_miner.dates import DueFinder
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import any_of, normal

# "The plan was approved" is told in passing too, although it is the whole sentence.
_TOLD_IN_PASSING = frozenset({"resolution.was-approved"})
_LABEL = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[•▪●*–-])\s+")
_LINKS = frozenset("and & / of the for to with in all both or".split())
_LONGEST_OWNER = 8
_IN_SMALL_LETTERS = 2  # words of an owner that is not printed as a name: "clerk", "head teacher"
_LONGEST_NAME = 40  # characters of an owner before a dash or colon
_DOES = r"(?i:to|will|is to|are to|should|would|must)"
_WAS_ASKED = r"(?:\s(?:was|were|is|are)\s(?:also\s)?(?:asked|requested|instructed|told|invited|authorised|tasked))?"
_TASK_FOLLOWS = re.compile(rf"(?:It was \w+ that )?(?P<owner>.{{2,80}}?){_WAS_ASKED}\s{_DOES}\s(?:also\s)?(?P<task>[A-Za-z].+)$")
_BY_WHEN = (
    r"(?P<due>(?:(?:by|before|on|at|in|for|within|w/c|no later than|due|deadline)\b|ASAP\b|asap\b|\d{1,2}(?:st|nd|rd|th)?[\s/.-]).{0,40}?)"
)
_BARE = re.compile(rf"(?P<owner>[^,;:–—]{{2,60}}?)(?:\s?[,;:–—-]\s?|\s\(?){_BY_WHEN}\)?$")
_LEADING = re.compile(
    rf"[(\[](?P<owner>[^()\[\]]{{2,40}})[)\]]\s*[:–—-]?\s*(?P<task>\S.{{3,}})|(?P<owner2>[A-Z][^:;–—.]{{1,{_LONGEST_NAME}}}?)(?::|\s[–—-])\s+(?P<task2>\S.{{3,}})"
)
_TRAILING = re.compile(
    rf"(?P<task>\S.+?)[.,;]?\s*(?:[(\[](?P<owner>[^()\[\]]{{2,60}})[)\]]|\s[–—-]\s?(?P<owner2>[A-Z][^.;–—-]{{1,{_LONGEST_NAME}}}))\.?"
)
# "Bucko to book rooms", "Home Office and NPIA team to share": capitals, perhaps with a word for people behind them.
_REGISTER = re.compile(
    r"(?P<owner>(?:The\s)?[A-Z][\w’'&-]*(?:(?:\s?/\s?|\s)(?:[A-Z][\w’'&-]*|&|and|of|for|the)){0,6}"
    r"(?:\s(?:team|members?|group|officers?|staff|volunteers|secretariat|governors?|committee|lead|reps?|representatives?|coordinator|manager|warden))?)\sto\s(?P<verb>[a-z]+)\b"
)
# Endings of words for things, which nobody is: "Invitation to attend", "Quotations to obtain", "Changes to report".
_A_THING = re.compile(r"(?:[st]ions?|ments?|[ae]nces?|ity|ities|ness|ings?|ures?|proposals?|approvals?|referrals?|ges|tes|ses|lls|cts|ly)$")
_OF = frozenset("of for on from about in".split())  # "Induction for staff"
_DUE_LINE = re.compile(
    r"(?:by when|due(?: date| by)?|deadline|target date|timescale|date due|completion date)\s?[:–-]\s?(?P<due>\S.{2,40}?)\.?", re.I
)
_DEADLINE = re.compile(
    r"The (?:deadline|due date|target date|completion date|closing date)(?: (?:for|of) [a-z]+(?: [a-z]+)?)? (?:is|was|will be|would be)\b"
)
_BY_THEN = re.compile(
    rf"{_DEADLINE.pattern}|(?:This|It|These|They|Th(?:e|is) (?:work|task|job)) "
    r"(?:(?:will|would|should|must|(?:is|are|was|were) to) (?:be|come|follow|happen)|(?:is|are|was|were) (?:due|needed|wanted|required))\b"
    r"|\(?(?:Later|Now|Since|Date) (?:fixed|set|arranged|agreed|booked)\b"
    r"|(?:(?:[A-Z][a-z]+s|Work|Paperwork|Paint) to|To) be (?:signed|returned|handed in|sent back|completed|finished|ready|submitted|in)\b"
    r"|To be (?:done|actioned|carried out)\b"
)
# What an earlier meeting asked for, and is not done.
_UNDONE = re.compile(
    r"\b(?:outstanding|ongoing|in progress|awaited|awaiting|pending|delayed|carried forward|(?:not|still) (?:yet )?[a-z]+)\b", re.IGNORECASE
)
# A sentence that tells of things: "Work in March was held up".
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|went|came|received|advising|informing|inviting|asking|regarding)\b|:"
)
_SPLIT = re.compile(r"[\s/,&]+")
# "Mark to circulate", "Mark Lyle will circulate": behind a forename that is a verb too.
_DOER_FOLLOWS = re.compile(rf"[\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}}\s{_DOES}\s")
# A verb's form that is a noun where these follow: "Report from the Clerk", "Review of policies", "Sign - mended".
_NOUN_FOLLOWED = frozenset("of from on for by and or was were is are had has have - – —".split())


@dataclass(frozen=True)
class TaskWords:
    """Words that tell a task from its owner."""

    verbs: frozenset[str]  # the first words of what people are to do: "write", "look"
    verb_names: frozenset[str]  # forenames that are such verbs too: "Mark"
    no_doers: frozenset[str]  # what may stand before "to do" and is nobody: "request to install"
    closed: frozenset[str]  # what is said of a task that is done or goes on
    closing: tuple[str, ...]  # the same at the end of a text, behind a dash, colon or bracket
    outcome: re.Pattern[str]  # by which it is told what became of a task
    routine: re.Pattern[str]  # what is done anyway
    routine_signs: tuple[str, ...]  # the same in small letters, to look for first
    wish: re.Pattern[str]  # after which a thing is only hoped for
    agenda: re.Pattern[str]  # "To receive", as an agenda announces business; "Red -", as a key explains a rating
    in_passing: frozenset[str]  # the rules of decisions recorded in passing, "It was agreed that ..."
    by_deciding: ByDeciding
    public: frozenset[str]  # those outside, whom the meeting may ask for something but whom nobody will chase
    outside: Outside  # plans of others
    finder: DueFinder

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, book: RuleBook) -> TaskWords:
        """The words of a rule book."""
        verbs = frozenset(phrase.split()[0].casefold() for phrase in book.words("do_verbs"))
        routine, wish = (any_of(book.words(name)) for name in ("routine_words", "wish_words"))
        wish = re.compile(rf"{wish.pattern}\s(?:(?!and\b|but\b)[\w’'-]+\s){{0,10}}$", re.IGNORECASE)
        agenda = re.compile(
            rf"to\s{any_of(book.words('agenda_verbs')).pattern}|{any_of(book.words('key_words')).pattern}\s[-–=:]", re.IGNORECASE
        )
        in_passing = frozenset(rule.id for rule in book.of_kinds("resolution") if rule.value == "after") | _TOLD_IN_PASSING
        verb_names, no_doers, closed = (frozenset(book.words(name)) for name in ("verb_names", "no_doers", "closed_words"))
        closing = tuple(before + word for word in closed for before in ("- ", "– ", "(", ": "))
        public = frozenset(map(normal, book.words("the_public")))
        signs = tuple(words.lower() for words in book.words("routine_words"))
        finder = due_finder(book)
        # "Clerk to buy salt - agreed" sets the task.
        deciding = {*book.words("decision_verbs"), *book.words("approval_verbs")} - {"ordered"}
        outcome = any_of([*sorted({*book.words("done_words")} - deciding), *book.words("outcome_words")])
        told = (routine, signs, wish, agenda, in_passing, ByDeciding.of(book))
        return cls(verbs, verb_names, no_doers, closed, closing, outcome, *told, public, Outside.of(book), finder)

    def opens_task(self, text: str) -> bool:
        """Whether ``text`` is a bare instruction: "Write to the owner", "look into prices"."""
        words = text.split()
        if len(words) < 3 or words[0].casefold() not in self.verbs or words[1].casefold() in _NOUN_FOLLOWED:
            return False
        return not (self._may_be_name(words[0]) and _DOER_FOLLOWS.match(text))

    def is_no_doer(self, word: str) -> bool:
        """Whether an owner's name cannot begin with ``word``: a verb, or what may stand before "to do" and is nobody."""
        small = word.casefold()
        return small in self.no_doers or (small in self.verbs and not self._may_be_name(word))

    def sets_task_by(self, text: str) -> bool:
        """Whether ``text`` is a bare instruction that says by when: "Ask the parents in the summer term."."""
        if text.partition(" ")[0].casefold() not in self.verbs or _TELLS.search(text):
            return False
        return self.opens_task(text) and self.says_when(text)

    def _may_be_name(self, word: str) -> bool:
        return word[0].isupper() and word.casefold() in self.verb_names

    def names_somebody(self, text: str) -> bool:
        """Whether ``text`` reads as one or several owners: initials, names, offices, "All"."""
        words = [word for word in _SPLIT.split(text.strip(" .,:;()[]–-")) if word]
        if not words or len(words) > _LONGEST_OWNER or NOBODY.fullmatch(text.strip()) or self.is_closed(text):
            return False
        if self.is_no_doer(words[0]) and words[0].casefold() != "clerk":
            return False
        return all(word[0].isupper() or word.casefold() in _LINKS for word in words) and any(
            w.casefold() not in _LINKS - {"all"} for w in words
        )

    def announces(self, text: str) -> bool:
        """Whether ``text`` is an agenda's own entry ("To receive the reports to be considered") or a key's ("Red - to be replaced")."""
        return bool(self.agenda.match(text))

    def doer(self, text: str) -> str | None:
        """Who is told at the beginning of ``text`` in the register's style, whatever they are called: "Tech Team to place a link"."""
        match = _REGISTER.match(text)
        if not match or match["verb"] not in self.verbs:
            return None
        words = match["owner"].removeprefix("The ").split()
        if self.is_no_doer(words[0]) or _A_THING.search(words[-1]) or (_A_THING.search(words[0]) and words[1:2] and words[1] in _OF):
            return None
        return match["owner"]

    def is_outside(self, owner: str | None) -> bool:
        """Whether ``owner`` is the public, whom a meeting may ask for something but of whom no register expects it."""
        return owner is not None and normal(owner).removeprefix("the ").removeprefix("all ") in self.public

    def is_routine(self, text: str) -> bool:
        """Whether ``text`` tells what is done anyway: "every year", "as usual"."""
        return any(map(text.lower().__contains__, self.routine_signs)) and self.routine.search(text) is not None

    def wishes(self, lead: str) -> bool:
        """Whether ``lead``, what stands before "would be done", makes it a wish: "It was hoped that the path"."""
        return bool(self.wish.search(lead))

    def sets_to_work(self, text: str) -> bool:
        """Whether "to write to the owner", what a meeting resolved, is still to be done once it is resolved; "to pay both" is not."""
        words = text.split(None, 2)
        return len(words) > 1 and words[0].lower() == "to" and words[1] in self.verbs and not self.by_deciding.verbs.match(text, len("to "))

    def only_says_when(self, text: str) -> bool:
        """Whether ``text`` is a date or other words that set a time, and nothing besides: "30 June 2024"."""
        return any(not text[:start].strip(" .,;:()") and not text[end:].strip(" .,;:()") for start, end, _ in self.finder.find(text))

    def deadline(self, text: str, *, before: bool = False) -> str | None:
        """The time that a sentence sets for the task of its neighbour: "This would be done by 30 June", "The deadline is 30 June".

        ``before``: the sentence stands before the task, where only the second form can mean it.
        """
        if not text.startswith(("Th", "It ")) and (
            before or not (" to be " in text or text.startswith(("(", "Later ", "Date ", "To be ")))
        ):
            return None
        match = (_DEADLINE if before else _BY_THEN).match(text)
        rest = text[match.end() :].strip(" .:") if match else ""
        found = self.finder.find(rest)[:1] if rest else []
        return rest[found[0][0] : found[0][1]] if found else None

    def goes_on_with(self, text: str, before: str) -> bool:
        """Whether ``text`` only sets the time for what, as the sentence ``before`` it tells, is undone: "To be completed by March"."""
        return text.startswith("To be ") and bool(_UNDONE.search(before)) and self.deadline(text) is not None

    def says_when(self, text: str) -> bool:
        """Whether ``text`` holds words that set a time."""
        return bool(self.finder.find(text))

    def is_closed(self, text: str) -> bool:
        """Whether ``text`` says that a task is done or goes on: "Complete", "... – done"."""
        last = text.casefold().strip(" .)")
        return last in self.closed or last.endswith(self.closing)

    def tells_outcome(self, text: str) -> bool:
        """Whether ``text`` has a word by which it is told what became of a task: "the contractor came", "still awaited"."""
        return bool(self.outcome.search(text))


@dataclass(frozen=True)
class Entry:
    """An entry read: ``task`` is empty where it only names the owner; ``at``: where in the entry the task begins."""

    owner: str | None
    task: str = ""
    at: int = 0
    due: str | None = None


def read_entry(text: str, words: TaskWords) -> Entry:
    """Reads "Clerk to write", "JS: write", "Write to the owner (JS, 31 July)", "JS by 4 July", "Clerk"."""
    label = _LABEL.match(text)
    at = label.end() if label else len(text) - len(text.lstrip())
    text = text[at:].strip()
    if words.is_closed(text):
        return Entry(None)
    for read in (_after_owner, _before_owner, _owner_does, _owner_alone):
        entry = read(text, words)
        if entry:
            return Entry(entry.owner, entry.task, at + entry.at, entry.due)
    return Entry(None, text, at)


def due_line(text: str) -> str | None:
    """The date of a line that says no more than when a task is due: "Due: 4 July"."""
    match = _DUE_LINE.fullmatch(text.strip())
    return match["due"] if match else None


def owners_behind(text: str, words: TaskWords) -> Entry | None:
    """The owner, perhaps with a date, in a bracket that closes ``text``: "... again (JS, 31 July)"."""
    match = _TRAILING.fullmatch(text.strip())
    inside = match["owner"] if match else None
    if not match or not inside or re.search(r"[A-Z][\w’'-]*$", match["task"]) or not re.match(r"[A-Z]", inside):
        return None  # "the Parish Council (PC)", "Jo Ash (Chair)"
    owner, due = _owner_and_due(inside, words)
    initials = owner and all(re.fullmatch(r"[A-Z]{2,3}", word) for word in _SPLIT.split(owner) if word)
    return Entry(owner, match["task"], 0, due) if initials else None


def _after_owner(text: str, words: TaskWords) -> Entry | None:
    match = _LEADING.fullmatch(text)
    if not match:
        return None
    owner, task = match["owner"] or match["owner2"], match["task"] or match["task2"]
    if not words.names_somebody(owner) or re.search(rf"\s{_DOES}\s", owner) or due_line(text):
        return None
    if words.only_says_when(task):
        return Entry(clean_owner(owner), due=task.strip())
    return Entry(clean_owner(owner), task, match.start("task") if match["task"] else match.start("task2"))


def _before_owner(text: str, words: TaskWords) -> Entry | None:
    match = _TRAILING.fullmatch(text)
    if not match or len(match["task"].split()) < 2:
        return None
    owner, due = _owner_and_due(match["owner"] or match["owner2"], words)
    if not owner or (match["owner"] and words.names_somebody(match["task"])):
        return None
    told = _owner_does(match["task"], words)
    return Entry(told.owner if told and told.owner else owner, text, 0, due)


def _owner_does(text: str, words: TaskWords) -> Entry | None:
    match = _TASK_FOLLOWS.match(text)
    if not match or len(match["owner"].split()) > _LONGEST_OWNER:
        return None
    first = match["owner"].split()[0]
    if not (first[0].isupper() or first in ("the", "all")) or words.is_no_doer(first):
        return None
    passive = re.match(r"be\s\w+(?:ed|en|ought|ut|nt|ld|de)\b", match["task"])
    return Entry(None if passive else clean_owner(match["owner"]), text)


def _owner_alone(text: str, words: TaskWords) -> Entry | None:
    owner, due = _owner_and_due(text, words)
    if owner:
        return Entry(owner, "", 0, due)
    return Entry(clean_owner(text)) if clean_owner(text) and len(text.split()) <= _IN_SMALL_LETTERS else None


def _owner_and_due(text: str, words: TaskWords) -> tuple[str | None, str | None]:
    bare = _BARE.fullmatch(text.strip(" ."))
    if bare and words.names_somebody(bare["owner"]):
        return clean_owner(bare["owner"]), bare["due"]
    return (clean_owner(text), None) if words.names_somebody(text) else (None, None)
