"""Finding a page's own content: what is left when navigation, banners, sidebars, footers and comments are taken away.

First the parts that mark themselves as furniture (by tag, ARIA role, class or id) are dropped, unless they hold most of the
page's words, for a theme may call its whole page "has-sidebar". Then the descent: from <body> to the one child that holds
nearly all the prose, as long as there is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FURNITURE_TAGS = frozenset({"nav", "aside", "dialog"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"})
# Words of class and id names that content systems (WordPress, Jadu, CMIS, Drupal, Squarespace, Wix) give to what is not content.
_FURNITURE_NAMES = re.compile(
    r"""(?:^|[\s_-])(?:
        cookies? | consent | gdpr | nav | navbar | navigation | menu | breadcrumbs? | sidebar | widgets? | toolbar | pagination | pager
      | share | sharing | sharedaddy | social | comments | comment-respond | respond | related | jp-relatedposts | post-navigation
      | skip-link | screen-reader-text | newsletter | subscribe | popup | modal | adverts? | ads | feedback | search | searchform
      | site-footer | page-footer | footer | colophon | back-to-top | print-link
    )(?:$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_FURNITURE_SHARE = 0.3  # a part with more of the page's prose than this is content, whatever it is called
_DESCEND_SHARE = 0.85  # go on into a child that holds this much of the prose; below it, the siblings matter too
_SEMANTIC_SHARE = 0.5  # <main> or <article> is the content if it holds at least half of the prose


def find_content(body: Element) -> Element:
    """The element of ``body`` that holds the page's own text. Changes the tree: furniture is taken out of it."""
    sizes = _sizes(body)
    total = sizes[body]
    for element in [e for e in sizes if e is not body and _is_furniture(e) and sizes[e] <= _FURNITURE_SHARE * total]:
        _take_out(element)
    sizes = _sizes(body)
    return _descend(_semantic(body, sizes), sizes)


def _take_out(element: Element) -> None:
    """Remove an element but keep the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _sizes(body: Element) -> dict[Element, int]:
    """Characters of prose in each element: text outside links. One pass from the last element to the first, children before parents."""
    elements = [element for element in body.iter() if isinstance(element.tag, str)]
    sizes = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        own = sizes[element] + len((element.text or "").strip())
        sizes[element] = 0 if element.tag in ("a", "script", "style", "noscript", "option") else own
        parent = element.getparent()
        if element is not body and parent is not None:
            sizes[parent] += sizes[element] + len((element.tail or "").strip())
    return sizes


def _is_furniture(element: Element) -> bool:
    tag = element.tag
    if tag in _FURNITURE_TAGS or element.get("role") in _FURNITURE_ROLES:
        return True
    if tag in ("header", "footer"):  # an article's own header holds its title; the page's holds the logo and the menu
        return next(element.iterancestors("article", "main"), None) is None
    if tag in ("body", "main", "article", "p", "li", "tr", "td", "span", "a") or element.get("role") == "main":
        return False
    return any(_FURNITURE_NAMES.search(name) for name in (element.get("class"), element.get("id")) if name)


def _semantic(body: Element, sizes: dict[Element, int]) -> Element:
    """<main>, and within it the one <article> or marked entry, where the page has them and they hold the prose."""
    found = body
    for path in (".//main|.//*[@role='main']", ".//article|.//*[contains(@class, 'entry-content')]"):
        best = max(found.xpath(path), key=lambda element: sizes.get(element, 0), default=None)
        if best is not None and sizes.get(best, 0) >= _SEMANTIC_SHARE * sizes[found]:
            found = best
    return found


def _descend(element: Element, sizes: dict[Element, int]) -> Element:
    while element.tag not in ("article", "main") and sizes[element]:
        child = max(element, key=lambda child: sizes.get(child, 0), default=None)
        if child is None or sizes.get(child, 0) < _DESCEND_SHARE * sizes[element] or child.tag in ("p", "table", "ul", "ol", "li", "dl"):
            break
        element = child
    return element
