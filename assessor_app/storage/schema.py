"""Tables of the vault.

A record is kept as its canonical JSON with its hash; the columns beside it are what lists, joins and searches need.
The full text index (`search`, FTS5) and the triggers that refuse to change or delete rows of `decision`, `signature`,
`sheet` and `event` are not SQLAlchemy's to describe; the first migration makes them.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _record_table(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("parent", Text, nullable=False),
        Column("sort", Text, nullable=False),
        Column("revision", Integer, nullable=False),
        Column("device", Text, nullable=False),
        Column("sha256", Text, nullable=False),
        Column("body", Text, nullable=False),
        Index(f"{name}_by_parent", "parent", "sort", "id"),
    )


candidate = _record_table("candidate")
enrolment = _record_table("enrolment")
unit = _record_table("unit")
observation = _record_table("observation")
evidence = _record_table("evidence")
decision = _record_table("decision")
judgement = _record_table("judgement")
sheet = _record_table("sheet")
sheet_status = _record_table("sheet_status")
signature = _record_table("signature")
not_signed = _record_table("not_signed")
profile = _record_table("profile")

progress = Table(
    "progress",
    metadata,
    Column("enrolment", Text, primary_key=True),
    Column("candidate", Text, nullable=False, index=True),
    Column("met", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("total", Integer, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("utc_ms", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

stroke = Table(
    "stroke",
    metadata,
    Column("capture", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("undone", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("utc_ms", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# the exchange: who is at the other end, what went out and came in, what a receipt said, and what a centre received

peer = _record_table("peer")
shipment = _record_table("shipment")

carried = Table(
    "carried",
    metadata,
    Column("bundle", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Index("carried_by_state", "kind", "id", "sha256"),
)

receipted = Table(
    "receipted",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("standing", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

received = Table(
    "received",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("parent", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("bundle", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("received_by_parent", "kind", "parent", "sort"),
    Index("received_by_device", "device", "standing"),
)

device_event = Table(
    "device_event",
    metadata,
    Column("device", Text, primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("hash", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

archived = Table(
    "archived",
    metadata,
    Column("candidate", Text, primary_key=True),
    Column("utc_ms", Integer, nullable=False),
)
