#!/usr/bin/env python3
"""One door for every command of the project. Standard library only, so that a bare clone is enough.

python3 packaging/dev.py run       open the window (without a display: run the demo)
python3 packaging/dev.py test      run every quick test
python3 packaging/dev.py scans     install what reads pages that are images (some 150 MB; optional)
python3 packaging/dev.py lint      formatting, lint, types and layer contracts
python3 packaging/dev.py bench     the speed table
python3 packaging/dev.py soak      the long tests
python3 packaging/dev.py wheel     build the wheel and try it outside the checkout
python3 packaging/dev.py lock      resolve the locked requirements again
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
SCANS_LOCK = ROOT / "packaging" / "scans.lock"  # what reads pages that are images; some 150 MB
STAMP = VENV / "installed-from"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt loads at run time, and the Debian package that carries it (the second name: Debian 13 and later).
QT_LIBRARIES = {
    "GL": ("libgl1",),
    "EGL": ("libegl1",),
    "glib-2.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "fontconfig": ("libfontconfig1",),
    "xkbcommon": ("libxkbcommon0",),
    "dbus-1": ("libdbus-1-3",),
}
QT_WINDOW_LIBRARIES = {
    "xcb-cursor": ("libxcb-cursor0",),
    "xcb-icccm": ("libxcb-icccm4",),
    "xcb-keysyms": ("libxcb-keysyms1",),
    "xcb-shape": ("libxcb-shape0",),
    "xcb-xkb": ("libxcb-xkb1",),
    "xkbcommon-x11": ("libxkbcommon-x11-0",),
}
# Tools with which the tests look at PDF files from outside, set clocks, and let disks fail.
TEST_TOOLS = {
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "certutil": "libnss3-tools",
    "openssl": "openssl",
    "faketime": "faketime",
    "gcc": "gcc",
    "strace": "strace",
    "dbus-daemon": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
}


def say(text: str) -> None:
    print(f"[assessor] {text}", flush=True)


def stop(text: str) -> None:
    say(text)
    raise SystemExit(1)


def has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(*command: str | Path, quiet: bool = False, env: dict[str, str] | None = None) -> int:
    return subprocess.call(
        [str(part) for part in command],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL if quiet else None,
        stderr=subprocess.DEVNULL if quiet else None,
    )


def make_environment() -> None:
    """Create `.venv` with the locked packages, once for each state of the lock file."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    if sys.version_info < (3, 11):
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if not PYTHON.exists():
        say("making .venv (once)")
        if call(sys.executable, "-m", "venv", VENV, quiet=True) != 0:
            shutil.rmtree(VENV, ignore_errors=True)
            if call(sys.executable, "-m", "virtualenv", VENV, quiet=True) != 0:
                version = f"{sys.version_info.major}.{sys.version_info.minor}"
                stop(
                    "This Python cannot make environments: 'venv' has no ensurepip and 'virtualenv' is missing. "
                    f"On Debian or Ubuntu: apt-get install python{version}-venv"
                )
    say("installing the locked packages (once, some minutes)")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if call(*pip, "--require-hashes", "-r", LOCK) != 0:
        stop("The packages could not be installed; nothing else was changed. Check the connection and run it again.")
    if call(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT) != 0:
        stop("The project itself could not be installed into .venv.")
    STAMP.write_text(wanted, encoding="utf-8")


