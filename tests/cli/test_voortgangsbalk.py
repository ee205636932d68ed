"""The bar that shows how far long work is: on a terminal only, and only when it takes long."""

import io

import pytest

from toezicht_cli.cli import voortgangsbalk
from toezicht_cli.cli.voortgangsbalk import show_voortgang


class Terminal(io.StringIO):
    """A stream that says that somebody looks at it."""

    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, after: float, stil: bool = False) -> str:
    """Return what comes out when 7 of 9 are done after more, or less, than ``after`` seconds."""
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(voortgangsbalk, "_AFTER_SECONDS", after)
    with show_voortgang("Onderzoeken lezen", stil=stil) as tell:
        tell(0, 9)
        tell(7, 9)
    return stream.getvalue()


def test_long_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = told(monkeypatch, Terminal(), after=-1)
    assert "Onderzoeken lezen" in shown
    assert "/9" in shown


@pytest.mark.parametrize("stil", [False, True])
def test_short_work_or_stil_shows_nothing(stil: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, Terminal(), after=-1 if stil else 1000, stil=stil) == ""


def test_in_a_file_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, io.StringIO(), after=-1) == ""
