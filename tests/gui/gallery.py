"""Fills each view with what the mock-ups show and saves pictures.

python -m tests.gui.gallery FOLDER [light|dark|contrast] [scale] [part of a name] [WIDTHxHEIGHT]
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from assessor_app.gui.shell.main_shell import MainShell
from assessor_app.gui.theme.controller import ThemeChoice, install_look
from tests.gui import care_sample, exchange_sample, sample, unit_proof_sample


def shell_with(view: QWidget, place: str) -> MainShell:
    """The main shell with one page in it."""
    shell = MainShell()
    shell.set_page("page", view)
    shell.show_page("page", place)
    shell.set_count("sign-off", 2)
    return shell


SCENES: dict[str, Callable[[], QWidget]] = {
    "01-unlock": sample.unlock,
    "01b-unlock-wrong": sample.unlock_wrong,
    "01c-unlock-waiting": sample.unlock_waiting,
    "01d-unlock-keyring": sample.unlock_with_keyring,
    "01e-unlock-recovery": sample.unlock_by_recovery_code,
    "02-today": lambda: shell_with(sample.today(), "today"),
    "02b-today-without-backup": lambda: shell_with(sample.today_without_backup(), "today"),
    "03-candidate": sample.candidate_in_shell,
    "11-palette": sample.palette_in_shell,
    "first-run-empty": lambda: shell_with(sample.today_empty(), "today"),
}
SCENES |= {f"first-run-{number}": (lambda number=number: sample.first_run(number)) for number in range(sample.STEPS)}
SCENES |= {
    "10-sync": lambda: shell_with(exchange_sample.sync(), "sync"),
    "10b-sync-writing": lambda: shell_with(exchange_sample.sync_writing(), "sync"),
    "10c-sync-before-enrolment": lambda: shell_with(exchange_sample.sync_before_enrolment(), "sync"),
    "10d-centre": lambda: shell_with(exchange_sample.centre(), "sync"),
}
SCENES |= {name: (lambda made=made: shell_with(made(), "settings")) for name, made in care_sample.PAGES}
SCENES |= {
    name: (lambda made=made, place=place: shell_with(made(), place))
    for name, place, made in (*sample.INSIDE, *unit_proof_sample.INSIDE)
}


def save_all(folder: Path, size: QSize, only: str = "") -> list[Path]:
    """Saves a picture of each scene (or of those whose name has `only` in it); returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    saved = []
    for name, make in SCENES.items():
        if only not in name:
            continue
        widget = make()
        widget.resize(size)
        widget.show()
        sample.settle(widget)
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        saved.append(path)
        widget.close()
    return saved


def main() -> None:
    """The command line."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = install_look(app)
    look.choose(ThemeChoice(sys.argv[2]) if len(sys.argv) > 2 else ThemeChoice.LIGHT)
    look.set_scale(float(sys.argv[3]) if len(sys.argv) > 3 else 1.0)
    only = sys.argv[4] if len(sys.argv) > 4 else ""
    width, height = (int(part) for part in (sys.argv[5] if len(sys.argv) > 5 else "1366x768").split("x"))
    for path in save_all(Path(sys.argv[1]), QSize(width, height), only):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
