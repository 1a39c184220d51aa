"""Tables of the exchange between laptop and centre."""

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add peers, shipments, what they carried, what receipts said, and what a centre received."""
    for name in ("peer", "shipment"):
        op.create_table(
            name,
            Column("id", Text, primary_key=True),
            *(Column(c, Text, nullable=False) for c in ("parent", "sort")),
            Column("revision", Integer, nullable=False),
            *(Column(c, Text, nullable=False) for c in ("device", "sha256", "body")),
        )
        op.create_index(f"{name}_by_parent", name, ["parent", "sort", "id"])
    op.create_table("carried", *(Column(c, Text, primary_key=True) for c in ("bundle", "kind", "id", "sha256")))
    op.create_index("carried_by_state", "carried", ["kind", "id", "sha256"])
    op.create_table(
        "receipted",
        *(Column(c, Text, primary_key=True) for c in ("kind", "id", "sha256")),
        Column("number", Integer, nullable=False),
        *(Column(c, Text, nullable=False) for c in ("standing", "reason")),
    )
    op.create_table(
        "received",
        *(Column(c, Text, primary_key=True) for c in ("kind", "id", "sha256")),
        Column("revision", Integer, nullable=False),
        *(Column(c, Text, nullable=False) for c in ("parent", "sort", "device", "bundle")),
        *(Column(c, Text, nullable=False) for c in ("standing", "reason", "body")),
    )
    op.create_index("received_by_parent", "received", ["kind", "parent", "sort"])
    op.create_index("received_by_device", "received", ["device", "standing"])
    op.create_table(
        "device_event",
        Column("device", Text, primary_key=True),
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        Column("hash", Text, primary_key=True),
        Column("body", Text, nullable=False),
    )
    op.create_table("archived", Column("candidate", Text, primary_key=True), Column("utc_ms", Integer, nullable=False))
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER device_event_no_{verb.lower()} BEFORE {verb} ON device_event "
            "BEGIN SELECT RAISE(ABORT, 'device_event rows are never changed'); END"
        )
        if verb == "DELETE":
            op.execute(
                "CREATE TRIGGER received_no_delete BEFORE DELETE ON received "
                "BEGIN SELECT RAISE(ABORT, 'received rows are never deleted'); END"
            )
    op.execute(
        "CREATE TRIGGER received_body_no_update BEFORE UPDATE OF kind, id, sha256, body ON received "
        "BEGIN SELECT RAISE(ABORT, 'what was received is never changed'); END"
    )
