"""A build that keeps what it knows makes, byte for byte, what one makes that knows nothing; whatever was edited."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from truth.world import EDITS, NOW, World

# `BYLINE_EDITS=200 pytest tests/truth` tries as many sequences.
SEQUENCES = int(os.environ.get("BYLINE_EDITS", "2"))
LONGEST = 5
TWICE = ("draft_or_published",)  # there and back


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def follow(world: World, edits: list[tuple[str, int]]) -> None:
    """Make the edits, and compare after each."""
    assert world.build() == 0, (world.folder / "said").read_text()
    for name, number in edits:
        EDITS[name](world, number)
        assert world.build() == 0, (name, number, (world.folder / "said").read_text())
        assert differing(world.built(), world.clean()) == [], (name, number)


def test_every_kind_of_edit_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    world = World(tmp_path)
    follow(world, [(name, number) for name in EDITS for number in range(1 + (name in TWICE))])


class Machine(RuleBasedStateMachine):
    """A site under edit: after each, what a build makes that knows all the earlier ones is held against a clean one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(prefix="byline-truth-")
        self.world = World(Path(self.folder.name))

    @invariant()
    def is_what_a_clean_build_makes(self) -> None:
        assert self.world.build() == 0, (self.world.folder / "said").read_text()
        assert differing(self.world.built(), self.world.clean()) == []

    def teardown(self) -> None:
        self.folder.cleanup()


def rule_of(edit: Callable[[World, int], None]) -> Callable[..., None]:
    """An edit as a rule, under its own name, so that a failure reads as what somebody did."""

    def made(machine: Machine, number: int) -> None:
        edit(machine.world, number)

    made.__name__ = edit.__name__
    return rule(number=st.integers(0, 50))(made)


Edited = type("Edited", (Machine,), {name: rule_of(edit) for name, edit in EDITS.items()})
TestAnySequenceOfEditsGivesWhatCleanBuildsGive = Edited.TestCase  # type: ignore[attr-defined]
TestAnySequenceOfEditsGivesWhatCleanBuildsGive.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=LONGEST,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_what_did_not_change_is_not_printed_again(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.build()
    before = {path: path.stat().st_ctime_ns for path in (tmp_path / "output").rglob("*") if path.is_file()}

    world.build()

    assert " 0 pages and files printed" in (tmp_path / "said").read_text()
    assert {path: path.stat().st_ctime_ns for path in before} == before


def test_a_build_that_has_nothing_to_do_says_what_the_one_before_said(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.put("articles/odd.md", world.text("odd", 8, tags="[Tea]"))
    world.build()
    first = (tmp_path / "said").read_text()
    assert world.ran

    world.build()

    said = (tmp_path / "said").read_text()
    assert not world.ran
    findings = [line for line in first.splitlines() if "two-spellings" in line]
    assert findings
    assert [line for line in said.splitlines() if "two-spellings" in line] == findings


def test_what_somebody_else_put_into_a_folder_at_rest_goes_too(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.build()
    time.sleep(0.05)
    (tmp_path / "content/articles/one.md").touch()
    world.build()  # with nothing to commit, so that folders are known by their marks
    time.sleep(0.05)
    world.build()
    assert not world.ran
    stranger = tmp_path / "output/articles/stranger.html"
    stranger.write_text("<p>Not of this site.</p>", "utf-8")

    world.build()

    assert not stranger.exists()


def test_what_somebody_else_put_into_the_output_goes(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.build()
    stranger = tmp_path / "output/articles/stranger.html"
    stranger.write_text("<p>Not of this site.</p>", "utf-8")

    world.build()

    assert not stranger.exists()


def test_time_changes_a_site_that_nobody_touched(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.put("articles/soon.md", world.text("soon", 1, date="2026-06-15 14:00", expires="2026-06-15 16:00"))
    world.build()
    states = []
    for hour in (12, 13, 15, 17):
        world.now = NOW + (hour - 14) * 3600  # it is two in the afternoon in Paris
        world.build()
        page = tmp_path / "output/articles/soon/index.html"
        states.append("no longer" if page.is_file() and "no longer" in page.read_text("utf-8") else page.is_file())
        assert differing(world.built(), world.clean()) == [], hour

    assert states == [False, False, True, "no longer"]


def test_an_edit_prints_few_pages_and_explains_them(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.build()
    world.body(0)

    world.build("--explain=/articles/four/")

    said = (tmp_path / "said").read_text()
    assert "/articles/four/ was printed: structured, article, body differ" in said
    assert world.build("--explain=/articles/four/") == 0
    assert "/articles/four/ was kept" in (tmp_path / "said").read_text()


def test_verify_finds_a_file_that_was_altered_behind_every_mark(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.build()
    path = tmp_path / "output/articles/one/index.html"
    right = path.read_bytes()
    assert world.build("--verify") == 0

    # Same size, times and inode cannot be forged from here, so the note of what stands there is what lies.
    path.write_bytes(right.replace(b"On one", b"On eno"))
    forge(world, "output/articles/one/index.html")
    assert world.build() == 0
    assert path.read_bytes() != right, "nothing told"

    assert world.build("--verify") == 1
    assert "articles/one/index.html" in (tmp_path / "said").read_text()
    assert path.read_bytes() == right


def forge(world: World, name: str) -> None:
    """Note the file as it is now as if a build had left it so."""
    from byline import ledger
    from byline.standing import read_standing, touched

    outputs = (world.folder / "output", world.folder / "internal")
    old, ledger.version = ledger.version, lambda _name: world.version  # type: ignore[attr-defined]
    ledger.versions.cache_clear()
    ledger._versions_hash.cache_clear()
    try:
        kept = ledger.Ledger(world.folder / "cache")
        standing = read_standing(kept, outputs)
        path = name.removeprefix("output/")
        standing.marks[0][path] = [standing.marks[0][path][0], touched(str(world.folder / name))]
        signs = [root.sign for root in standing.roots]
        kept.keep_note(standing.name, {"sign": signs, "marks": standing.marks})
    finally:
        ledger.version = old  # type: ignore[attr-defined]
        ledger.versions.cache_clear()
        ledger._versions_hash.cache_clear()
