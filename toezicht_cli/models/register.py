"""Register: signalen, meldingen, gesprekken and aanbieders, one file each in a werkmap.

What a later entry says of an earlier one stands in the later one only (``naar_aanleiding_van``), so that a
thread melding → signaal → onderzoek has one home per step.

Every text is plain, no Markdown: people write down what was said, and it is shown as they wrote it.
"""

from typing import Annotated, Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.betrokkenen import Aanbieder, Financiering
from toezicht_cli.models.datum import DagVeld, DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.kader import Wet
from toezicht_cli.models.onderzoek import Domein
from toezicht_cli.models.waarde import (
    Cijferwaarde,
    Formaat,
    Id,
    JaNee,
    KaderVerwijzing,
    RegisterId,
    Tekst,
    patroon,
)

_NUMMER = "-[0-9]{4}-[0-9]{3,6}"
SignaalId = Annotated[str, patroon(f"S{_NUMMER}", "S-2026-001", 14)]
MeldingId = Annotated[str, patroon(f"M{_NUMMER}", "M-2026-001", 14)]
GesprekId = Annotated[str, patroon(f"G{_NUMMER}", "G-2026-001", 14)]

# One list of words each: two lists give two faults for one wrong word.
WetOfOnbekend = Literal[Wet, "onbekend"]
JaNeeOnbekend = Literal["ja", "nee", "onbekend"]
Signaalbron = Literal[
    "client",
    "naaste",
    "inwoner",
    "medewerker",
    "andere-aanbieder",
    "toegang",
    "contractmanagement",
    "andere-gemeente",
    "inspectie",
    "zorgkantoor-of-verzekeraar",
    "svb",
    "politie",
    "media",
    "toezichthouder",
    "overig",
    "onbekend",
]
Signaalbesluit = Literal[
    "kennisgeving",
    "actie-toegang",
    "actie-contractmanagement",
    "gesprek",
    "onderzoek",
    "doorverwijzen",
]
Signaaluitkomst = Literal[
    "te-weinig-informatie",
    "kennisgeving",
    "heronderzoek-toegang",
    "alert-toegang",
    "contractmanagement",
    "gesprek-gevoerd",
    "onderzoek-gedaan",
    "verbetertraject",
    "doorverwezen",
    "overig",
]


class Doorverwijzing(Element):
    """What is not ours was passed on to who is competent; it stays in the register and is counted."""

    naar: Id = veld("De partij die bevoegd is, zoals igj of zorgkantoor.")
    datum: DagVeld = veld("De dag waarop het is doorgegeven.")
    reden: Tekst | None = veld("Waarom het is doorgegeven.", None)
    terugkoppeling: Tekst | None = veld("Wat de andere partij ervan liet weten.", None)


class Registerstap(Element):
    """Something that was done with an entry of a register."""

    datum: DagVeld = veld("De dag van deze stap.")
    wat: Tekst = veld("Wat er gedaan is.")
    door: Tekst | None = veld("Wie het deed.", None)


class Onrechtmatigheid(Element):
    """Whether onrechtmatigheid is suspected: always asked, apart from the afwegingskader."""

    vermoeden: JaNeeOnbekend = veld("Of er een vermoeden van onrechtmatigheid is.")
    toelichting: Tekst | None = veld("Waarop het vermoeden rust, of waarom het er niet is.", None)


class Weging(Element):
    """One weighing of a signaal: what it is about, how large, and the prioriteit that follows.

    The prioriteit says how soon, never whether something is done: that is the besluit.
    """

    afwegingskader: KaderVerwijzing = veld("Het afwegingskader, als naam@versie.")
    datum: DagVeld = veld("De dag van de weging.")
    door: Tekst | None = veld("Wie er woog.", None)
    ernst: Id = veld("De ernst, een woord uit het afwegingskader.")
    omvang: Id = veld("De omvang, een woord uit het afwegingskader.")
    betrokken_clienten: Cijferwaarde | None = veld("Hoeveel cliënten er last van hebben.", None)
    clienten_van_aanbieder: Cijferwaarde | None = veld("Hoeveel cliënten de aanbieder heeft.", None)
    omstandigheden: tuple[Id, ...] = veld("Wat de prioriteit kan verhogen, uit het afwegingskader.", ())
    eerdere_signalen: tuple[SignaalId, ...] = veld("Eerdere signalen over deze aanbieder.", ())
    volgens_tabel: Id | None = veld("De prioriteit die in de tabel staat; leeg als de cel leeg is.", None)
    prioriteit: Id | None = veld("De prioriteit na alle omstandigheden.", None)
    motivering: Tekst | None = veld("Waarom de prioriteit zo is, zeker als zij afwijkt van de tabel.", None)
    onrechtmatigheid: Onrechtmatigheid = veld("Het vermoeden van onrechtmatigheid, apart bekeken.")


