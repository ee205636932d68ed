"""What every test has: a cache folder of its own, never that of who runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def cachefolder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let what a command keeps for the next time live as long as one test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
