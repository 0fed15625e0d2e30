"""What several tests share: the sample minutes, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_miner.pipeline import Extraction, PipelineSettings, extract

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Extraction:
    """Everything that the sample minutes give, in one process."""
    return extract([CORPUS], settings=PipelineSettings(workers=1))
