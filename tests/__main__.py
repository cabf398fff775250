"""`python3 -m tests`: sets itself up, then runs every check and test."""

from __future__ import annotations

import sys

from parkdesk import first_run


def main() -> int:
    first_run.ensure("tests")
    from tests import checks  # only the set-up makes this importable

    return checks.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
