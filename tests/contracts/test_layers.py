"""docs/adr/0001: what may import what."""

import ast
import sys
from pathlib import Path

from importlinter.cli import lint_imports

ENGINE_MAY_IMPORT = {"numba", "llvmlite", "numpy", "draagkracht.engine"}  # llvmlite is numba's


def test_the_layers_point_downwards(checkout: Path) -> None:
    assert lint_imports(config_filename=str(checkout / "pyproject.toml"), no_cache=True) == 0


def test_the_engine_imports_nothing_but_numpy_numba_and_itself(checkout: Path) -> None:
    foreign = {
        f"{path.name}: {name}"
        for path in (checkout / "src/draagkracht/engine").glob("*.py")
        for name in imported_modules(path.read_text(encoding="utf-8"))
        if name.partition(".")[0] not in sys.stdlib_module_names
        and not any(name == known or name.startswith(f"{known}.") for known in ENGINE_MAY_IMPORT)
    }
    assert foreign == set()


def test_an_import_is_seen_in_each_of_its_forms() -> None:
    source = "import a.b\nfrom c.d import e\ndef f():\n    import g\n"
    assert imported_modules(source) == {"a.b", "c.d", "g"}


def imported_modules(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names
