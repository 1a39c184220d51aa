"""No internet socket is opened by the program or its tests: every one that Python makes is refused, and told."""

import socket
import sys

OPENED: list[str] = []
_INTERNET = {socket.AF_INET, socket.AF_INET6}


class NetworkUsedError(Exception):
    """Something tried to open an internet socket."""


def guard() -> None:
    """Refuse internet sockets from now on, in this process. (On Windows Python itself uses them for its loops.)"""
    if sys.platform != "win32":
        sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in _INTERNET:
        OPENED.append(f"family {arguments[1]}")
        raise NetworkUsedError("the program and its tests use no network")
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        OPENED.append(event)
        raise NetworkUsedError("the program and its tests ask for no name")
