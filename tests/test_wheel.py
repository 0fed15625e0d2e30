"""The wheel holds all that the program needs, and runs from anywhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from tests.conftest import CORPUS

ROOT = CORPUS.parent
# What setup.cfg and pyproject.toml name, and nothing that was built before.
PARTS = ("minutes_miner", "rules", "pipelines", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")
# The least setuptools that pyproject.toml asks for: with it at hand the wheel is built without fetching anything.
SETUPTOOLS = 77


def isolation() -> list[str]:
    try:
        fits = int(version("setuptools").split(".")[0]) >= SETUPTOOLS
    except PackageNotFoundError:
        fits = False
    return ["--no-isolation"] if fits else []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that the checkout stays clean."""
    pytest.importorskip("build", reason="the package 'build' is not installed: pip install -e .[dev]")
    place = tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, place / "src" / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, place / "src" / part)
    command = [sys.executable, "-m", "build", "--wheel", *isolation(), "--outdir", str(place), str(place / "src")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=170)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_is_in_the_wheel(names: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "minutes_miner").rglob("*.py")}
    assert modules - names == set()


def test_rules_profiles_and_schemas_are_in_the_wheel(names: set[str]) -> None:
    wanted = {f"minutes_miner/rules/{path.name}" for path in (ROOT / "rules").glob("*.yaml")}
    wanted |= {f"minutes_miner/pipelines/{path.name}" for path in (ROOT / "pipelines").glob("*.cfg")}
    wanted |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "minutes_miner").rglob("*.schema.json")}
    assert len(wanted) > 10 and wanted - names == set()
    assert "minutes_miner/py.typed" in names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"minutes_miner"}
    assert [name for name in names if "test" in name.casefold() or "corpus" in name] == []


def test_the_entry_points_are_declared(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        text = archive.read(name).decode("utf-8")
    assert "minutes-miner = minutes_miner.cli:main" in text
    assert all(f"{component} = " in text for component in ("minutes_sentences", "minutes_names", "minutes_rules"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def outside(unpacked: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with the unpacked wheel before everything else, run in another folder."""
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120
    )


def test_the_unpacked_wheel_is_what_runs(unpacked: Path, tmp_path: Path) -> None:
    code = "from minutes_miner import resources as r; print(r.__file__, r.folder('rules'), r.folder('pipelines'), sep='\\n')"
    done = outside(unpacked, tmp_path, "-c", code)
    assert [line.startswith(str(unpacked)) for line in done.stdout.splitlines()] == [True] * 3, done.stdout + done.stderr


def test_it_reads_minutes_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    shutil.copy(CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt", tmp_path / "m.txt")
    done = outside(unpacked, tmp_path, "-m", "minutes_miner", "extract", "m.txt")
    assert done.returncode == 0, done.stderr
    (record,) = json.loads(done.stdout)
    assert record["source"] == "m.txt" and len(record["items"]) > 5


def test_it_writes_a_register_from_another_folder(unpacked: Path, tmp_path: Path) -> None:
    shutil.copy(CORPUS / "brackenholt" / "brackenholt-2024-09-05.txt", tmp_path / "m.txt")
    done = outside(unpacked, tmp_path, "-m", "minutes_miner", "run", "m.txt", "--as-of", "2025-06-30")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs" / "minutes.xlsx").is_file() and (tmp_path / "outputs" / "minutes-record.schema.json").is_file()
