"""People, offices and anonymous groups, by form: an honorific and capitals, an office's head word, a name that the attendance list gives.

No model of the language is needed, and no list of real people: what is known of a meeting's own people comes with the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from minutes_miner import rulebook
from minutes_miner.mentions.sentences import text_of

#: Where a Doc carries the names that its document's attendance list gives: a tuple of texts.
KNOWN_NAMES = "minutes_miner.known_names"
#: Name of the span group in which the components leave what they find.
SPANS = "minutes_miner"

_CAPITAL = r"(?:Mc|Mac|O['’]|D['’]|de\s|van\s|von\s|St\.?\s)?[A-Z][a-z’'À-ÿ]+(?:-[A-Z][a-z]+)?(?:[A-Z][a-z]+)?"
_INITIALS = r"(?:[A-Z]\.?\s?){1,3}"
_SUFFIX = r"(?:,?\s(?:OBE|MBE|CBE|QPM|JP|DL|MP|MSP|MS|TD|KC|QC))*"


@Language.factory("minutes_names", default_config={"rules": None})
def create_names(nlp: Language, name: str, rules: str | None) -> Names:
    """Factory of the component; ``rules`` is a folder laid over the shipped rules, or None."""
    return Names(rulebook.load(rulebook.overlay_path(rules)), name)


class Names:
    """Adds a span of label "name" for every person, office, group and pronoun of a Doc to ``doc.spans["minutes_miner"]``.

    ``span.id_`` is the rule (``name.honorific``, ``name.office``, ``name.known``, ``name.group``, ``name.body``, ``name.capitals``),
    ``span.kb_id_`` the kind: "person", "office", "group" (nobody by name), "body" (a team, board or council) or "maybe" (two
    capitalised words that may be a person's).
    """

    def __init__(self, book: rulebook.RuleBook, name: str = "minutes_names") -> None:
        self.name = name
        self._patterns = _patterns(book)
        self._not_names = frozenset(book.words("not_names")) | {w for h in book.words("office_heads") for w in h.split()}

    def __call__(self, doc: Doc) -> Doc:
        taken: list[tuple[int, int]] = []
        spans: list[Span] = []
        for start, end, rule, kind in self._candidates(text_of(doc), doc.user_data.get(KNOWN_NAMES, ())):
            if any(start < b and a < end for a, b in taken):
                continue
            span = doc.char_span(start, end, label="name", kb_id=kind, alignment_mode="expand")
            if span is not None:
                span.id_ = rule
                spans.append(span)
                taken.append((start, end))
        doc.spans[SPANS] = [*doc.spans.get(SPANS, []), *sorted(spans, key=lambda s: s.start)]
        return doc

    def _candidates(self, text: str, known: Sequence[str]) -> Iterable[tuple[int, int, str, str]]:
        """Stretches that may be names, the longest first, of two as long the surer kind."""
        found = []
        for rank, (rule, kind, pattern) in enumerate(self._patterns, 1):
            for match in pattern.finditer(text):
                if kind != "maybe" or self._may_be_person(match.group()):
                    found.append((match.start() - match.end(), rank, match.start(), match.end(), rule, kind))
        if known:
            found += [(m.start() - m.end(), 0, m.start(), m.end(), "name.known", "person") for m in _known(tuple(known)).finditer(text)]
        for _, _, start, end, rule, kind in sorted(found):
            yield start, end, rule, kind

    def _may_be_person(self, text: str) -> bool:
        return not self._not_names.intersection(re.findall(r"[A-Za-z]+", text))


@lru_cache(maxsize=256)
def _known(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted({n for n in names if n.strip()}, key=lambda n: (-len(n), n))
    return re.compile(r"(?<![\w’'-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-]|['’](?!s\b))")


def _patterns(book: rulebook.RuleBook) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(rule id, kind, expression) in order of rank."""
    honorific = _any_of(book.words("honorifics")) + r"\.?"
    name = rf"(?:{_INITIALS}\s?)?{_CAPITAL}(?:\s{_CAPITAL}){{0,2}}"
    office = _any_of(book.words("office_heads"))
    word = r"(?:[A-Z][\w’'-]*|&|and(?=\s[A-Z]))"
    tail = rf"(?:\s(?:of|for|to|and|&|with|in|at|responsible\sfor)(?:\sthe)?\s[A-Z][\w’'-]*(?:(?:,)?\s{word})*)*"
    group = _any_of(sorted(book.words("groups"), key=len, reverse=True))
    body = _any_of(book.words("bodies"))
    no_name = _any_of(book.words("not_names"))
    start = r"(?:^|(?<=[.;:!?]\s)|(?<=\band\s)|(?<=/)|(?<=[-–•]\s))"
    return (
        ("name.honorific", "person", re.compile(rf"\b{honorific}\s{name}{_SUFFIX}")),
        ("name.group", "group", re.compile(rf"(?<![\w-])(?i:{group})(?![\w-])")),
        ("name.office", "office", re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s(?:{word}[\s-]){{0,7}}{office}\b(?:/{word})?{tail}")),
        ("name.office", "office", re.compile(rf"{start}(?:{word}\s){{0,3}}{office}\b(?!s)(?:/{word})?{tail}")),
        ("name.body", "body", re.compile(rf"\b(?:[Tt]he\s)?(?:{word}[\s/-]){{0,7}}{body}\b{tail}")),
        ("name.capitals", "maybe", re.compile(rf"(?<![\w’'-])(?!{no_name}\b){_CAPITAL}(?:\s[A-Z]\.?)?(?:\s{_CAPITAL}){{1,2}}(?![\w-])")),
    )


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s").replace("-", "[- ]") for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
