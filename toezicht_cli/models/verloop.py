"""Verloop: the files that hold the course of an onderzoek after the concept."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DagVeld
from toezicht_cli.models.waarde import Formaat, NormId, Opmaak, PuntId, Sha256, Tekst


class Reactie(Element):
    """One reaction of the aanbieder to the concept."""

    id: PuntId = veld("Nummer van de reactie, zoals R01.")
    soort: Literal["feitelijke-onjuistheid", "zienswijze"] = veld("Soort reactie.")
    norm: NormId | None = veld("De norm waar de reactie over gaat.", None)
    passage: Tekst | None = veld("De woorden uit het concept waar het over gaat.", None)
    reactie: Opmaak = veld("Wat de aanbieder zegt.")
    verwerkt: Literal["ja", "deels", "nee"] | None = veld("Of de reactie verwerkt is.", None)
    motivering: Opmaak | None = veld("Waarom wel of niet.", None)
    gewijzigd: Tekst | None = veld("Wat er in het rapport veranderd is.", None)


class Wederhoor(Element):
    """``wederhoor.yaml``."""

    reacties: tuple[Reactie, ...] = veld("De reacties van de aanbieder.", ())


class Stap(Element):
    """One measure, and who decided on it."""

    datum: DagVeld = veld("De dag van het besluit of de afspraak.")
    maatregel: Tekst = veld("Wat er besloten of afgesproken is.")
    besloten_door: Tekst = veld("Wie het besloot.")
    grondslag: Tekst | None = veld("Waar het op rust.", None)
    toelichting: Opmaak | None = veld("Wat een lezer erover moet weten.", None)


class Handhaving(Element):
    """``handhaving.yaml``."""

    stappen: tuple[Stap, ...] = veld("De stappen, de oudste eerst.", ())


class Toetsopmerking(Element):
    """One remark of a colleague who read the draft; never rendered."""

    datum: DagVeld = veld("De dag van de opmerking.")
    door: Tekst = veld("Wie de opmerking maakte.")
    norm: NormId | None = veld("De norm waar het over gaat.", None)
    opmerking: Opmaak = veld("De opmerking.")
    afgehandeld: Tekst | None = veld("Wat ermee gedaan is.", None)


class CollegialeToets(Element):
    """``collegiale_toets.yaml``."""

    opmerkingen: tuple[Toetsopmerking, ...] = veld("De opmerkingen.", ())


class Verzending(Element):
    """One thing that was sent to somebody."""

    datum: DagVeld = veld("De dag van verzending.")
    aan: Tekst = veld("Aan wie.")
    wat: Tekst = veld("Wat er verzonden is.")


class Verzonden(Element):
    """``verzonden.yaml``."""

    verzendingen: tuple[Verzending, ...] = veld("Wat er verzonden is.", ())


class Versie(Element):
    """One vastgestelde version of the report."""

    nummer: Tekst = veld("Nummer van de versie.")
    status: Literal["geldend", "vervangen", "ingetrokken"] = veld("Of deze versie geldt.")
    vastgesteld_op: DagVeld = veld("De dag van vaststelling.")
    vastgesteld_door: Tekst = veld("Wie vaststelde, met functie en mandaat.")
    reden: Tekst | None = veld("Waarom de versie vervangen of ingetrokken is.", None)
    hashes: dict[Tekst, Sha256] = veld("Vingerafdruk per bestand.", {})


class Vaststelling(Element):
    """``vaststelling.yaml``, written by the tool."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    versies: tuple[Versie, ...] = veld("De versies, de oudste eerst.", ())
