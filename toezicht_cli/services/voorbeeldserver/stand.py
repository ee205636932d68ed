"""Stand: what the preview shows now, and how that follows from what it showed before.

The last good report stays until there is a new one; ``reden`` says why it is not of today.
"""

import threading
from collections import Counter
from typing import NamedTuple

from toezicht_cli.diagnostics import Severity


class Melding(NamedTuple):
    """One finding, masked and ready to show; ``norm`` is the norm that it is about, if any."""

    code: str
    zwaarte: Severity
    plek: str
    bericht: str
    hulp: str = ""
    norm: str = ""


class Voorbeeld(NamedTuple):
    """The outcome of one attempt: what was found, and the report or the reason why there is none."""

    naam: str
    meldingen: tuple[Melding, ...] = ()
    html: bytes | None = None
    reden: str = ""
    hulp: str = ""
    uitgezonderd: int = 0
    overgeslagen: int = 0


class Stand(NamedTuple):
    """What the preview shows: the last attempt, and the last report that could be made.

    ``nummer`` goes up with every change that can be seen, ``rapportnummer`` with every other report
    (0: there was none yet).
    """

    nummer: int
    rapportnummer: int
    rapport: bytes | None
    laatste: Voorbeeld

    @property
    def is_oud(self) -> bool:
        """Whether the report was made from earlier data than the meldingen."""
        return self.rapport is not None and self.laatste.html is None


def begin_stand(voorbeeld: Voorbeeld) -> Stand:
    """Return what there is to see after the first attempt."""
    return Stand(1, 0 if voorbeeld.html is None else 1, voorbeeld.html, voorbeeld)


def next_stand(before: Stand, voorbeeld: Voorbeeld) -> Stand:
    """Return what there is to see after one more attempt: ``before`` itself when that is the same."""
    if voorbeeld == before.laatste:
        return before
    fresh = voorbeeld.html is not None and voorbeeld.html != before.rapport
    return Stand(
        before.nummer + 1,
        before.rapportnummer + fresh,
        voorbeeld.html if fresh else before.rapport,
        voorbeeld,
    )


def count_in_words(voorbeeld: Voorbeeld) -> str:
    """Return ``1 fout, 5 let-op`` or ``niets gevonden``."""
    counts = Counter(melding.zwaarte for melding in voorbeeld.meldingen)
    parts = [
        f"{counts[zwaarte]} {name_zwaarte(zwaarte, counts[zwaarte])}"
        for zwaarte in Severity
        if counts[zwaarte]
    ]
    return ", ".join(parts) or "niets gevonden"


def name_zwaarte(zwaarte: Severity, number: int) -> str:
    """Return the word for ``number`` findings of a zwaarte."""
    plural = {Severity.ERROR: "fouten", Severity.INFO: "tips"}
    return zwaarte.value if number == 1 else plural.get(zwaarte, zwaarte.value)


class Toestand:
    """The stand that all threads share: one writes it, the others read it or wait for the next."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._closed = False
        self._changed = threading.Condition()

    @property
    def stand(self) -> Stand:
        """Return what there is to see now."""
        with self._changed:
            return self._stand

    @property
    def is_closed(self) -> bool:
        """Whether the preview ends."""
        with self._changed:
            return self._closed

    def set_stand(self, stand: Stand) -> None:
        """Show ``stand`` from now on, and wake whoever waits when it is another one."""
        with self._changed:
            if stand.nummer != self._stand.nummer:
                self._stand = stand
                self._changed.notify_all()

    def wait_for_other(self, nummer: int, seconds: float) -> Stand | None:
        """Return the stand as soon as it is not ``nummer``; None after ``seconds`` or at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._stand.nummer != nummer, seconds)
            return None if self._closed or self._stand.nummer == nummer else self._stand

    def close(self) -> None:
        """Wake whoever waits: the preview ends."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
