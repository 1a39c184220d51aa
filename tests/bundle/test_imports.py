"""The container knows the standard library, age, pydantic, the domain and the machine; signing is handed in."""

import ast
import sys
from pathlib import Path

import assessor_app.bundle

FOLDER = Path(assessor_app.bundle.__file__).parent
ALLOWED = ("assessor_app.bundle", "assessor_app.domain", "assessor_app.machine", "pyrage", "pydantic")


def test_bundle_imports_only_what_it_may() -> None:
    found = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                found.add(node.module or "")
            elif isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
    foreign = {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}
    assert "pyrage" in foreign
    assert {name for name in foreign if not name.startswith(ALLOWED)} == set()
