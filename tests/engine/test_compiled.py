"""Compiled code is kept under the name of all that it was made from, or not at all."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import draagkracht
from draagkracht.engine import compiled
from draagkracht.engine.compiled import cache_folder, source_digest

PACKAGE = Path(draagkracht.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The sources that compiled code is made from, to change at will."""
    for folder in ("engine", "model"):
        shutil.copytree(PACKAGE / folder, tmp_path / folder, ignore=ignored)
    return tmp_path


ignored = shutil.ignore_patterns("__pycache__")


def test_the_same_sources_have_the_same_digest_wherever_they_stand(copy: Path) -> None:
    assert source_digest(copy, "model") == source_digest(PACKAGE, "model")


@pytest.mark.parametrize(
    "name", ["engine/clocks.py", "engine/draws.py", "model/casework.py", "model/state.py"]
)
def test_a_change_in_any_file_that_is_compiled_changes_the_digest(copy: Path, name: str) -> None:
    before = source_digest(copy, "model")
    changed = copy / name
    changed.write_text(changed.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert source_digest(copy, "model") != before


def test_another_kernel_leaves_the_digest_of_this_one(copy: Path) -> None:
    before = source_digest(copy, "model")
    (copy / "network").mkdir()
    (copy / "network/kernel.py").write_text("")
    assert source_digest(copy, "model") == before
    assert source_digest(copy, "network") != before


def test_a_new_a_renamed_and_a_lost_file_change_the_digest(copy: Path) -> None:
    found = [source_digest(copy, "model")]
    (copy / "engine/novelty.py").write_text("")
    found.append(source_digest(copy, "model"))
    (copy / "engine/novelty.py").rename(copy / "engine/renamed.py")
    found.append(source_digest(copy, "model"))
    (copy / "engine/queue.py").unlink()
    found.append(source_digest(copy, "model"))
    assert len(set(found)) == 4


@pytest.mark.parametrize("module", ["numba", "llvmlite", "np"])
def test_another_version_changes_the_digest(
    copy: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source_digest(copy, "model")
    monkeypatch.setattr(getattr(compiled, module), "__version__", "0.0.0")
    assert source_digest(copy, "model") != before


def test_another_processor_changes_the_digest(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = source_digest(copy, "model")
    binding = compiled.llvmlite.binding
    monkeypatch.setattr(binding, "get_host_cpu_name", lambda: "another")
    assert source_digest(copy, "model") != before


def test_a_changed_helper_in_another_file_runs_at_once(tmp_path: Path) -> None:
    """The trap that the digest is there for, played out with numba itself."""
    package = tmp_path / "draagkracht"
    shutil.copytree(PACKAGE / "engine", package / "engine", ignore=ignored)
    (package / "__init__.py").write_text("")
    (package / "model").mkdir()
    helper = package / "model" / "helper.py"
    (package / "model" / "__init__.py").write_text("")
    (package / "model" / "entry.py").write_text(
        "from draagkracht.engine.compiled import compiled\n"
        "from draagkracht.model.helper import answer\n"
        "def _ask(x: int) -> int:\n    return answer(x)\n"
        "ask = compiled(_ask)\n"
        "print(ask(1), ask.stats.cache_hits)\n"
    )
    printed = []
    for number in (41, 41, 42):
        helper.write_text(
            "from numba.extending import register_jitable\n"
            f"@register_jitable\ndef answer(x: int) -> int:\n    return {number}\n"
        )
        printed.append(run("import draagkracht.model.entry", tmp_path, home=tmp_path / "home"))
    assert [line.split()[0] for line in printed] == ["41", "41", "42"]
    assert "hits=1" not in printed[2]


def run(code: str, folder: Path, *, home: Path) -> str:
    """What Python prints with these sources, in this home."""
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={
            "HOME": str(home),
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",  # the helper is rewritten within one second
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return result.stdout


def test_where_no_folder_can_be_made_there_is_none_and_code_still_runs(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file, so no folder fits in it")
    code = (
        "from pathlib import Path\n"
        "from draagkracht.engine.compiled import cache_folder, compiled\n"
        "def _twice(x: float) -> float:\n    return 2.0 * x\n"
        "print(cache_folder(Path('.'), 'model'), compiled(_twice)(21.0))\n"
    )
    assert run(code, PACKAGE.parent, home=home).split() == ["None", "42.0"]
    assert home.is_file()


def test_where_nothing_can_be_written_there_is_no_folder(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder(copy, "model") == tmp_path / ".cache" / "draagkracht" / source_digest(
        copy, "model"
    )

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert cache_folder(copy, "model") is None


def test_no_home_at_all_means_no_folder(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder(copy, "model") is None
