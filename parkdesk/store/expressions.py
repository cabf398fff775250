"""SQL that the two databases spell differently."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class microseconds_of(FunctionElement[int]):
    """A moment as whole microseconds since 1970 UTC, to reckon with."""

    type = BigInteger()
    inherit_cache = True


@compiles(microseconds_of, "sqlite")
def _as_stored(element: microseconds_of, compiler: SQLCompiler, **kwargs: Any) -> str:
    return compiler.process(element.clauses, **kwargs)


@compiles(microseconds_of, "postgresql")
def _from_epoch(element: microseconds_of, compiler: SQLCompiler, **kwargs: Any) -> str:
    return f"CAST(extract(epoch FROM {compiler.process(element.clauses, **kwargs)}) * 1000000 AS bigint)"
