"""Onderzoek: one investigation of one aanbieder, the unit of work."""

from typing import Literal, get_args

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.betrokkenen import Aanbieder, Bezoek, Gemeente, Onderzoeker
from toezicht_cli.models.datum import DagVeld, DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.waarde import (
    CategorieId,
    Cijferwaarde,
    Formaat,
    Getal,
    Id,
    JaNee,
    KaderVerwijzing,
    Opmaak,
    RegisterId,
    Sha256,
    Tekst,
)

Fase = Literal["voorbereiding", "uitvoering", "conceptrapport", "reactie-aanbieder", "definitief"]
FASEN: tuple[Fase, ...] = get_args(Fase)
FASE_VANAF_CONCEPT = FASEN.index("conceptrapport")
Domein = Literal["kwaliteit", "rechtmatigheid"]


class NietOnderzocht(Element):
    """Something that the onderzoek openly left out."""

    wat: Tekst = veld("Wat niet onderzocht is.")
    waarom: Tekst | None = veld("Waarom niet.", None)
    normen: tuple[Tekst, ...] = veld("Normen die daardoor buiten de reikwijdte vallen.", ())


class Reikwijdte(Element):
    """What the onderzoek covers, and what was not done."""

    omschrijving: Opmaak | None = veld("Waar het onderzoek over gaat.", None)
    voorzieningen: tuple[Tekst, ...] = veld("Onderzochte voorzieningen.", ())
    niet_onderzocht: tuple[NietOnderzocht, ...] = veld("Wat niet onderzocht is en waarom.", ())


class Steekproef(Element):
    """A sample: ``omvang`` out of ``populatie``, and how it was drawn."""

    id: Id = veld("Naam van de steekproef, waar een bron naar verwijst.")
    wat: Tekst = veld("Waaruit de steekproef is getrokken, zoals cliëntdossiers.")
    populatie: Cijferwaarde | None = veld("Hoeveel er in totaal zijn.", None)
    omvang: Getal = veld("Hoeveel er bekeken zijn.")
    wijze: Tekst = veld("Hoe er gekozen is, zoals aselect, of niet-vermeld.")


class Eindoordeel(Element):
    """The oordeel over the whole, with what it covers."""

    oordeel: CategorieId = veld("Een categorie van de schaal voor het eindoordeel.")
    strekking: Opmaak = veld("Waar het eindoordeel over gaat, en waarover niet.")


class Begrip(Element):
    """A word or abbreviation, explained."""

    term: Tekst = veld("Het begrip of de afkorting.")
    uitleg: Tekst = veld("Wat het betekent.")


class Openbaarmaking(Element):
    """How far the publication is: it runs beside the fasen."""

    status: Literal["nog-niet-besloten", "voorgenomen", "openbaar", "niet-openbaar"] = veld(
        "Hoe ver de openbaarmaking is."
    )
    reden: Tekst | None = veld("Waarom niet, of nog niet.", None)
    vindplaats: Tekst | None = veld("Waar het rapport staat.", None)


class Momenten(Element):
    """The dates of the course of the onderzoek."""

    aangekondigd_op: DatumOfNietVermeld | None = veld("Aankondiging aan de aanbieder.", None)
    gestart_op: DatumOfNietVermeld | None = veld("Begin van het onderzoek.", None)
    concept_verzonden_op: DatumOfNietVermeld | None = veld("Conceptrapport naar de aanbieder.", None)
    reactie_ontvangen_op: DatumOfNietVermeld | None = veld("Reactie van de aanbieder binnen.", None)
    vastgesteld_op: DatumOfNietVermeld | None = veld("Rapport vastgesteld.", None)
    verzonden_op: DatumOfNietVermeld | None = veld("Rapport verzonden.", None)
    openbaar_op: DatumOfNietVermeld | None = veld("Rapport openbaar gemaakt.", None)
    verbeterplan_ontvangen_op: DatumOfNietVermeld | None = veld("Verbeterplan van de aanbieder binnen.", None)


