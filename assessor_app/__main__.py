"""Arguments to the window or to the command line, nothing else."""

import sys
from pathlib import Path

from assessor_app.core_dumps import refuse_core_dumps


def main() -> int:
    """`assessor-app` with no command opens the window."""
    refuse_core_dumps()
    arguments = sys.argv[1:]
    home, rest = _home_of(arguments)
    if not rest:
        from assessor_app.bootstrap import run_window

        return run_window(home)
    from assessor_app.bootstrap import make_program
    from assessor_app.cli.main import run
    from assessor_app.cli.say import ListenerGoneError, cut_off, finish

    try:
        return finish(int(run(arguments, make_program)))
    except ListenerGoneError:
        return cut_off()


def _home_of(arguments: list[str]) -> tuple[Path | None, list[str]]:
    if len(arguments) >= 2 and arguments[0] == "--home":
        return Path(arguments[1]), arguments[2:]
    return None, arguments


if __name__ == "__main__":
    raise SystemExit(main())
