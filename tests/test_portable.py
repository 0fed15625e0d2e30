"""What runs on one system only: format codes that Windows does not know."""

from __future__ import annotations

import re
from pathlib import Path

import minutes_miner

_CODE = re.compile(r"%-[dmHIMSjy]")


def test_days_are_written_without_format_codes_that_windows_lacks() -> None:
    sources = Path(minutes_miner.__file__).parent.rglob("*.py")
    assert [path.name for path in sources if _CODE.search(path.read_text(encoding="utf-8"))] == []
