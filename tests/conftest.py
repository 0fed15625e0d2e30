"""What several tests share: the sample minutes, read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from minutes_miner.pipeline import Extraction, PipelineSettings, extract

CORPUS = Path(__file__).parents[1] / "corpus"

# No test measures time: how long an example takes is the machine's affair.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def corpus() -> Extraction:
    """Everything that the sample minutes give, in one process."""
    return extract([CORPUS], settings=PipelineSettings(workers=1))
