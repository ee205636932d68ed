"""What the preview shows after each attempt."""

import threading

import pytest

from toezicht_cli.diagnostics import Severity
from toezicht_cli.services.voorbeeldserver.stand import (
    Melding,
    Stand,
    Toestand,
    Voorbeeld,
    begin_stand,
    count_in_words,
    next_stand,
)

GOED = Voorbeeld("basis", html=b"een")
STUK = Voorbeeld("basis", reden="er staat een fout in de weg")
LANG = 30.0


def melding(zwaarte: Severity) -> Melding:
    return Melding("BRN001", zwaarte, "bronnen.yaml:1", "iets")


def test_the_first_report_is_number_one() -> None:
    assert begin_stand(GOED) == (1, 1, b"een", GOED)


def test_without_a_report_there_is_none_and_that_is_not_an_old_one() -> None:
    stand = begin_stand(STUK)
    assert stand == Stand(1, 0, None, STUK)
    assert not stand.is_oud


def test_the_same_outcome_changes_nothing() -> None:
    before = begin_stand(GOED)
    assert next_stand(before, Voorbeeld("basis", html=b"een")) is before


def test_another_report_has_another_number() -> None:
    assert next_stand(begin_stand(GOED), GOED._replace(html=b"twee"))[:3] == (2, 2, b"twee")


def test_other_meldingen_leave_the_report_as_it_is() -> None:
    found = GOED._replace(meldingen=(melding(Severity.INFO),))
    assert next_stand(begin_stand(GOED), found) == (2, 1, b"een", found)


def test_a_failed_attempt_keeps_the_last_report_and_calls_it_old() -> None:
    stand = next_stand(begin_stand(GOED), STUK)
    assert stand == Stand(2, 1, b"een", STUK)
    assert stand.is_oud


def test_mending_it_without_a_change_shows_the_same_report_and_no_longer_as_old() -> None:
    stand = next_stand(next_stand(begin_stand(GOED), STUK), GOED)
    assert stand == Stand(3, 1, b"een", GOED)
    assert not stand.is_oud


def test_the_first_report_after_a_broken_start_is_number_one() -> None:
    assert next_stand(begin_stand(STUK), GOED)[:3] == (2, 1, b"een")


@pytest.mark.parametrize(
    ("zwaarten", "words"),
    [
        ([], "niets gevonden"),
        ([Severity.ERROR], "1 fout"),
        ([Severity.INFO, Severity.ERROR, Severity.ERROR], "2 fouten, 1 tip"),
        ([Severity.WARNING] * 3 + [Severity.INFO] * 2, "3 let-op, 2 tips"),
    ],
)
def test_meldingen_are_counted_in_words(zwaarten: list[Severity], words: str) -> None:
    found = Voorbeeld("basis", tuple(melding(zwaarte) for zwaarte in zwaarten))
    assert count_in_words(found) == words


def test_who_waits_gets_the_newest_stand() -> None:
    toestand = Toestand(begin_stand(GOED))
    second = next_stand(toestand.stand, GOED._replace(html=b"twee"))
    third = next_stand(second, GOED._replace(html=b"drie"))
    toestand.set_stand(second)
    toestand.set_stand(third)
    assert toestand.wait_for_other(1, LANG) == third
    assert toestand.wait_for_other(third.nummer, 0) is None


def test_who_waits_is_woken_by_a_change_and_by_the_end() -> None:
    toestand = Toestand(begin_stand(GOED))
    heard: list[object] = []

    def wait() -> None:
        heard.append(toestand.wait_for_other(1, LANG))
        heard.append(toestand.wait_for_other(2, LANG))

    thread = threading.Thread(target=wait)
    thread.start()
    changed = next_stand(toestand.stand, STUK)
    toestand.set_stand(changed)
    toestand.close()
    thread.join(LANG)
    assert not thread.is_alive()
    # The end may come before the first look; then there is nothing more to show.
    assert heard in ([changed, None], [None, None])
    assert toestand.is_closed
