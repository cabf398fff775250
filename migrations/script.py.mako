"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from parkdesk.store.types import Id, Moment

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
