"""Exports or takes in, as the program does, until it is killed: `python -m tests.exchange.kill_worker KIND HOME FILE`.

Says `ready` when it is about to begin, and `done` when the use case has returned.
"""

import sys
from pathlib import Path

from assessor_app.bootstrap import Bootstrap
from assessor_app.settings import Paths
from assessor_app.storage.keys import TEST_COST
from assessor_app.usecases.export_bundle import plan_export, write_export
from assessor_app.usecases.import_bundle import import_bundle
from tests.desk import PASSPHRASE


def main() -> None:
    kind, home, file = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    vault = Bootstrap(Paths(home=home), TEST_COST).open_vault(PASSPHRASE)
    vault.ports.exchange.certificate_pem  # noqa: B018  the key is read before the clock runs
    plan = plan_export(vault.ports) if kind == "export" else None
    print("ready", flush=True)
    if plan is not None:
        write_export(vault.ports, plan, file)
    else:
        import_bundle(vault.ports, file)
    print("done", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main()
