"""`store` remembers. It alone speaks SQL (SQLAlchemy, Alembic), to SQLite or Postgres, with one code path."""
