"""The front door for sources: any file to one Document, its reader chosen by looking at the bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from minutes_miner.errors import EmptySource, Encrypted, NotADocument, ReadError, TooLarge
from minutes_miner.ingest.limits import ReadLimits
from minutes_miner.ingest.sniff import HEAD, MENDS, READABLE, inside_ole, inside_zip, sniff
from minutes_miner.model import Document

__all__ = ["ReadLimits", "read_bytes", "read_document"]

_DEFAULT = ReadLimits()


def read_document(path: Path, *, source: str | None = None, limits: ReadLimits = _DEFAULT) -> Document:
    """Read the file at ``path``; ``source`` is the name it goes by in the records (its own name unless given).

    Raises the family of ReadError: ReadError itself where the file cannot be opened, EmptySource, NotADocument, NoTextLayer,
    Encrypted, Damaged, TooLarge, NotTheMinutes.
    """
    name = source or path.name
    return read_bytes(_load(path, name, limits), source=name, limits=limits)


def read_bytes(data: bytes, *, source: str, limits: ReadLimits = _DEFAULT) -> Document:
    """Read a source held in memory; raises as ``read_document`` does."""
    kind = _kind(data, source)
    if kind in ("html", "text") and len(data) > limits.max_text_bytes:
        raise TooLarge(_too_large(source, len(data), limits.max_text_bytes))
    document = _read_as(kind, data, source=source, limits=limits)
    if not any(map(str.isalnum, document.text)):
        raise EmptySource(f"{source}: no words were found in it; open it and see whether it shows any text")
    return replace(document, digest=hashlib.sha256(data).hexdigest())


def _load(path: Path, name: str, limits: ReadLimits) -> bytes:
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(f"{name}: this is a folder, not a file; give the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(f"{name}: this is no ordinary file (a device or pipe); save its contents as a file")
        if status.st_size > limits.max_bytes:
            raise TooLarge(_too_large(name, status.st_size, limits.max_bytes))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(f"{name}: no such file; it was moved or deleted, or the name is misspelt") from error
    except PermissionError as error:
        raise ReadError(f"{name}: no permission to read it; ask for read access or copy it to a folder of your own") from error
    except OSError as error:
        raise ReadError(f"{name}: could not be opened ({error.strerror or error}); check the drive and try again") from error


def _too_large(name: str, size: int, limit: int) -> str:
    return f"{name}: {size / 1e6:,.0f} MB; up to {limit / 1e6:,.0f} MB are read. Split it, or raise the limit in ReadLimits"


def _kind(data: bytes, source: str) -> str:
    """One of READABLE; raises for all other kinds."""
    kind = sniff(data[:HEAD], len(data))
    names: tuple[str, ...] = ()
    if kind == "zip":
        kind, names = inside_zip(data)
    elif kind == "ole":
        kind = inside_ole(data)
    if kind in READABLE:
        return kind
    if kind == "empty":
        raise EmptySource(f"{source}: the file is empty; download or save it again")
    if kind == "encrypted":
        raise Encrypted(f"{source}: a Word document behind a password; open it in Word, take the password off and save it")
    what, mend = MENDS[kind]
    holds = f" holding {', '.join(names[:3])}{' and more' if len(names) > 3 else ''}" if names else ""
    raise NotADocument(f"{source}: this is {what}{holds}, not minutes as HTML, PDF, DOCX or text; {mend}")


def _read_as(kind: str, data: bytes, *, source: str, limits: ReadLimits) -> Document:
    """Hand the bytes to their reader; each is imported only when used, for lxml, docx and the PDF libraries are slow to load."""
    if kind == "pdf":
        from minutes_miner.ingest import pdf

        return pdf.read(data, source=source)
    if kind == "docx":
        from minutes_miner.ingest import docx

        return docx.read(data, source=source, limits=limits)
    if kind == "html":
        from minutes_miner.ingest import html, moderngov

        if moderngov.recognises(data):
            return moderngov.read(data, source=source)
        return html.read(data, source=source)
    from minutes_miner.ingest import moderngov_text, plain

    return moderngov_text.read(data, source=source) or plain.read(data, source=source)