class Besluit(Element):
    """What is done with a signaal; people decide, apart from the prioriteit."""

    datum: DagVeld = veld("De dag van het besluit.")
    keuze: Signaalbesluit = veld("Wat er met het signaal gebeurt.")
    door: Tekst | None = veld("Wie besloot.", None)
    motivering: Tekst | None = veld("Waarom.", None)


class Afhandeling(Element):
    """How a signaal ended."""

    datum: DagVeld = veld("De dag waarop het signaal klaar was.")
    uitkomst: Signaaluitkomst = veld("Waar het signaal op uitkwam.")
    door: Tekst | None = veld("Wie het afsloot.", None)
    toelichting: Tekst | None = veld("Wat een lezer erover moet weten.", None)


class Signaal(Element):
    """``signalen/<jaar>/S-….yaml``: an indication of poor quality, from anybody."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    id: SignaalId = veld("Nummer van het signaal, gelijk aan de bestandsnaam.")
    datum: DagVeld = veld("De dag waarop het signaal binnenkwam.")
    bron: Signaalbron = veld("Van wie het signaal komt; nooit een naam.")
    anoniem: JaNee | None = veld("Of de melder anoniem is: ja of nee.", None)
    aanbieder: Id | None = veld("De aanbieder, als naam van een bestand in aanbieders/.", None)
    gemeente: Tekst | None = veld("De gemeente van de cliënt, zoals in toezicht.yaml.", None)
    wet: WetOfOnbekend = veld("De wet waaronder de hulp valt.")
    domein: tuple[Domein, ...] = veld("Kwaliteit, rechtmatigheid of beide.", minstens=1)
    financiering: Literal[Financiering, "zin-en-pgb", "onbekend"] | None = veld(
        "Hoe de hulp betaald wordt.", None
    )
    voorziening: Tekst | None = veld("De voorziening, zoals beschermd wonen.", None)
    aard: Id = veld("Waar het over gaat, zoals veiligheid of professionaliteit.")
    omschrijving: Tekst = veld("Wat er gezegd is, zonder namen.")
    naar_aanleiding_van: tuple[RegisterId, ...] = veld("Melding, gesprek of signaal waar dit uit volgt.", ())
    doublure_van: SignaalId | None = veld("Het signaal dat al hetzelfde zegt.", None)
    wegingen: tuple[Weging, ...] = veld("De wegingen, de oudste eerst; de laatste telt.", ())
    besluit: Besluit | None = veld("Wat ermee gebeurt.", None)
    doorverwezen_naar: Doorverwijzing | None = veld("Aan wie het is doorgegeven.", None)
    opvolging: tuple[Registerstap, ...] = veld("Wat er daarna gedaan is, de oudste stap eerst.", ())
    afhandeling: Afhandeling | None = veld("Hoe het afliep.", None)


class Onderzoeksopdracht(Element):
    """An onderzoek that the aanbieder itself does after a melding."""

    opgedragen_op: DagVeld = veld("De dag van de opdracht.")
    uiterlijk: DagVeld | None = veld("De laatste dag om het te sturen.", None)
    ontvangen_op: DagVeld | None = veld("De dag waarop het binnenkwam.", None)
    beoordeling: Literal["voldoende", "aanvullen", "onvoldoende"] | None = veld(
        "Wat de toezichthouder ervan vond.", None
    )
    toelichting: Tekst | None = veld("Waarom.", None)


class Afsluiting(Element):
    """The end of a melding or gesprek."""

    datum: DagVeld = veld("De dag van afsluiten.")
    door: Tekst | None = veld("Wie het afsloot.", None)
    toelichting: Tekst | None = veld("Wat de uitkomst is.", None)


class Melding(Element):
    """``meldingen/<jaar>/M-….yaml``: a calamiteit or geweld that an aanbieder told of (Wmo 2015 art. 3.4)."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    id: MeldingId = veld("Nummer van de melding, gelijk aan de bestandsnaam.")
    ontvangen_op: DagVeld = veld("De dag waarop de melding binnenkwam.")
    voorgevallen_op: DatumOfNietVermeld | None = veld("Wanneer het gebeurde.", None)
    bekend_op: DagVeld | None = veld("Wanneer de aanbieder het wist.", None)
    aard: Literal["calamiteit", "geweld", "anders"] = veld("Calamiteit, geweld of anders.")
    soort: Id | None = veld("Wat voor gebeurtenis, zoals weglopen of medicatie.", None)
    binnen_definitie: JaNeeOnbekend = veld("Of het past binnen de definitie van de wet.", "onbekend")
    aanbieder: Id | None = veld("De aanbieder, als naam van een bestand in aanbieders/.", None)
    gemeente: Tekst | None = veld("De gemeente van de cliënt, zoals in toezicht.yaml.", None)
    wet: WetOfOnbekend = veld("De wet waaronder de hulp valt.")
    voorziening: Tekst | None = veld("De voorziening, zoals beschermd wonen.", None)
    omschrijving: Tekst = veld("Wat er gebeurde, zonder namen.")
    intern_onderzoek: Onderzoeksopdracht | None = veld("Het onderzoek dat de aanbieder zelf doet.", None)
    aanvullend_onderzoek: Onderzoeksopdracht | None = veld("Wat daarna nog gevraagd is.", None)
    doorverwezen_naar: Doorverwijzing | None = veld("Aan wie de melding is doorgegeven.", None)
    opvolging: tuple[Registerstap, ...] = veld("Wat er daarna gedaan is, de oudste stap eerst.", ())
    afgesloten: Afsluiting | None = veld("Wanneer en hoe de melding is afgesloten.", None)


