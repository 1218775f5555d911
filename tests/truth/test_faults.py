"""Whatever happens to a build, the site is wholly old or wholly new, and the next build makes it right."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from truth.world import FORK, World, command

KILLS = int(os.environ.get("BYLINE_KILLS", "100"))


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    assert world.build() == 0, (tmp_path / "said").read_text()
    return world


def whole(path: str, data: bytes) -> bool:
    """Whether a file ends as one of its kind does."""
    ends = {"html": b"</html>", "png": b"IEND\xaeB`\x82", "xml": b">", "json": b"}"}
    return data.rstrip().endswith(ends.get(path.rpartition(".")[2], b""))


def test_a_build_killed_at_any_moment_leaves_what_the_next_one_mends(world: World) -> None:
    """Most moments fall before anything is put in place, some while it is, a few after."""
    begun = time.monotonic()
    world.title(0)
    world.build()
    seconds = time.monotonic() - begun
    for number in range(KILLS):
        world.title(number)
        world.body(number + 1)
        process = FORK.Process(target=world._command, args=(command(world.folder),))
        process.start()
        time.sleep(seconds * (number + 0.5) / KILLS)
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        assert [path for path, data in world.built().items() if not whole(path, data)] == []
        if number % 10 == 9:
            assert world.build() == 0, (world.folder / "said").read_text()
            assert world.built() == world.clean()


def test_two_builds_at_once_take_turns(world: World) -> None:
    world.title(1)
    builds = [FORK.Process(target=world._command, args=(command(world.folder),)) for _ in range(2)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()

    assert [one.exitcode for one in builds] == [0, 0]
    assert world.built() == world.clean()


def test_an_emptied_output_folder_is_filled_again_from_what_is_known(world: World) -> None:
    before = world.built()
    world.output_emptied(0)

    assert world.build() == 0
    assert world.built() == before


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A very small file system, which only root can have."""
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_leaves_the_old_site(world: World, mounted: Path) -> None:
    def to_the_small_one() -> int:
        process = FORK.Process(target=world._command, args=(small,))
        process.start()
        process.join()
        assert process.exitcode is not None
        return process.exitcode

    small = command(world.folder)
    small[1:3] = [f"--output={mounted / 'output'}", f"--internal={mounted / 'internal'}"]
    assert to_the_small_one() == 0, (world.folder / "said").read_text()
    before = {path: path.read_bytes() for path in (mounted / "output").rglob("*") if path.is_file()}
    (mounted / "filler").write_bytes(b"x" * (os.statvfs(mounted).f_bavail * 4096 - 8192))
    for number in range(4):
        world.title(number)

    assert to_the_small_one() == 1
    assert {path: path.read_bytes() for path in (mounted / "output").rglob("*") if path.is_file()} == before
    (mounted / "filler").unlink()
    assert to_the_small_one() == 0, (world.folder / "said").read_text()


def test_a_cache_that_cannot_be_written_is_one_warning_and_right_bytes(world: World) -> None:
    cache = world.folder / "cache"
    done = subprocess.run(["mount", "--bind", "-o", "ro", cache, cache], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no folder can be made read-only here: {done.stderr.decode().strip()}")
    try:
        world.body(0)
        assert world.build() == 0, (world.folder / "said").read_text()
        said = (world.folder / "said").read_text()
        assert said.count("the cache") == 1, said
        assert world.built() == world.clean()
        world.body(1)
        assert world.build() == 0
        assert world.built() == world.clean()
    finally:
        subprocess.run(["umount", cache], check=True)
