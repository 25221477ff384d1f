"""What every test may use."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder this repository stands in."""
    return CHECKOUT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Open data too large to keep here: a folder `shared/data` beside the checkout.

    Tests that use it compare packaged figures with the data they were computed from. Without the
    folder they are skipped, and this is the only skip in the suite; in CI its absence is a failure.
    """
    folder = CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        assert not os.environ.get("CI"), f"in CI {folder} must be there"
        pytest.skip("no folder shared/data beside the checkout")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser, to open pages the way a reader does; script/test sees to it that there is one."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "no browser: run script/test, or name one in CHROMIUM"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield opened
        opened.close()