def make_scans() -> bool:
    """Install what reads pages that are images into `.venv`, once for each state of its lock; whether it is there."""
    wanted = hashlib.sha256(SCANS_LOCK.read_bytes()).hexdigest()
    stamp = STAMP.with_name(f"{STAMP.name}-scans")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    say("installing what reads pages that are images (once, some 150 MB)")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if call(*pip, "--require-hashes", "-r", SCANS_LOCK) != 0:
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def missing_libraries(wanted: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Packages of the libraries that the dynamic loader does not find."""
    missing = []
    for name, packages in wanted.items():
        found = ctypes.util.find_library(name)
        if found is None:
            missing.append(packages)
            continue
        try:
            ctypes.CDLL(found)
        except OSError:
            missing.append(packages)
    return missing


def install_debian(packages: list[tuple[str, ...]], why: str) -> None:
    """Install what is missing where that is possible, else say the one line to run."""
    if not packages:
        return
    line = "apt-get install -y " + " ".join(names[0] for names in packages)
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        say(f"{why}. Please run: sudo {line}")
        return
    say(f"installing system packages: {' '.join(names[0] for names in packages)}")
    quiet_env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call("apt-get", "update", "-qq", quiet=True, env=quiet_env)
    for names in packages:
        for name in names:
            if call("apt-get", "install", "-y", "-qq", name, quiet=True, env=quiet_env) == 0:
                break
        else:
            say(f"{why}: none of {', '.join(names)} could be installed.")


def check_system(*, tools: bool = False) -> None:
    if sys.platform != "linux":
        return
    wanted = dict(QT_LIBRARIES)
    if has_display():
        wanted |= QT_WINDOW_LIBRARIES
    install_debian(missing_libraries(wanted), "Qt needs libraries that this system does not have")
    if tools:
        absent = [(package,) for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None]
        install_debian(absent, "Some tests use outside tools and skip themselves without them")


def qt_environment() -> dict[str, str]:
    env = dict(os.environ)
    if not has_display():
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def run(arguments: list[str]) -> int:
    make_environment()
    check_system()
    if arguments or has_display():
        return call(PYTHON, "-m", "assessor_app", *arguments)
    say("there is no display here, so the demo runs instead, into ./demo-output")
    return call(PYTHON, "-m", "assessor_app", "demo", ROOT / "demo-output", env=qt_environment())


def scans(_: list[str]) -> int:
    make_environment()
    if not make_scans():
        stop("It could not be installed; nothing else was changed. Check the connection and run it again.")
    say("pages that are images can be read now")
    return 0


def test(arguments: list[str]) -> int:
    make_environment()
    check_system(tools=True)
    if not make_scans():
        say("tests of pages that are images skip themselves")
    # In the order of their names: by the number of tests in a file the slow files would come last, and one core wait.
    both_cores = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    return call(PYTHON, "-m", "pytest", *(arguments or both_cores), env=qt_environment())


def soak(arguments: list[str]) -> int:
    make_environment()
    check_system(tools=True)
    make_scans()
    return call(PYTHON, "-m", "pytest", "-m", "soak", "-s", "--timeout", "7200", *arguments, env=qt_environment())


def lint(_: list[str]) -> int:
    make_environment()
    checks: list[tuple[str | Path, ...]] = [
        (PYTHON, "-m", "ruff", "format", "--check", "."),
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "mypy"),
        (PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ]
    failed = 0
    for command in checks:
        failed |= call(*command)
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    make_environment()
    check_system()
    return call(PYTHON, "-m", "benchmarks", *arguments, env=qt_environment())


def wheel(_: list[str]) -> int:
    """Build the wheel, install it into an empty environment and run its selftest from another folder."""
    make_environment()
    check_system()
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    if call(PYTHON, "-m", "hatchling", "build", "-t", "wheel", "-d", dist) != 0:
        return 1
    (built,) = dist.glob("*.whl")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "site"
        pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps")
        if call(*pip, "--target", target, built) != 0:
            return 1
        env = {**qt_environment(), "PYTHONPATH": str(target), "PYTHONSAFEPATH": "1"}
        code = subprocess.call([str(PYTHON), "-m", "assessor_app", "selftest"], cwd=folder, env=env)
    say(f"{built.name}: selftest outside the checkout {'passed' if code == 0 else 'failed'}")
    return code


def lock(_: list[str]) -> int:
    import tomllib

    tool = shutil.which("uv")
    if tool is None:
        stop("Resolving needs 'uv' on the path (pip install uv).")
    options = ["--extra", "dev", "--universal", "--python-version", "3.11", "--generate-hashes"]
    plain = ["--no-emit-index-url", "--no-header"]
    code = call(str(tool), "pip", "compile", "pyproject.toml", *options, *plain, "-o", LOCK)
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "scans.in"
        wanted.write_text("\n".join(extra["scans"]), encoding="utf-8")
        constraint = ["--no-annotate", "-c", LOCK, *options[2:]]
        return code or call(str(tool), "pip", "compile", wanted, *constraint, *plain, "-o", SCANS_LOCK)


COMMANDS = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "soak": soak,
    "scans": scans,
    "wheel": wheel,
    "lock": lock,
}


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print(__doc__)
        return 64
    return COMMANDS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    raise SystemExit(main())
