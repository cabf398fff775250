"""Whatever is done in whatever order, on either engine: a machine makes its desk on its `fresh_url()`, given here."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

Machine = type[RuleBasedStateMachine]


def on_sqlite(machine: Machine, template: Path, examples: int, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:

        class OnSqlite(machine):
            def fresh_url(self) -> str:
                return f"sqlite:///{shutil.copy(template, tempfile.mktemp(dir=folder))}"

        _search(OnSqlite, examples, steps)


def on_postgres(machine: Machine, cluster: object, template: str, examples: int, steps: int) -> None:
    class OnPostgres(machine):
        def fresh_url(self) -> str:
            self.fresh = cluster.fresh(template)
            return str(self.fresh.__enter__())

        def teardown(self) -> None:
            super().teardown()
            self.fresh.__exit__(None, None, None)

    _search(OnPostgres, examples, steps)


def _search(machine: Machine, examples: int, steps: int) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
