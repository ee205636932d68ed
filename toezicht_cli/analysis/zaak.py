"""Zaak: one onderzoek in short: all that a portefeuille, a jaarverslag and an export count.

A zaak holds text and whole numbers only, so that it can be kept as JSON; dates are as they are written
(ISO or EDTF, or ``niet-vermeld``). It never depends on the day of today: what is late follows later.
"""

from typing import NamedTuple

ONBEKENDE_DAG = "onbekend"


class Normuitkomst(NamedTuple):
    """What was judged on one norm (at one vestiging): an oordeel, or the status without oordeel."""

    norm: str
    thema: str
    locatie: str | None
    oordeel: str | None
    status: str | None


class Puntstand(NamedTuple):
    """A point to follow up; ``stappen`` are what was noted of it: day and status, the oldest first."""

    id: str
    soort: str
    norm: str
    locatie: str | None
    uiterlijk: str | None
    stappen: tuple[tuple[str, str], ...] = ()

    def status_op(self, dag: str) -> str:
        """Return the status at the end of ``dag`` (ISO); ``open`` when nothing was noted by then.

        That of the latest day: somebody may have written down a step in the wrong place (VBP006).
        """
        known = [stap for stap in self.stappen if stap[0] <= dag]
        return max(reversed(known), key=lambda stap: stap[0])[1] if known else "open"


class Termijnstand(NamedTuple):
    """A term with its last day, and the day on which it was done; both ISO days.

    ``klaar_op`` is None when it is not done, and ``onbekend`` when nobody wrote down on which day it was.
    """

    id: str
    wat: str
    einde: str
    klaar_op: str | None

    def is_klaar_op(self, dag: str) -> bool:
        """Whether it was done by the end of ``dag`` (ISO)."""
        return self.klaar_op is not None and (self.klaar_op == ONBEKENDE_DAG or self.klaar_op <= dag)


class Maatregelstand(NamedTuple):
    """A step of handhaving."""

    datum: str
    soort: str
    trede: str | None
    groep: str | None
    besloten_door: str


class Heroordeel(NamedTuple):
    """A norm that was tested again: the oordeel before and now."""

    norm: str
    locatie: str | None
    eerder: str
    nu: str | None


class Zaak(NamedTuple):
    """One onderzoek in short.

    ``fouten`` counts the fouten that stand in the way of a tally (STR, KDR, NRM, OOR, INT); a zaak with any
    is listed and named, but its oordelen are never counted. ``onleesbaar`` is True when ``onderzoek.yaml``
    itself could not be read: then only ``id`` and ``pad`` are known. ``id`` is the name of the folder and
    ``onderzoek_id`` what the file says; ``stuk`` are the parts (``verbeterpunten``) that could not be read.
    """

    id: str
    pad: str
    fouten: int = 0
    onleesbaar: bool = False
    titel: str = ""
    aanbieder: str = ""
    aanbieder_id: str | None = None
    gemeenten: tuple[str, ...] = ()
    regio: str | None = None
    kader: str = ""
    soort_toezicht: str = ""
    aangekondigd: bool | None = None
    domein: tuple[str, ...] = ()
    financiering: tuple[str, ...] = ()
    voorzieningen: tuple[str, ...] = ()
    fase: str = ""
    momenten: tuple[tuple[str, str], ...] = ()
    looptijd: str | None = None
    bezoeken: int = 0
    openbaarmaking: str | None = None
    openbaar_reden: str | None = None
    uitkomsten: tuple[Normuitkomst, ...] = ()
    eindoordeel: str | None = None
    punten: tuple[Puntstand, ...] = ()
    termijnen: tuple[Termijnstand, ...] = ()
    maatregelen: tuple[Maatregelstand, ...] = ()
    heroordelen: tuple[Heroordeel, ...] = ()
    hertoets_van: str | None = None
    naar_aanleiding_van: tuple[str, ...] = ()
    onderzoek_id: str = ""
    stuk: tuple[str, ...] = ()

    @property
    def is_telbaar(self) -> bool:
        """Whether the oordelen of this zaak may be counted."""
        return not (self.fouten or self.onleesbaar)

    def moment(self, naam: str) -> str | None:
        """Return the date of a moment (``vastgesteld_op``) as written, None when it is not there."""
        return next((datum for key, datum in self.momenten if key == naam), None)
