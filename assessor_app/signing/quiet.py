"""pyHanko's voice, turned down.

For each difference that its policy does not allow pyHanko logs a traceback of hundreds of lines, and here a damaged or
forged file is an ordinary answer, told in the report. Only the two loggers are set to CRITICAL; they still hand on to
whoever asks for more (`logging.getLogger("pyhanko").setLevel(...)`), which a test does.
"""

import logging

LOGGERS = ("pyhanko", "pyhanko_certvalidator")


def turn_down() -> None:
    """Let pyHanko's loggers speak only of what stops the program."""
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
