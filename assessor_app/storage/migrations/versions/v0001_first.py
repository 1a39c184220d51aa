"""The first schema."""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_RECORDS = (
    "candidate",
    "enrolment",
    "unit",
    "observation",
    "evidence",
    "decision",
    "judgement",
    "sheet",
    "sheet_status",
    "signature",
    "not_signed",
    "profile",
)
_APPEND_ONLY = ("decision", "signature", "sheet", "event")


def upgrade() -> None:
    """Make every table, the search index, and the triggers of what is never changed."""
    for name in _RECORDS:
        op.create_table(
            name,
            Column("id", Text, primary_key=True),
            *(Column(c, Text, nullable=False) for c in ("parent", "sort")),
            Column("revision", Integer, nullable=False),
            *(Column(c, Text, nullable=False) for c in ("device", "sha256", "body")),
        )
        op.create_index(f"{name}_by_parent", name, ["parent", "sort", "id"])
    op.create_table(
        "progress",
        Column("enrolment", Text, primary_key=True),
        Column("candidate", Text, nullable=False, index=True),
        *(Column(c, Integer, nullable=False) for c in ("met", "seen", "total")),
    )
    op.create_table(
        "draft",
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("utc_ms", Integer, nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_table(
        "stroke",
        Column("capture", Text, primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("document", Text, nullable=False, index=True),
        Column("role", Text, nullable=False),
        Column("undone", Integer, nullable=False),
        Column("body", Text, nullable=False),
    )
    op.create_table("secret", Column("name", Text, primary_key=True), Column("value", LargeBinary, nullable=False))
    op.create_table(
        "event",
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        Column("utc_ms", Integer, nullable=False),
        Column("hash", Text, nullable=False),
        Column("body", Text, nullable=False),
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, id UNINDEXED, candidate UNINDEXED, title, text, "
        "prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"
            )
