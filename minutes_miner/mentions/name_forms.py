"""The forms of names: a title and capitals, a plural title with a list, an office by its head word, a body, capitals alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes_miner.matching import words_in
from minutes_miner.mentions.passage import BORDER
from minutes_miner.rulebook import RuleBook
from minutes_miner.text import LOWER, UPPER

Found = tuple[int, int]

# "van der Berg", "ap Gwilym", "de la Cruz": small words that open a surname. Usage: Dutch, French, Spanish, Welsh, Arabic names.
PARTICLE = r"(?:de(?:\s(?:la|las|los))?|van(?:\sde[rn]?)?|von(?:\sder)?|der|den|du|di|da|dos|la|le|ter|ap|ab|ferch|al|el)"
_CAPITAL = (
    rf"(?:{PARTICLE}\s)?(?:(?:al|el)-)?(?:[ODL]['’]\s?|d['’]|Ó\s|Mc|Mac|St\.?\s)?[{UPPER}][{LOWER}’']+(?:[{UPPER}][{LOWER}]+)?"
    rf"(?:-[{UPPER}][{LOWER}’']+)*(?:[{UPPER}][{LOWER}]+)?"
)
# "SMITH-JONES", "McDONALD", "O'NEILL"; behind a name in small letters at least four letters, so that "OBE" or "RFO" stays out of it.
_PRINTED_LARGE = rf"(?:M[Aa]?[Cc]|[OD]['’])?[{UPPER}]{{%d,}}(?:[-'’][{UPPER}]{{2,}})*(?![\w’'-])"
_INITIALS = rf"(?:[{UPPER}]\.?\s?){{1,3}}"
_SUFFIX = r"(?:,?\s(?:OBE|MBE|CBE|QPM|BEM|JP|DL|MP|MSP|MS|TD|KC|QC))*"
_ARTICLES = frozenset({"The", "A", "An", "the", "a", "an", "Our", "our"})


@dataclass(frozen=True, slots=True)
class Form:
    """A form of names: its rule and the kind of what it finds.

    ``turns_on``: words of which a name of this form holds one (empty: it needs none); ``openers``: the words that it may begin with (empty:
    any that is tried), ``barred`` those that it may not; ``each``: one name of those that the form finds in a row; ``large``: it holds
    capitals side by side; ``beside``: words in small letters where it is looked for, behind a "the".
    """

    rule: str
    kind: str
    pattern: re.Pattern[str]
    turns_on: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    each: re.Pattern[str] | None = None
    large: bool = False
    beside: frozenset[str] = frozenset()

    @property
    def needs(self) -> frozenset[str]:
        """Words of which one must open or carry every name of this form; none where any will do."""
        return self.turns_on or self.openers

    def may_open_with(self, word: str) -> bool:
        """Whether a name of this form may begin with ``word``."""
        return word not in self.barred and (not self.openers or word in self.openers)

    def found(self, match: re.Match[str]) -> Iterable[Found]:
        """Where the names of a match stand."""
        return self._parts(match) if self.each else (match.span(),)

    def _parts(self, match: re.Match[str]) -> Iterator[Found]:
        """Each name of a row; the title stays with the first."""
        assert self.each is not None  # asked for by the caller
        title: int | None = match.start()
        for name in self.each.finditer(match.string, match.start("row"), match.end()):
            yield name.start() if title is None else title, name.end()
            title = None


def forms(book: RuleBook) -> tuple[Form, ...]:
    """The forms in order of rank."""
    return (*_person_forms(book), *_office_forms(book), _capitals_form(book))


def _ends(book: RuleBook) -> str:
    """Here stands no word that follows a name without being part of it: "Seconded", or another title with its name."""
    after = rf"{_any_of(book.words('after_names'))}(?![\w’'-])"
    return rf"(?!{after}|{_any_of(book.words('honorifics'))}\.?\s(?!{after})[{UPPER}])"


def _person_forms(book: RuleBook) -> Iterator[Form]:
    words = book.words("honorifics")
    large = [word.upper() for word in words if len(word) > 2 or word in ("Mr", "Dr")]
    titles = _any_of([*words, *(word for word in large if word not in words)]) + r"\.?"
    # "MS Teams", "PC CCTV": behind a title that is itself all capitals, capitals are no surname.
    loud = _any_of([word for word in words if not word.isupper()]) + r"\.?"
    ends = _ends(book)
    more = rf"(?:\s{ends}{_CAPITAL})"
    called = rf"(?:\s(?:\([{UPPER}][{LOWER}]+\)|[“\"‘'][{UPPER}][{LOWER}]+[”\"’'])(?={more}))?"
    name = rf"(?:{_INITIALS}\s?)?{ends}{_CAPITAL}{called}{more}{{0,3}}"
    caps = rf"(?:{_INITIALS}\s?)?(?:{_PRINTED_LARGE % 2}|{_CAPITAL}(?=\s[{UPPER}]{{4}}))(?:\s{ends}{_PRINTED_LARGE % 4}){{0,2}}"
    several = rf"{titles}(?:\s\(?{titles}\)?)*"
    first = frozenset(re.split(r"\W", entry)[0] for entry in (*words, *large))
    plural = [plural for word in words if (plural := _plural(word, words))]
    row = rf"{name}(?:,\s{name})*(?:,?\s(?:and|&)\s{name})?"
    opens = frozenset(entry.split()[0] for entry in plural)
    yield Form("name.listed", "person", re.compile(rf"\b{_any_of(plural)}\.?:?\s(?P<row>{row})"), openers=opens, each=re.compile(name))
    yield Form("name.honorific", "person", re.compile(rf"\b{several}\s{name}{_SUFFIX}"), openers=first)
    loudly = re.compile(rf"\b(?:{titles}\s)*(?:{loud}|{_any_of(large)}\.?)\s{caps}{_SUFFIX}")
    yield Form("name.honorific", "person", loudly, openers=first, large=True)


def _plural(title: str, titles: Sequence[str]) -> str:
    """The plural of a title, or nothing where it has none or is one."""
    if title == "Messrs":
        return title
    is_plural = title.endswith("s") and (title[:-1] in titles or title in ("Mrs", "Ms", "Miss"))
    return "" if is_plural else title + "s"


def _office_forms(book: RuleBook) -> Iterator[Form]:
    office = _any_of(book.words("office_heads"))
    # "Section 151 Officer": the one office that statute numbers.
    decides = r"(?!(?:RESOLVED|AGREED|RECOMMENDED|DECIDED|NOTED|APPROVED)\b)"  # "The Council of Governors RESOLVED"
    word = rf"(?:{decides}[{UPPER}][\w’'-]*|&|and(?=\s[{UPPER}])|(?<=[Ss]ection\s)\d+|[Ss](?=ection\s\d|\.?151)[\w.]+)"
    topic = rf"(?!{_any_of(book.words('honorifics'))}\b){word}(?:\s{word})*"
    # "Mrs Ash Clerk" is no office; "Chief Constable" is, although it may be a title.
    titles = [title for title in book.words("honorifics") if title.split()[-1] not in book.words("office_heads")]
    no_title = rf"(?!{_any_of(titles)}\b)"
    # "for Housing, Planning and Roads"; what stands behind a comma without a closing "and" is no topic but perhaps a name.
    topics = rf"{topic}(?:(?:,\s{topic})*,?\s(?:and|&)\s{topic})?"
    tail = rf"(?:\s(?:(?:of|for|to|with|in|at|responsible\sfor)(?:\sthe)?(?!\sChair\b)|and|&)\s(?=[{UPPER}]){topics})*"
    # "The gate is rotten, Clerk to report"; "Jane Ash, Clerk to the Council" is an apposition.
    told = rf"(?<=[{LOWER}\d)],\s)(?=(?:[{UPPER}][\w’'-]*\s){{1,4}}to\s(?!the\b|an?\b)[{LOWER}])"
    # "... covered in brambles Clerk will report": a note without its full stop.
    unstopped = rf"(?<=[{LOWER}]\s)(?<!\bas\s)(?=(?:Clerk|Secretary|Treasurer)\s(?:to|will)\s(?!the\b|an?\b|be\b)[{LOWER}])"
    start = rf"(?:(?<![^{BORDER}])|(?<=[.;:!?]\s)|(?<=\band\s)|(?<=/)|(?<=[-–•]\s)|{told}|{unstopped})"
    heads, bodies = (frozenset(re.split(r"\W", entry)[0] for entry in book.words(name)) for name in ("office_heads", "bodies"))
    an_office = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ur)\s(?:{word}[\s-]){{0,7}}{office}\b(?:/{word})?{tail}")
    office_first = re.compile(rf"{start}(?:{no_title}{word}\s){{0,3}}{office}\b(?!s)(?:/{word})?{tail}")
    yield Form("name.office", "office", an_office, turns_on=heads, openers=_ARTICLES)
    yield Form("name.office", "office", office_first, turns_on=heads)
    yield _small_office_form(book)
    body = _any_of(book.words("bodies"))
    yield Form("name.body", "body", re.compile(rf"\b(?:[Tt]he\s)?(?:{word}[\s/-]){{0,7}}{body}\b{tail}"), turns_on=bodies)


def _small_office_form(book: RuleBook) -> Form:
    """ "the clerk", "The outgoing secretary", "the planning officer"; not "the chair of the school council", which is another body's."""
    own, others = book.words("small_offices"), book.words("small_office_heads")
    word = rf"(?:(?!(?:the|an?|of|and|or|to|for|that|was|were|is|in|on|by|as|with)\b)[{LOWER}-]+\s)"
    pattern = rf"\b[Tt]he\s(?:{word}{{0,2}}{_any_of(own)}|{word}{{1,2}}{_any_of(others)})\b(?!\s(?:of|for)\b|['’]s|[-/])"
    heads = frozenset(words_in(entry)[0] for entry in (*own, *others))
    return Form("name.small-office", "office", re.compile(pattern), beside=heads)


def _capitals_form(book: RuleBook) -> Form:
    more = rf"(?:\s{_ends(book)}{_CAPITAL})"
    # First of all whether a capital or a particle may follow the first word, which takes less time than to read it as a name.
    followed = rf"(?=\w+(?:[’'.-]|\s[{UPPER}dvltafe]))"
    capitals = re.compile(rf"(?<![\w’'-]){followed}{_CAPITAL}(?:\s[{UPPER}]\b\.?)?{more}{{1,2}}(?![\w-])")
    return Form("name.capitals", "maybe", capitals, barred=frozenset(book.words("not_names")) | {"the", "a", "an", "and"})


def _any_of(words: Iterable[str]) -> str:
    """Any of ``words``, of two that begin alike the longer; by first letters, so that few are looked at where none stands."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rest = re.escape(word[1:]).replace(r"\ ", r"\s").replace(r"\-", "[- ]").replace("'", "['’]")
        by_letter.setdefault(re.escape(word[0]), []).append(rest)
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()) + ")"
