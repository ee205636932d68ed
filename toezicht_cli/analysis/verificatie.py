"""Verificatie: what is the same, changed or gone since a version was vastgesteld."""

from typing import Literal, NamedTuple

from toezicht_cli.analysis.verschil import Vergelijking
from toezicht_cli.analysis.zegel import Zegelstand
from toezicht_cli.models.verloop import Versie

# ``opmaak``: other bytes, the same content; ``later``: only what comes after the vaststelling differs;
# ``niet-hier``: a file of an earlier version, of which the folder holds a later one by now.
Lot = Literal["gelijk", "opmaak", "later", "veranderd", "verdwenen", "nieuw", "niet-hier"]
VERANDERD: frozenset[Lot] = frozenset({"veranderd", "verdwenen", "nieuw"})
Opnieuw = Literal["gelijk", "anders", "niet-gedaan"]


class Bestandslot(NamedTuple):
    """A file, and what became of it."""

    bestand: str
    lot: Lot


class Opnieuwgemaakt(NamedTuple):
    """Whether the documents came out the same when made again; ``reden``: why not, or why it was not done."""

    stand: Opnieuw
    reden: str | None = None


class Versiecontrole(NamedTuple):
    """One version held against what there is now.

    ``vorm`` are the templates and the house style: a change of those changes no document that was made.
    ``is_vingerafdruk_goed``: the fingerprint that the version names is that of its files.

    ``is_nu`` says that the folder should hold this version; of an earlier one only the documents must still
    be the same. ``commit`` is where git holds the version exactly as it was vastgesteld.
    """

    versie: Versie
    is_nu: bool
    kader: Lot
    invoer: tuple[Bestandslot, ...]
    uitvoer: tuple[Bestandslot, ...]
    opnieuw: Opnieuwgemaakt
    commit: str | None = None
    vorm: tuple[Bestandslot, ...] = ()
    is_vingerafdruk_goed: bool = True

    @property
    def is_vorm_gelijk(self) -> bool:
        """Whether templates and house style are still what the documents were made with."""
        return all(item.lot == "gelijk" for item in self.vorm)

    @property
    def is_inhoud_gelijk(self) -> bool:
        """Whether the files and the kader still say what they said."""
        return self.kader == "gelijk" and all(item.lot not in VERANDERD for item in self.invoer)

    @property
    def is_veranderd(self) -> bool:
        """Whether something is not as it was vastgesteld."""
        kept = all(item.lot == "gelijk" for item in self.uitvoer)
        content = self.is_inhoud_gelijk and self.is_vingerafdruk_goed
        return not kept or (self.is_nu and not content) or self.opnieuw.stand == "anders"


class Verificatie(NamedTuple):
    """An onderzoek with its versions; ``verschil`` tells what changed, where git still has the version."""

    naam: str
    versies: tuple[Versiecontrole, ...]
    verschil: Vergelijking | None = None

    @property
    def is_veranderd(self) -> bool:
        """Whether something of a version is not as it was vastgesteld."""
        return any(item.is_veranderd for item in self.versies)


class Documentcontrole(NamedTuple):
    """One document by itself: its seal, the fingerprint in it, and the version that it belongs to.

    ``versie`` is found by the bytes (``is_byte_gelijk``), else by the fingerprint; ``onderzoek`` is None when
    there was no onderzoek to look in.
    """

    bestand: str
    zegel: Zegelstand
    gegevens: str | None
    onderzoek: str | None = None
    versie: Versie | None = None
    is_byte_gelijk: bool = False

    @property
    def is_veranderd(self) -> bool:
        """Whether the document is certainly not as toezicht wrote it."""
        if self.is_byte_gelijk or self.zegel == "heel":
            return False
        return self.zegel == "gebroken" or self._is_of_versie

    @property
    def is_onbekend(self) -> bool:
        """Whether nothing can be said: no seal, and no document of a version to hold it against."""
        return self.zegel == "geen" and not self.is_byte_gelijk and not self._is_of_versie

    @property
    def _is_of_versie(self) -> bool:
        """Whether the version has a document of this name."""
        named = self.versie.uitvoer if self.versie else ()
        return any(naam.rpartition("/")[2] == self.bestand for naam in named)
