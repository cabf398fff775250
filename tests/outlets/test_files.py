"""Files are there whole or not at all."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parkdesk.domain.system_errors import DiskFull
from parkdesk.outlets.files import save_whole


@contextmanager
def full_disk(after: int) -> Iterator[None]:
    """No file grows beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (after, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_the_older_file_and_no_draft(tmp_path: Path) -> None:
    file = tmp_path / "receipt.pdf"
    save_whole(file, b"older")
    with full_disk(4096), pytest.raises(DiskFull):
        save_whole(file, b"x" * 100_000)
    assert file.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [file]
    save_whole(file, b"newer")
    assert file.read_bytes() == b"newer"


def test_a_device_stays_a_device() -> None:
    with pytest.raises(DiskFull):
        save_whole(Path("/dev/full"), b"x")
    assert Path("/dev/full").is_char_device()
