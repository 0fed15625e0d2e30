"""The package's errors. Each message says what was found, what was expected and what to do.

MinutesMinerError
+-- ReadError           a source that cannot be read
|   +-- EmptySource     no bytes, or no text
|   +-- NotADocument    bytes of a kind that is no document (binary noise, a picture, a spreadsheet)
|   +-- NoTextLayer     a PDF of pictures
|   +-- Encrypted       a PDF or DOCX behind a password
|   +-- Damaged         a file that breaks off or does not parse
|   +-- TooLarge        beyond the limits in ReadLimits
|   +-- NotTheMinutes   a login page, an error page, a consent page saved in place of the minutes
+-- RuleError           a rule or word list that is wrong
+-- ProfileError        an unknown or broken profile
+-- UsageError          an argument that cannot be followed
+-- StoreError          a database that cannot be opened or is of another version
+-- CorrectionsError    a file of corrections, or a workbook with edits, that cannot be read
"""

from __future__ import annotations


class MinutesMinerError(Exception):
    """The family's head: catch it to catch all that this package raises knowingly."""


class ReadError(MinutesMinerError):
    """A source that cannot be read."""


class EmptySource(ReadError):
    """No bytes, or no text in them."""


class NotADocument(ReadError):
    """Bytes of a kind that holds no minutes."""


class NoTextLayer(ReadError):
    """A PDF whose pages are pictures."""


class Encrypted(ReadError):
    """A file behind a password."""


class Damaged(ReadError):
    """A file that breaks off or does not parse."""


class TooLarge(ReadError):
    """A file beyond the limits set for reading."""


class NotTheMinutes(ReadError):
    """A login, error or consent page saved in place of the minutes."""


class RuleError(MinutesMinerError):
    """A rule or word list that is wrong; names file, rule and mend."""


class ProfileError(MinutesMinerError):
    """A profile that is unknown or broken."""


class UsageError(MinutesMinerError):
    """An argument that cannot be followed."""


class StoreError(MinutesMinerError):
    """A database that cannot be opened or is of another version."""


class CorrectionsError(MinutesMinerError):
    """A file of corrections, or a workbook with an officer's edits, that cannot be read."""
