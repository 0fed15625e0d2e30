"""The documentation is true: commands, links, names, examples and queries that it shows exist and work."""

from __future__ import annotations

import configparser
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import minutes_miner
from minutes_miner.cli import cli
from minutes_miner.store.views import VIEWS

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md")), ROOT / "corpus" / "README.md"]
TEXTS = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PAGES}
# What is slow to import and must wait until it is used.
HEAVY = (
    "spacy",
    "pandas",
    "numpy",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "lxml",
    "docx",
    "xlsxwriter",
    "openpyxl",
    "pyarrow",
    "dateparser",
    "rapidfuzz",
    "rich",
)


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page that are marked with a language, "" for those without."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", TEXTS[page], flags=re.MULTILINE | re.DOTALL)
    return [text for marked, text in fenced if marked == language]


def commands() -> dict[str, click.Command]:
    """Every command by the words that call it: "run", "rules check"."""
    found: dict[str, click.Command] = {}

    def walk(group: click.Group, words: tuple[str, ...]) -> None:
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            if isinstance(command, click.Group):
                walk(command, (*words, name))
            else:
                found[" ".join((*words, name))] = command

    walk(cli, ())
    return found


COMMANDS = commands()


def shown_lines() -> list[tuple[str, str]]:
    """(where, line) for every call of the program in a fenced block of a page or among the examples of a command's help."""
    texts = [(page, block) for page in TEXTS for language in ("", "powershell") for block in blocks(page, language)]
    texts += [(f"{name} --help", command.help or "") for name, command in COMMANDS.items()] + [("--help", cli.help or "")]
    return [
        (where, match[1]) for where, text in texts for match in re.finditer(r"^.*?\bminutes-miner (.+?)(?: {3,}.*)?$", text, re.MULTILINE)
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_stands_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(cli, [*name.split(), "--help"])
    assert result.exit_code == 0
    assert COMMANDS[name].help
    assert all(option.help for option in COMMANDS[name].params if isinstance(option, click.Option)), "an option without help"
    assert f"minutes-miner {name}" in TEXTS["README.md"]


@pytest.mark.parametrize(("where", "line"), shown_lines())
def test_a_command_that_is_shown_is_understood(where: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = shlex.split(re.split(r" [|>] ", line)[0])
    monkeypatch.chdir(tmp_path)
    for word in words:
        if not word.startswith("-"):
            # Paths that are named must exist; a file or folder by the name of any other word does no harm.
            place = tmp_path / word
            (place.parent if place.suffix else place).mkdir(parents=True, exist_ok=True)
            place.touch() if place.suffix else None
    command: click.Command = cli
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None, f"{where}: no such command: {line}"
        command = found
    assert command.make_context(command.name, words).args == []


def test_help_and_import_wait_for_nothing_heavy() -> None:
    calls = [["--help"], *([*name.split(), "--help"] for name in COMMANDS)]
    program = (
        "import sys, minutes_miner\nfrom click.testing import CliRunner\nfrom minutes_miner.cli import cli\n"
        f"codes = [CliRunner().invoke(cli, call).exit_code for call in {calls!r}]\n"
        f"print(codes, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True).stdout
    assert printed.strip() == f"{[0] * len(calls)} []"


@pytest.mark.parametrize("page", TEXTS)
def test_links_lead_somewhere(page: str) -> None:
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", TEXTS[page]):
        place = (ROOT / page).parent / target if target else ROOT / page
        assert place.exists(), f"{page} links to {target}"
        if anchor:
            titles = re.findall(r"^#+ (.+)$", place.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles]


def test_make_targets_that_are_named_exist_and_all_stand_in_contributing() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for text in TEXTS.values() for target in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)}
    assert named <= targets
    assert targets - {"help"} <= set(re.findall(r"`make ([a-z]+)`", TEXTS["CONTRIBUTING.md"]))


def test_sheets_tables_and_views_are_described() -> None:
    from minutes_miner.export import Register
    from minutes_miner.export.tables import build_tables

    for table in build_tables(Register(())):
        assert re.search(rf"^\|.*\b{table.title}\b", TEXTS["README.md"], re.MULTILINE), table.title
        assert f"| {table.title} | `{table.name}` |" in TEXTS["docs/formats.md"]
    for view in re.findall(r"CREATE VIEW (\w+)", VIEWS):
        assert f"`{view}`" in TEXTS["docs/formats.md"], view


def test_keys_of_the_json_are_described() -> None:
    from minutes_miner.export.schema import record_schema, tracked_schema

    for key in (*record_schema()["properties"], *tracked_schema()["properties"]):
        assert re.search(rf'[`"]{key}[`"]', TEXTS["docs/formats.md"]), key


def test_states_are_described() -> None:
    from minutes_miner.export.schema import tracked_schema

    table = TEXTS["docs/formats.md"].partition("## How an action stands")[2].partition("##")[0]
    for key in ("status", "state"):
        for value in tracked_schema()["properties"][key]["enum"]:
            assert re.search(rf"^\|.*\b{value}\b.*\|", table, re.MULTILINE), value


def test_queries_run(tmp_path: Path) -> None:
    from minutes_miner.store import Store

    with Store(tmp_path / "minutes.db") as store:
        store.save((), None, ())
    (queries,) = blocks("docs/formats.md", "sql")
    connection = sqlite3.connect(tmp_path / "minutes.db")
    statements = [query for query in queries.split(";") if query.strip()]
    assert all(connection.execute(query).description for query in statements)
    connection.close()


def test_the_rule_file_of_the_guide_does_what_the_guide_says(tmp_path: Path) -> None:
    from minutes_miner import rulebook
    from minutes_miner.mentions.examples import failing_examples

    rules = tmp_path / "my-rules"
    rules.mkdir()
    rule_file, name_of_a_thing = blocks("docs/rules.md", "yaml")
    (rules / "marling.yaml").write_text(rule_file, encoding="utf-8")
    (rules / "things.yaml").write_text(name_of_a_thing, encoding="utf-8")
    book = rulebook.load(rules)
    assert failing_examples(book, [rule for rule in book.rules if rule.id.startswith("marling.")]) == []

    quoted = "\n".join(line[2:] for line in TEXTS["docs/rules.md"].splitlines() if line.startswith(">"))
    minutes = tmp_path / "minutes.txt"
    head = (
        "Little Marling Parish Council\n\nMinutes of the meeting held on 4 June 2024\n\nPresent: Cllr J Harker (Chair) and Cllr P Noon\n\n"
    )
    minutes.write_text(f"{head}1. Apologies\n\nNone.\n\n2. Highways\n\n{quoted}\n", encoding="utf-8")
    (before,), (after,) = minutes_miner.read(minutes), minutes_miner.read(minutes, rules=rules)
    found = after.items[1]
    assert not (before.items[1].speakers or before.items[1].resolutions or before.items[1].actions)
    assert (len(found.speakers), [r.evidence.rule for r in found.resolutions]) == (1, ["marling.settled"])
    assert [(a.owner, str(a.due.date), a.evidence.rule) for a in found.actions] == [("Clerk", "2024-06-30", "marling.follow-up")]


def test_keys_places_kinds_and_values_of_rules_are_described() -> None:
    from minutes_miner import rulebook

    page = TEXTS["docs/rules.md"]
    assert set(re.findall(r"^\| `([a-z_]+)` \|", page, re.MULTILINE)) >= rulebook._KEYS
    assert all(f"`{where}`" in page for where in rulebook._WHERE)
    table = page.partition("| kind |")[2].partition("\n\n")[0]
    rows = [[set(re.findall(r"`([^`]+)`", cell)) for cell in line.split("|")[1:4:2]] for line in table.splitlines()[2:]]
    rules = rulebook.load().rules
    for kinds, values in rows:
        assert kinds <= {rule.kind for rule in rules}
        assert values == {rule.value for rule in rules if rule.kind in kinds} - {""} or kinds <= {"motion", "concept", "kind of"}
    lists = page.partition("## A word, or a rule?")[2].partition("## ")[0]
    assert set(re.findall(r"`(\w+)`", lists)) <= set(rulebook.load().lists)


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md"])
def test_python_that_is_shown_runs(page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for code in blocks(page, "python"):
        names: dict[str, object] = {}
        exec(compile(code, page, "exec"), names)
        assert names.get("late") or "resolution" in capsys.readouterr().out


def test_each_dependency_has_its_reason_and_the_version_is_one() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    needed = {re.split(r"[<>=]", line)[0].lower() for line in config["options"]["install_requires"].split()}
    table = TEXTS["CONTRIBUTING.md"].partition("## Dependencies")[2].partition("For development")[0]
    assert {name.lower() for name in re.findall(r"^\| ([\w.-]+) \|", table, re.MULTILINE)} - {"package"} == needed
    assert config["metadata"]["version"] == minutes_miner.__version__
    assert f"## [{minutes_miner.__version__}]" in TEXTS["CHANGELOG.md"]
