"""Whether this installation is sound: certificates, time zones, data folder, database, journal and roll-ups."""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.health import CheckResult, Unsound
from parkdesk.domain.moments import zone
from parkdesk.domain.system_errors import JournalBroken, SchemaNewer, SchemaOlder

if TYPE_CHECKING:
    from parkdesk.store.database import Database

LEAST_FREE_MIB = 200
_MIB = 1024 * 1024
_log = logging.getLogger(__name__)


class HealthService:
    """Opens the database by itself, so that it can say why a desk cannot; it changes nothing and makes no file."""

    def __init__(self, database_url: str, data_dir: Path) -> None:
        self._url = database_url
        self._data_dir = data_dir

    def check(self) -> tuple[CheckResult, ...]:
        """Every check, whatever the others found. Takes as long as the journal is."""
        return tuple(self._results())

    def _results(self) -> Iterator[CheckResult]:
        yield _checked("tls", _tls)
        yield _checked("time_zones", _time_zones)
        yield _checked("data_folder", lambda: _data_folder(self._data_dir))
        yield _checked("disk_space", lambda: _disk_space(self._data_dir))
        reached = _checked("database", self._database)
        yield reached
        for name, look in (("journal", self._journal), ("rollups", self._rollups)):
            if reached.ok:
                yield _checked(name, look)
            else:
                yield CheckResult(name, False, "Not checked, because the database is not ready.")

    @contextmanager
    def _opened(self) -> Iterator[Database | None]:
        """The database, None where a local file is still to be made."""
        from parkdesk.store.database import Database

        database = Database(self._url)
        try:
            yield None if database.is_sqlite and not Path(database.place).exists() else database
        finally:
            database.close()

    def _database(self) -> str:
        from parkdesk.store import migrate, schema

        with self._opened() as database:
            if database is None:
                return "There is no database yet; the first start makes it."
            found = migrate.revision(database)
            if found == schema.HEAD:
                return f"{database.place} answers and is at schema {found}."
            if found is not None and not schema.is_known(found):
                raise SchemaNewer(revision=found)
            if not database.is_sqlite:
                raise SchemaOlder
            return f"{database.place} answers; the next start brings it to schema {schema.HEAD}."

    def _journal(self) -> str:
        with self._current() as database:
            if database is None:
                return "There is no journal yet."
            with database.reading() as store:
                entries, faults = store.journal.verify()
        if faults:
            fault = faults[0]
            raise JournalBroken(desk=fault.desk_id, number=fault.number, reason=fault.reason)
        return f"All {entries} entries verify."

    def _rollups(self) -> str:
        from parkdesk.store import books

        with self._current() as database:
            if database is None:
                return "There are no roll-ups yet."
            with database.reading() as store:
                faults = tuple(store.recount.faults())
                wrong = tuple(books.faults(store.connection))
        if faults:
            first = faults[0]
            told = f"{first.figure} on {first.day} is {first.kept} instead of {first.counted}"
            raise Unsound(
                reason=f"Daily figures that differ from the bookings: {len(faults)}, the first: {told}. "
                "An owner has them counted anew with 'parkdesk report --rebuild'."
            )
        if wrong:
            words, id = wrong[0]
            raise Unsound(reason=f"Payments that do not add up: {len(wrong)}, the first: {words} ({id}).")
        return "The daily figures equal the bookings and payments."

    @contextmanager
    def _current(self) -> Iterator[Database | None]:
        """The database if it has the tables that this program knows."""
        from parkdesk.store import migrate, schema

        with self._opened() as database:
            known = database is not None and migrate.revision(database) == schema.HEAD
            yield database if known else None


def _checked(name: str, look: Callable[[], str]) -> CheckResult:
    try:
        return CheckResult(name, True, look())
    except ParkDeskError as error:
        return CheckResult(name, False, str(error))
    except Exception as error:
        _log.exception("the check of %s failed", name)
        return CheckResult(name, False, f"{type(error).__name__}: {error}")


def _tls() -> str:
    """The certificates that a payment would be made with."""
    import ssl

    from parkdesk.payments.stripe_gateway import trusted_authorities

    file = trusted_authorities()
    try:
        context = ssl.create_default_context(cafile=file)
    except OSError as error:
        raise Unsound(reason=f"The file of trusted certificates, {file}, cannot be read.") from error
    trusted = context.cert_store_stats()["x509_ca"]
    if not trusted:
        raise Unsound(reason=f"The file of trusted certificates, {file}, is empty.")
    return f"{ssl.OPENSSL_VERSION} with {trusted} trusted authorities."


def _time_zones() -> str:
    """The data must be there and know summer time."""
    berlin, kolkata = zone("Europe/Berlin"), zone("Asia/Kolkata")
    winter, summer = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 7))
    shifts = [moment.astimezone(berlin).utcoffset() for moment in (winter, summer)]
    known = shifts == [timedelta(hours=1), timedelta(hours=2)]
    if not known or winter.astimezone(kolkata).utcoffset() != timedelta(hours=5, minutes=30):
        raise Unsound(reason="The time zone data of this computer is wrong.")
    return "Time zones and their summer time are known."


def _data_folder(data_dir: Path) -> str:
    folder = _existing(data_dir)
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"ParkDesk")
    except OSError as error:
        raise Unsound(reason=f"The folder {folder} cannot be written: {error.strerror}.") from error
    return f"{data_dir} can be written." if folder == data_dir else f"{data_dir} can be made."


def _disk_space(data_dir: Path) -> str:
    free = shutil.disk_usage(_existing(data_dir)).free // _MIB
    if free < LEAST_FREE_MIB:
        raise Unsound(reason=f"Only {free} MiB are free on the disk of {data_dir}.")
    return f"{free} MiB are free."


def _existing(folder: Path) -> Path:
    return folder if folder.is_dir() or folder == folder.parent else _existing(folder.parent)
