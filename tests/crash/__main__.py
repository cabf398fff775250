"""`python -m tests.crash [FLOW…]`: every step of every flow, under every fault."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdesk.store.migrate import migrate
from tests.crash import FAULTS, FLOWS, lived
from tests.till import till_case

STEPS = 600
"""More than any flow has: a life that ends by itself was killed at no step."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("flows", nargs="*", choices=[[], *FLOWS], metavar="FLOW")
    parser.add_argument("--every", type=int, default=1, help="only each so-manieth step")
    asked = parser.parse_args()
    killed = number = 0
    for flow in (FLOWS[name] for name in asked.flows or FLOWS):
        with _database() as url, till_case(url, bays=1) as till:
            for name, fault in FAULTS.items():
                for at in range(1, STEPS, asked.every):
                    number += 1
                    if not lived(till, number, fault, at, flow):
                        break
                    killed += 1
                print(f"{flow.name}, {name}: killed up to step {at - 1}", flush=True)
            till.check_books()
    print(f"{killed} kills, and everything was taken, given back and told once.")
    return 0


@contextmanager
def _database() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="parkdesk-crash-"))
    url = f"sqlite:///{folder / 'parkdesk.db'}"
    migrate(url)
    yield url
    shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
