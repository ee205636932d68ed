"""Zaken: every onderzoek of a werkmap in short, read by several processes and kept for the next time."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.analysis.zaaktekst import zaak_from_text, zaak_to_text
from toezicht_cli.loading.mapkenmerk import start_marking
from toezicht_cli.loading.vinden import find_onderzoeken, is_onderzoeksmap, list_onderzoeken, refuse_deeper
from toezicht_cli.loading.voorraad import Rij, Voorraad, find_voorraad
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.zaakomgeving import Zaakomgeving

Tell = Callable[[int, int], None]


class Zakenlezing(NamedTuple):
    """The zaken of a werkmap, in the order of their folders.

    ``meldingen`` are Dutch lines about what went otherwise than usual; ``gelezen`` is how many were read now:
    the others were known.
    """

    zaken: tuple[Zaak, ...]
    meldingen: tuple[str, ...] = ()
    gelezen: int = 0


class _Lezing:
    """One reading of a werkmap: what was found so far, and what is still to be read."""

    def __init__(self, home: Path, roots: dict[str, str], tell: Tell) -> None:
        self.home = home
        self.roots = roots
        self.tell = tell
        self.zaken: dict[str, Zaak] = {}
        self.oud: dict[str, Rij] = {}
        self.gestopt: list[str] = []

    def look(self, voorraad: Voorraad) -> None:
        """Take from the store what still holds, and remember what it says of the others."""
        collect = start_marking(list(self.roots.values())) if voorraad.is_open else None
        omgeving = Zaakomgeving(kadermap_for(self.home))
        for rij in voorraad.read():
            # The text of the value is let go: it can be made of the zaak again, and holds much memory.
            if rij.sleutel not in self.roots or self.take(rij):
                self.oud[rij.sleutel] = rij._replace(waarde="")
        if collect is None:
            return
        for sleutel, kenmerk in zip(self.roots, collect(), strict=True):
            oud = self.oud.pop(sleutel, None)
            if oud is None:
                continue
            if not (kenmerk and kenmerk == oud.kenmerk and oud.omgeving == omgeving.kenmerk(oud.kader)):
                self.oud[sleutel] = oud._replace(waarde=zaak_to_text(self.zaken.pop(sleutel)))

    def take(self, rij: Rij) -> bool:
        """Return whether the row holds a zaak, which is then found."""
        try:
            self.zaken[rij.sleutel] = zaak_from_text(rij.waarde)
        except (TypeError, ValueError, IndexError):
            return False
        return True

    def drop_others(self) -> None:
        """Leave out folders that are no onderzoek; one of which the mark is known was one."""
        others = {
            sleutel: root
            for sleutel, root in self.roots.items()
            if sleutel not in self.zaken and sleutel != "" and not is_onderzoeksmap(Path(root))
        }
        refuse_deeper(map(Path, others.values()))
        self.roots = {sleutel: root for sleutel, root in self.roots.items() if sleutel not in others}

    def read(self, voorraad: Voorraad) -> int:
        """Read what the store did not hold, keep each part as soon as it is ready; return how many."""
        todo = [sleutel for sleutel in self.roots if sleutel not in self.zaken]
        if not todo:
            return 0
        from toezicht_cli.services.zaakploeg import read_all  # not when all is known: it takes time

        opdrachten = [self._opdracht(sleutel) for sleutel in todo]
        done = 0
        self.tell(done, len(todo))
        for rijen in read_all(self.home, opdrachten, self.gestopt):
            whole = [self._complete(rij) for rij in rijen]
            for rij in whole:
                self.take(rij)
            voorraad.write(rij for rij in whole if rij.sleutel.isprintable())
            done += len(rijen)
            self.tell(done, len(todo))
        for sleutel in self.gestopt:
            self.zaken[sleutel] = Zaak(Path(self.roots[sleutel]).name, sleutel, 1, onleesbaar=True)
        return len(todo)

    def _opdracht(self, sleutel: str) -> tuple[str, Rij]:
        """Return the folder to read, with what was known of it."""
        oud = self.oud.get(sleutel)
        if oud is None:
            return self.roots[sleutel], Rij(sleutel)
        return self.roots[sleutel], oud._replace(waarde="")

    def _complete(self, rij: Rij) -> Rij:
        """Return the row with the value that it had, when its contents turned out to be the same."""
        return rij if rij.waarde else rij._replace(waarde=self.oud[rij.sleutel].waarde)


def read_zaken(
    werkmap: Path, *, zonder_cache: bool = False, tell: Tell = lambda _done, _all: None
) -> Zakenlezing:
    """Return every onderzoek of ``werkmap`` in short.

    Args:
        werkmap: the folder with ``toezicht.yaml``, or one onderzoek.
        zonder_cache: whether to read everything again, and keep nothing.
        tell: is called with 0 and then now and then with how many were read, and of how many.

    Raises:
        NietGevondenError: there is no onderzoek.
    """
    home, roots = list_onderzoeken(werkmap)
    lezing = _Lezing(home, roots, tell)
    with Voorraad(None if zonder_cache else find_voorraad(home)) as voorraad:
        lezing.look(voorraad)
        lezing.drop_others()
        if not lezing.roots:
            find_onderzoeken(werkmap)  # says in Dutch that there is none
        gelezen = lezing.read(voorraad)
        voorraad.forget([sleutel for sleutel in lezing.oud if sleutel not in lezing.roots])
        melding = voorraad.melding
    meldingen = [melding] if melding else []
    meldingen += [f"{sleutel}: {_GESTOPT}" for sleutel in lezing.gestopt]
    return Zakenlezing(tuple(lezing.zaken[sleutel] for sleutel in lezing.roots), tuple(meldingen), gelezen)


_GESTOPT = "kon niet gelezen worden: het proces dat ermee bezig was, stopte twee keer"