class Gesprek(Element):
    """``gesprekken/<jaar>/G-….yaml``: a talk with an aanbieder or somebody else, outside an onderzoek."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    id: GesprekId = veld("Nummer van het gesprek, gelijk aan de bestandsnaam.")
    datum: DagVeld = veld("De dag van het gesprek.")
    soort: Literal["kwaliteitsgesprek", "na-melding", "na-signaal", "overig"] = veld("Wat voor gesprek.")
    met: Literal["aanbieder", "koepel", "gemeente", "ander"] = veld("Met wie, zonder namen.", "aanbieder")
    aanbieder: Id | None = veld("De aanbieder, als naam van een bestand in aanbieders/.", None)
    gemeenten: tuple[Tekst, ...] = veld("Gemeenten waar het over gaat, zoals in toezicht.yaml.", ())
    naar_aanleiding_van: tuple[RegisterId, ...] = veld("Melding of signaal waar dit uit volgt.", ())
    onderwerpen: tuple[Tekst, ...] = veld("Waar het over ging.", ())
    uitkomst: Literal["op-orde", "aandachtspunten", "onderzoek-nodig", "niet-beoordeeld"] | None = veld(
        "Wat de toezichthouder vond.", None
    )
    verslag: Tekst | None = veld("Kort verslag, zonder namen.", None)
    opvolging: tuple[Registerstap, ...] = veld("Wat er daarna gedaan is, de oudste stap eerst.", ())
    afgesloten: Afsluiting | None = veld("Wanneer en hoe het gesprek is afgesloten.", None)


class Registeraanbieder(Aanbieder):
    """``aanbieders/<id>.yaml``: an aanbieder as the werkmap knows it."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    id: Id = veld("Naam van de aanbieder in bestanden, gelijk aan de bestandsnaam.")
    gemeenten: tuple[Tekst, ...] = veld("Gemeenten waar de aanbieder werkt, zoals in toezicht.yaml.", ())
    voorzieningen: tuple[Tekst, ...] = veld("Wat de aanbieder biedt.", ())
    contract: JaNee | None = veld("Of er een contract is voor zorg in natura.", None)
    actief: DatumVeld | None = veld("Vanaf wanneer, en tot wanneer, de aanbieder werkt.", None)
