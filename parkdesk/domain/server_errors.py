"""What a database server refuses until its administrator acts."""

from __future__ import annotations

from parkdesk.domain.errors import DatabaseUnavailable


class ExtensionMissing(DatabaseUnavailable):
    """`command` is SQL that a superuser of the server runs once."""

    sentence = (
        "The database lacks what Postgres calls an extension: {extensions} ({reason}). "
        'An administrator of the server runs: psql -d {database} -c "{command}"'
    )
