"""How the double says no, in Stripe's shape (docs.stripe.com/api/errors)."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """`kept` says whether the refusal came after execution began, and so is replayed under its idempotency key."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        kind: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        kept: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kept = kept
        self.body: dict[str, Any] = {
            "error": {"type": kind, "message": message, "code": code, "param": param, "doc_url": None}
        }


def missing(what: str, thing_id: str, param: str = "id", status: int = 404) -> Refused:
    return Refused(f"No such {what}: '{thing_id}'", status=status, code="resource_missing", param=param)
