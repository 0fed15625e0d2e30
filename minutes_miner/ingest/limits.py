"""How much a source may ask of the reader, each bound with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Bounds in bytes; a source beyond them ends as TooLarge before it is read or unpacked."""

    max_bytes: int = 100_000_000  # the largest report packs that councils publish as one PDF come to about 90 MB
    max_text_bytes: int = 25_000_000  # HTML and text; the longest meeting pages are 2 MB, a bound volume of a year 10 MB
    max_unpacked: int = 300_000_000  # the XML inside a DOCX; a zip bomb packs gigabytes into kilobytes
