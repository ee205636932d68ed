"""Verloop: the files that hold the course of an onderzoek after the concept."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DagVeld
from toezicht_cli.models.waarde import (
    BronId,
    CategorieId,
    Formaat,
    Id,
    KaderVerwijzing,
    Kort,
    NormId,
    Opmaak,
    PuntId,
    Sha256,
    Tekst,
    VestigingId,
)


class Herkomst(Element):
    """Where in a returned file a reaction was read."""

    bestand: Tekst = veld("Naam van het bestand.")
    hash: Sha256 = veld("Vingerafdruk van het bestand.")
    plek: Tekst = veld("Waar het in het bestand staat, zoals opmerking 3.")


class Reactie(Element):
    """One reaction of the aanbieder to the concept; people decide of which soort it is."""

    id: PuntId = veld("Nummer van de reactie, zoals R01.")
    soort: Literal["feitelijke-onjuistheid", "zienswijze"] | None = veld("Soort reactie.", None)
    norm: NormId | None = veld("De norm waar de reactie over gaat.", None)
    locatie: VestigingId | None = veld("De vestiging waar de reactie over gaat.", None)
    passage: Tekst | None = veld("De woorden uit het concept waar het over gaat.", None)
    reactie: Opmaak = veld("Wat de aanbieder zegt.")
    verwerkt: Literal["ja", "deels", "nee"] | None = veld("Of de reactie verwerkt is.", None)
    motivering: Opmaak | None = veld("Waarom wel of niet.", None)
    gewijzigd: Tekst | None = veld("Wat er in het rapport veranderd is.", None)
    herkomst: Herkomst | None = veld("Het bestand waar de reactie uit gelezen is.", None)


class Concept(Element):
    """The concept as it was sent; written by the tool."""

    kader: KaderVerwijzing = veld("Het kader waaraan het concept toetste.")
    gegevens: Sha256 = veld("Vingerafdruk van de gegevens waaruit het concept gemaakt is.")
    oordelen: dict[Tekst, CategorieId] = veld(
        "Het oordeel of de status per norm (of norm@vestiging) in het concept.", {}
    )
    bestanden: dict[Tekst, Sha256] = veld("Vingerafdruk per verzonden bestand.", {})


class Uitstel(Element):
    """More time that the aanbieder got to react."""

    tot: DagVeld = veld("De laatste dag die de aanbieder kreeg.")
    reden: Tekst = veld("Waarom er uitstel is.")


class Afstand(Element):
    """The aanbieder said in writing that it will not react."""

    datum: DagVeld = veld("De dag van het bericht.")
    stuk: Tekst = veld("Het stuk waarin de aanbieder dat schrijft.")


class Wederhoor(Element):
    """``wederhoor.yaml``."""

    concept: Concept | None = veld("Het concept zoals het verzonden is; dit schrijft het programma.", None)
    uiterlijk: DagVeld | None = veld("De laatste dag om te reageren, zoals in de brief staat.", None)
    uitstel: Uitstel | None = veld("Uitstel dat de aanbieder kreeg.", None)
    afstand: Afstand | None = veld("Het bericht dat de aanbieder niet reageert.", None)
    reacties: tuple[Reactie, ...] = veld("De reacties van de aanbieder.", ())


class Stap(Element):
    """One measure or afspraak, and who decided on it."""

    datum: DagVeld = veld("De dag van het besluit of de afspraak.")
    soort: Literal["maatregel", "veiligheidsafspraak"] = veld(
        "Een maatregel, of een afspraak over veiligheid die niet op het rapport wacht.", "maatregel"
    )
    trede: Id | None = veld("De trede van de interventieladder, zoals die in toezicht.yaml staat.", None)
    norm: NormId | None = veld("De norm waar het om gaat.", None)
    maatregel: Tekst = veld("Wat er besloten of afgesproken is.")
    besloten_door: Tekst = veld("Wie het besloot.")
    grondslag: Tekst | None = veld("Waar het op rust.", None)
    geldig_tot: DagVeld | None = veld("Tot en met welke dag het geldt.", None)
    bewijs: tuple[BronId, ...] = veld("Bronnen waaruit het blijkt.", ())
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
    wijze: Tekst | None = veld("Hoe het verzonden is, zoals post of beveiligde mail.", None)
    versie: Kort | None = veld("De vastgestelde versie, als het een rapport is.", None)


class Verzonden(Element):
    """``verzonden.yaml``."""

    verzendingen: tuple[Verzending, ...] = veld("Wat er verzonden is.", ())


class Vastgelegd(Element):
    """What a file held when the report was vastgesteld."""

    bestand: Sha256 = veld("Vingerafdruk van het bestand, byte voor byte.")
    inhoud: Sha256 | None = veld("Vingerafdruk van wat erin staat, zonder commentaar en opmaak.", None)


class Versie(Element):
    """One vastgestelde version of the report."""

    nummer: Kort = veld("Nummer van de versie.")
    status: Literal["geldend", "vervangen", "ingetrokken"] = veld("Of deze versie geldt.")
    vastgesteld_op: DagVeld = veld("De dag van vaststelling.")
    vastgesteld_door: Tekst = veld("Wie vaststelde.")
    functie: Tekst | None = veld("De functie van wie vaststelde.", None)
    mandaat: Tekst | None = veld("Het mandaat waarop de vaststelling rust.", None)
    aanleiding: Tekst | None = veld("Waarom deze versie een eerdere herziet.", None)
    reden: Tekst | None = veld("Waarom de versie vervangen of ingetrokken is.", None)
    geldig_tot: DagVeld | None = veld("De dag waarop de versie vervangen of ingetrokken is.", None)
    kader: KaderVerwijzing = veld("Het kader waaraan getoetst is.")
    kader_hash: Sha256 = veld("Vingerafdruk van dat kader.")
    gegevens: Sha256 = veld("Vingerafdruk van de gegevens, die ook in het rapport staat.")
    sjablonen: dict[Tekst, Sha256] = veld("Vingerafdruk per sjabloon.", {})
    huisstijl: Sha256 = veld("Vingerafdruk van de huisstijl.")
    programma: dict[Tekst, Kort] = veld("Versie van het programma en van wat de documenten maakt.", {})
    invoer: dict[Tekst, Vastgelegd] = veld("De bestanden van het onderzoek.", {})
    uitvoer: dict[Tekst, Sha256] = veld("Vingerafdruk per gemaakt document.", {})


class Vaststelling(Element):
    """``vaststelling.yaml``, written by the tool."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    versies: tuple[Versie, ...] = veld("De versies, de oudste eerst.", ())
