"""What the system under the desk refuses: the database, the disk, a file."""

from __future__ import annotations

import errno

from parkdesk.domain.errors import ParkDeskError

# Files


class FileUnreadable(ParkDeskError):
    sentence = "{file} cannot be read: {reason}."


class FileUnwritable(ParkDeskError):
    sentence = "{file} cannot be written: {reason}."


class FileExists(ParkDeskError):
    sentence = "{file} exists already; choose another name."


# The database and this program


class DatabaseUnavailable(ParkDeskError):
    sentence = "The database cannot be reached: {reason}."


class DatabaseBusy(DatabaseUnavailable):
    sentence = "The database is busy with another program; try again in a moment."


class DatabaseReadOnly(DatabaseUnavailable):
    sentence = "The database can only be read, not written; check the rights on {place}."


class DiskFull(DatabaseUnavailable):
    sentence = "The disk is full; nothing was changed. Free some space and try again."


class DatabaseCorrupt(DatabaseUnavailable):
    sentence = "The database file {place} is damaged; restore the last backup."


class DatabaseUrlUnreadable(DatabaseUnavailable):
    sentence = "'{url}' is not a database address such as postgresql://user@host/name."


class DatabaseForeign(DatabaseUnavailable):
    sentence = "The database {place} belongs to another program; ParkDesk left it alone."


class ExtensionMissing(DatabaseUnavailable):
    """`command` is SQL that a superuser of the server runs once."""

    sentence = (
        "The database lacks what Postgres calls an extension: {extensions} ({reason}). "
        'An administrator of the server runs: psql -d {database} -c "{command}"'
    )


class DemoNeedsEmpty(ParkDeskError):
    sentence = "{place} holds data that is not the demo's; name another place for the demo."


class SchemaNewer(ParkDeskError):
    sentence = "This database was made by a newer ParkDesk ({revision}); update this program."


class SchemaOlder(DatabaseUnavailable):
    sentence = "This database needs an update first: an owner runs 'parkdesk migrate'."


class AlreadyRunning(ParkDeskError):
    sentence = "ParkDesk already runs on {place}."


class JournalBroken(ParkDeskError):
    sentence = "The journal of desk {desk} does not verify at number {number}: {reason}."


def unwritten(error: OSError, file: object) -> ParkDeskError:
    """What the system's refusal to write a file means to a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull()
    return FileUnwritable(file=file, reason=error.strerror or "no access")
