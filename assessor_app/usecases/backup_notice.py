"""The warning about backups on the first page can be put off for a day. That is kept in the vault and adds no event."""

from datetime import date

from assessor_app.usecases.ports import Ports, Records

_PUT_OFF = "backup notice put off"


def put_off_backup_notice(ports: Ports) -> None:
    """Say nothing more today."""
    with ports.store.drafting() as records:
        records.put_secret(_PUT_OFF, ports.now().local_date.isoformat().encode())


def is_backup_notice_put_off(records: Records, today: date) -> bool:
    """Whether the person wants to hear nothing more `today`."""
    return records.secret(_PUT_OFF) == today.isoformat().encode()
