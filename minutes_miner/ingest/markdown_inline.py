"""Markdown inside a line: **bold** and emphasis, links, escaped signs. Text without them comes out as it went in."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{1,500}\)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])_(?![\w_])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD_TAG = re.compile(r"</?(?:b|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:i|em|u|s|sup|sub|span|font|small|big|a|code|ins|del|mark|p|div|center)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def inline(text: str) -> list[tuple[str, bool]]:
    """Pieces of ``text``, each with whether it is bold; signs of Markdown taken away."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", _BOLD_TAG.sub("**", text)))
    if "'''" in text:  # bold in a wiki
        text = text.replace("'''", "**")
    if "*" not in text and "_" not in text and "[" not in text and "\\" not in text:
        return [(text, False)]
    parts = text.replace("__", "**").split("**") if _underlines_words(text) else text.split("**")
    if len(parts) % 2 == 0:  # an opening sign without its fellow stays as printed
        parts[-2:] = ["**".join(parts[-2:])]
    return [(_plain(part), index % 2 == 1) for index, part in enumerate(parts) if part]


def _underlines_words(text: str) -> bool:
    """Whether "__" marks bold words here, and is no line to sign on."""
    return "__" in text and "___" not in text


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", text) if "](" in text else text
    text = _EMPHASIS.sub(r"\1", text) if "*" in text else text
    text = _UNDERLINED.sub(r"\1", text) if "_" in text else text
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
