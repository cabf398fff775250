"""A real, private Postgres for tests, on a unix socket in a temporary folder, gone with the process."""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

OWNER = "parkdesk"
BINARIES = "/usr/lib/postgresql"
WITHOUT_DURABILITY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
START_ATTEMPTS = 600


class NoServer(Exception):
    """Says why no private Postgres can be had on this machine."""


class Cluster:
    """A running server; each test gets its own database, copied from a template on first use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count(1)

    def url(self, database: str) -> str:
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def create(self, database: str, template: str = "template0") -> str:
        self._run(f'CREATE DATABASE "{database}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.url(database)

    def drop(self, database: str) -> None:
        self._run(f'DROP DATABASE "{database}" WITH (FORCE)')

    @contextlib.contextmanager
    def fresh(self, template: str = "template0") -> Iterator[str]:
        """The URL of a database that lives as long as the block."""
        name = f"test_{next(self._numbers)}"
        try:
            yield self.create(name, template)
        finally:
            self.drop(name)

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextlib.contextmanager
def running_cluster(settings: tuple[str, ...] = WITHOUT_DURABILITY) -> Iterator[Cluster]:
    """Makes and starts a server, as an unprivileged user when root asks. Raises NoServer."""
    binaries = server_binaries()
    # Directly under the temporary folder: a unix socket's path has room for 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="parkdesk-pg-"))
    try:
        as_user = unprivileged(folder)
        data = folder / "data"
        made = subprocess.run(
            [binaries / "initdb", f"--pgdata={data}", f"--username={OWNER}", "--auth=trust", "--no-sync"]
            + ["--encoding=UTF8", "--locale=C.UTF-8"],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
            **as_user,
        )
        if made.returncode != 0:
            raise NoServer(f"initdb failed: {made.stderr.strip()}")
        options = [f"unix_socket_directories={folder}", "listen_addresses=", "max_connections=300", *settings]
        # The server ends with this process, even when that is killed.
        command = ["setpriv", "--pdeathsig", "QUIT", str(binaries / "postgres"), "-D", str(data)]
        command += [f"--{option}" for option in options]
        with (folder / "log").open("w") as log:
            server = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, **as_user
            )
        try:
            cluster = Cluster(folder)
            wait_for(server, cluster)
            yield cluster
        finally:
            server.send_signal(3)  # SIGQUIT: stop at once, nothing in here is worth a checkpoint
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def server_binaries() -> Path:
    """The newest installed server; Debian keeps it off the PATH."""
    versions = [path for path in Path(BINARIES).glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: int(path.parent.name))
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise NoServer("Postgres is not installed (Debian: apt-get install postgresql)")


def unprivileged(folder: Path) -> dict[str, object]:
    """Popen arguments for a user that Postgres accepts, who then owns the folder."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def wait_for(server: subprocess.Popen[bytes], cluster: Cluster) -> None:
    for _ in range(START_ATTEMPTS):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(cluster.url("postgres")).close()
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.05)
            break
    raise NoServer(f"the server did not start: {(cluster.folder / 'log').read_text()}")
