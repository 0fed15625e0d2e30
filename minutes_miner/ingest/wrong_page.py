"""Pages that a website sent in place of the minutes: sign-in, error, consent and robot checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from minutes_miner.errors import NotTheMinutes
from minutes_miner.ingest.markup import text_of

if TYPE_CHECKING:
    from minutes_miner.ingest.markup import Page

# Words outside links above which a page is read all the same: such pages are short, though their menus may be long; and a
# password field alone may belong to a box beside short minutes.
_WORDS, _WORDS_BESIDE_PASSWORD = 300, 100
# Each is looked for in the page's <title> and its h1 headings. Wordings of IIS, Apache, nginx, Cloudflare, Akamai, F5 and ModernGov.
# In the middle: letters or figures of which some stand in every text that the pattern fits; hardly a page of minutes has any.
_SIGNS = (
    (
        "an error page",
        "40 41 42 50 http",
        r"^\W*(?:error\s*)?(?:40[0-9]|410|429|50[0-4])\b|\bhttp (?:status|error) \d{3}",
    ),
    (
        "an error page",
        "page file document resource",
        r"\b(?:page|file|document|resource)\b.{0,20}\b(?:(?:can)?not (?:be )?(?:found|available)|unavailable|does not exist)",
    ),
    (
        "an error page",
        "denied forbidden unauthori rejected gateway",
        r"\b(?:access (?:is |was )?denied|forbidden|unauthori[sz]ed|request rejected|bad gateway)\b",
    ),
    (
        "an error page",
        "error unavailable",
        r"\b(?:server error|service unavailable)\b|^(?:an )?(?:application |runtime |unexpected )?error(?: has)?(?: occurred)?$",
    ),
    (
        "a robot check",
        "moment attention human robot security captcha",
        r"\b(?:just a moment|attention required|are you (?:a )?(?:human|robot)|security check|captcha)\b",
    ),
    (
        "a sign-in page",
        "sign log authentication",
        r"^(?:please )?(?:sign|log)[ -]?(?:in|on)\b|\b(?:sign|log)[ -]?in to (?:your )?(?:account|continue)\b|^authentication required",
    ),
    (
        "a consent page",
        "cookie continue privacy",
        r"^(?:we use cookies|cookies?(?: consent| settings| preferences| notice)?$|before you continue|your privacy(?: choices)?$)",
    ),
)
_COMPILED = tuple((what, tuple(hints.split()), re.compile(pattern, re.IGNORECASE)) for what, hints, pattern in _SIGNS)
_MEND = "open the address in a browser, wait until the minutes show, and save that page"


def refuse_wrong_page(page: Page, *, source: str) -> None:
    """Raise NotTheMinutes where the page is an error, sign-in, consent or robot-check page rather than a record."""
    found = _told_by_title(page)
    words = _WORDS
    if not found and any((field.get("type") or "").lower() == "password" for field in page.root.iter("input")):
        found, words = "a sign-in page (it asks for a password)", _WORDS_BESIDE_PASSWORD
    if found and _word_count(page) < words:
        raise NotTheMinutes(f"{source}: {found} was saved in place of the minutes; {_MEND}")


def _told_by_title(page: Page) -> str | None:
    """What kind of page it is by its title and headings, and the words that say so."""
    for text in filter(None, (page.title, *map(text_of, page.root.iter("h1")))):
        plain = text.casefold()
        for what, hints, pattern in _COMPILED:
            if any(map(plain.__contains__, hints)) and pattern.search(text):
                return f"{what} (it says '{text[:80]}')"
    return None


def _word_count(page: Page) -> int:
    return len(" ".join(page.root.xpath("//body//text()[not(ancestor::script or ancestor::style or ancestor::a)]")).split())
