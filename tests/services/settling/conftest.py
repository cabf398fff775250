"""A desk that takes cards on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.till import Till, till_case


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    with till_case(database_url) as till:
        yield till
