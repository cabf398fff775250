"""What every test stands on: a quiet environment, repeatable examples, and real databases on demand."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.postgres import Cluster, NoServer, running_cluster

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt complains about any locale that is not UTF-8.
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
# No test may ask the desktop's keyring; where secrets matter, the test says which keyring it wants.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

hypothesis.settings.register_profile("repeatable", deadline=None, derandomize=True)
hypothesis.settings.register_profile("searching", deadline=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

NO_POSTGRES = "No Postgres for the tests"


def pytest_configure(config: pytest.Config) -> None:
    home = tempfile.mkdtemp(prefix="parkdesk-home-")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = home


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if NO_POSTGRES in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.section(f"{len(skipped)} Postgres tests did not run", red=True, bold=True)
        terminalreporter.write_line(str(skipped[0].longrepr[2]))


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    with contextlib.ExitStack() as stack:
        try:
            cluster = stack.enter_context(running_cluster())
        except NoServer as reason:
            if os.environ.get("PARKDESK_REQUIRE_POSTGRES"):
                pytest.fail(f"{NO_POSTGRES}: {reason}")
            # Elsewhere than in CI a machine without a server may still run the rest.
            pytest.skip(f"{NO_POSTGRES}: {reason}")
        yield cluster


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster) -> str:
    """The name of a migrated database that is only copied, never used."""
    from parkdesk.store.migrate import migrate

    migrate(postgres_cluster.create("parkdesk_template"))
    return "parkdesk_template"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that is only copied, never used."""
    from parkdesk.store.migrate import migrate

    path = tmp_path_factory.mktemp("template") / "parkdesk.db"
    migrate(f"sqlite:///{path}")
    assert [file.name for file in path.parent.iterdir()] == [path.name], (
        "closing must fold the WAL into the file"
    )
    return path


@pytest.fixture
def postgres_url(postgres_cluster: Cluster, postgres_template: str) -> Iterator[str]:
    """A migrated, empty Postgres database of this test's own."""
    with postgres_cluster.fresh(postgres_template) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """A migrated, empty SQLite file of this test's own."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'parkdesk.db')}"


@pytest.fixture
def bare_postgres_url(postgres_cluster: Cluster) -> Iterator[str]:
    """A Postgres database without any tables."""
    with postgres_cluster.fresh() as url:
        yield url


@pytest.fixture
def bare_sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that does not exist yet."""
    return f"sqlite:///{tmp_path / 'parkdesk.db'}"


BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """The test runs twice: on a migrated, empty SQLite file and on such a Postgres database."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(params=BOTH)
def bare_database_url(request: pytest.FixtureRequest) -> str:
    """The test runs twice: on a new SQLite file and on a Postgres database, both without tables."""
    return str(request.getfixturevalue(f"bare_{request.param}_url"))
