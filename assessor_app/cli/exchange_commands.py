"""The commands of the exchange, as argparse sees them: `bundle`, `centre`, and enrolment under `vault`.

Each parser carries the function that does its work in `act`.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

from assessor_app.cli.bundles import run_bundle_export, run_bundle_import, run_bundle_inspect
from assessor_app.cli.centre import (
    run_centre_enrol,
    run_centre_import,
    run_centre_init,
    run_centre_receipt,
    run_centre_release,
    run_centre_report,
    run_centre_revoke,
)
from assessor_app.cli.enrol import run_enrol, run_enrol_request
from assessor_app.cli.escrow import run_escrow, run_escrow_open, run_escrow_request

Add = Callable[["argparse._SubParsersAction[argparse.ArgumentParser]", str, str], argparse.ArgumentParser]


def add_bundle_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", add: Add) -> None:
    """`bundle export | inspect | import`."""
    actions = add(commands, "bundle", "the encrypted files between laptop and centre").add_subparsers(
        dest="action", required=True
    )
    export = add(actions, "export", "write what the centre has not acknowledged yet")
    export.add_argument("--out", type=Path, default=Path(), metavar="PLACE", help="a folder, or the file's own name")
    export.set_defaults(act=run_bundle_export)
    inspect = add(actions, "inspect", "who made a bundle, for whom, what is in it, and whether it holds")
    inspect.add_argument("file", type=Path, metavar="FILE")
    inspect.add_argument("--identity", type=Path, metavar="KEY", help="a file with the age key (else your own vault)")
    inspect.add_argument("--ca", type=Path, metavar="PEM", help="the centre's certificate: decides trust")
    inspect.set_defaults(act=run_bundle_inspect)
    take = add(actions, "import", "open receipts from the centre")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.set_defaults(act=run_bundle_import)


def add_centre_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", add: Add) -> None:
    """`centre init | enrol | import | receipt | revoke | report | release`."""
    actions = add(commands, "centre", "the centre's own vault").add_subparsers(dest="action", required=True)
    init = add(actions, "init", "make the centre's vault with its certificate authority")
    init.add_argument("--name", required=True, metavar="CENTRE")
    init.add_argument("--number", default="", metavar="NO")
    init.add_argument("--person", default="Assessment office", metavar="NAME", help="who works with this vault")
    init.add_argument(
        "--ca-out", type=Path, metavar="PEM", help="write the certificate that sheets are checked against"
    )
    init.set_defaults(act=run_centre_init)
    enrol = add(actions, "enrol", "answer a laptop's enrolment request")
    enrol.add_argument("request", type=Path, metavar="REQUEST")
    enrol.add_argument("--out", type=Path, metavar="FILE", help="where the answer goes (else beside the request)")
    enrol.add_argument("--words", metavar="WORDS", help="the ten words that the assessor read out (else asked for)")
    enrol.set_defaults(act=run_centre_enrol)
    take = add(actions, "import", "take in exports from laptops")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.set_defaults(act=run_centre_import)
    receipt = add(actions, "receipt", "write receipts for the devices that wait for one")
    receipt.add_argument("--out", type=Path, default=Path(), metavar="FOLDER")
    receipt.add_argument("--device", metavar="NO", help="only this device, whether it waits or not")
    receipt.set_defaults(act=run_centre_receipt)
    revoke = add(actions, "revoke", "believe nothing more from a device")
    revoke.add_argument("device", metavar="NO")
    revoke.add_argument("--reason", required=True)
    revoke.add_argument("--crl-out", type=Path, metavar="PEM", help="write the revocation list")
    revoke.set_defaults(act=run_centre_revoke)
    report = add(actions, "report", "devices, sheets, what is missing, in conflict or held back")
    report.set_defaults(act=run_centre_report)
    release = add(actions, "release", "give an assessor who lost the passphrase their vault back, if they agreed")
    release.add_argument("request", type=Path, metavar="REQUEST")
    release.add_argument("--out", type=Path, required=True, metavar="FILE")
    release.add_argument("--device", metavar="NO", help="whose vault, where the request holds several")
    release.add_argument("--words", metavar="WORDS", help="the ten words that the assessor read out (else asked for)")
    release.set_defaults(act=run_centre_release)


def add_enrolment_commands(vault: "argparse._SubParsersAction[argparse.ArgumentParser]", add: Add) -> None:
    """`vault enrol-request | enrol | escrow | escrow-request | escrow-open`."""
    request = add(vault, "enrol-request", "ask the centre to enrol this laptop")
    request.add_argument("--out", type=Path, default=Path("enrolment-request.asice"), metavar="FILE")
    request.set_defaults(act=run_enrol_request)
    enrol = add(vault, "enrol", "accept the centre's answer")
    enrol.add_argument("file", type=Path, metavar="FILE")
    enrol.add_argument("--words", metavar="WORDS", help="the ten words that the centre read out (else asked for)")
    enrol.set_defaults(act=run_enrol)
    escrow = add(vault, "escrow", "whether the centre may give this vault back when the passphrase is lost")
    choice = escrow.add_mutually_exclusive_group()
    choice.add_argument("--agree", action="store_true", help="let the centre that this laptop is enrolled with")
    choice.add_argument("--withdraw", action="store_true", help="take that back")
    escrow.set_defaults(act=run_escrow)
    ask = add(vault, "escrow-request", "ask the centre for help; asks for the passphrase to be used afterwards")
    ask.add_argument("--out", type=Path, required=True, metavar="FILE")
    ask.set_defaults(act=run_escrow_request)
    answer = add(vault, "escrow-open", "open the centre's answer with the passphrase chosen for the request")
    answer.add_argument("file", type=Path, metavar="FILE")
    answer.set_defaults(act=run_escrow_open)