class Kadermigratie(Element):
    """The trail of an onderzoek that went over to another edition of its kader; written by the tool."""

    datum: DagVeld = veld("De dag van de overgang.")
    van: KaderVerwijzing = veld("Het kader waaraan eerst getoetst werd.")
    naar: KaderVerwijzing = veld("Het kader waaraan daarna getoetst wordt.")
    vervallen: tuple[Tekst, ...] = veld("Normen die in het nieuwe kader niet meer bestaan.", ())
    gewijzigd: tuple[Tekst, ...] = veld("Normen waarvan de inhoud veranderde: hun oordeel moet opnieuw.", ())


class Onderzoek(Element):
    """``onderzoek.yaml``."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    id: Id = veld("Naam van het onderzoek, gelijk aan de map.")
    titel: Tekst = veld("Titel voor de lezer.")
    opdruk: Tekst | None = veld("Waarschuwing op elke pagina, zoals 'bewerkt voorbeeld'.", None)
    bron: Tekst | None = veld("Document waar een voorbeeld op rust.", None)
    kader: KaderVerwijzing = veld("Het toetsingskader, als naam@versie.")
    kader_hash: Sha256 | None = veld("Vingerafdruk van het kader toen het onderzoek begon.", None)
    soort_toezicht: Id = veld("Soort toezicht, zoals signaalgestuurd of proactief.")
    werkvorm: Tekst | None = veld("Vorm van het onderzoek, zoals bezoek of documenttoets.", None)
    aangekondigd: JaNee | None = veld("Of het onderzoek aangekondigd was: ja of nee.", None)
    domein: tuple[Domein, ...] = veld("Kwaliteit, rechtmatigheid of beide.", minstens=1)
    aanbieder: Aanbieder = veld("De aanbieder.")
    gemeenten: tuple[Gemeente, ...] = veld("Gemeenten waarvoor het onderzoek is.", ())
    regio: Tekst | None = veld("De regio, als de gemeenten niet genoemd zijn.", None)
    onderzoekers: tuple[Onderzoeker, ...] = veld("Wie het onderzoek deed.", ())
    bezoeken: tuple[Bezoek, ...] = veld("Bezoeken aan de aanbieder.", ())
    onderzoeksperiode: DatumVeld | None = veld("De periode waarin onderzocht is.", None)
    looptijd: DatumVeld | None = veld("Van eerste handeling tot einde.", None)
    reikwijdte: Reikwijdte | None = veld("Wat er wel en niet onderzocht is.", None)
    steekproeven: tuple[Steekproef, ...] = veld("Steekproeven.", ())
    aanleiding: Opmaak | None = veld("Waarom het onderzoek begon.", None)
    werkwijze: Opmaak | None = veld("Hoe er onderzocht is.", None)
    beschrijving: Opmaak | None = veld("Beschrijving van de aanbieder.", None)
    fase: Fase = veld("Hoe ver het onderzoek is.")
    momenten: Momenten | None = veld("De datums van het verloop.", None)
    openbaarmaking: Openbaarmaking | None = veld("Hoe ver de openbaarmaking is.", None)
    samen_met: tuple[Tekst, ...] = veld("Andere toezichthouders die meededen.", ())
    naar_aanleiding_van: tuple[RegisterId, ...] = veld("Melding, signaal of gesprek waar dit uit volgt.", ())
    kadermigraties: tuple[Kadermigratie, ...] = veld(
        "De overgangen naar een ander kader, de oudste eerst.", ()
    )
    hertoets_van: Id | None = veld("Het onderzoek waarvan dit de hertoets is.", None)
    eindoordeel: Eindoordeel | None = veld("Het oordeel over het geheel.", None)
    conclusies: Opmaak | None = veld("Tekst bij de telling; de telling zelf schrijft het programma.", None)
    vervolg: Opmaak | None = veld("Wat er na het rapport gebeurt.", None)
    advies: Opmaak | None = veld("Advies aan de gemeenten.", None)
    begrippen: tuple[Begrip, ...] = veld("Begrippen en afkortingen met hun uitleg.", ())
    bewaren_tot: DatumVeld | None = veld("Tot wanneer het onderzoek bewaard wordt.", None)

    @property
    def is_vanaf_concept(self) -> bool:
        """Whether the onderzoek is at the conceptrapport or further."""
        return FASEN.index(self.fase) >= FASE_VANAF_CONCEPT
