"""Geraamte: the texts of the files of a new onderzoek: what is known filled in, the rest explained.

An empty key is absent to the reader, so the files hold no made-up value; comment lines say what each
field is for. Words of the user and of the kader pass through a safe writer.
"""

import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toezicht_cli.loading.vertrouwelijk import VERTROUWELIJK, list_sleutelpatronen
from toezicht_cli.loading.yaml_schrijven import write_list, write_scalar
from toezicht_cli.models.kader import Criterium, Norm, Toetsingskader

_WIDTH = 100


class Aanvraag(NamedTuple):
    """What somebody wants: the answers to the questions of ``toezicht nieuw``."""

    id: str
    kader: str
    aanbieder: str
    soort_toezicht: str
    titel: str | None = None
    gemeenten: tuple[str, ...] = ()
    vestigingen: tuple[str, ...] = ()
    locaties: tuple[str, ...] = ()
    aanbieder_id: str | None = None
    naar_aanleiding_van: tuple[str, ...] = ()

    @property
    def vestiging_ids(self) -> tuple[str, ...]:
        """Return the numbers of the vestigingen: ``locaties`` when they have one already, else L1, L2 …"""
        if self.locaties:
            return self.locaties
        return tuple(f"L{number}" for number in range(1, len(self.vestigingen) + 1))


def build_bestanden(aanvraag: Aanvraag, kader: Toetsingskader, kader_hash: str) -> dict[str, str]:
    """Return the text of every file by its name; ``onderzoek.yaml``, which makes it a case, is last."""
    sleutels = "\n".join(list_sleutelpatronen())
    bestanden = {".gitignore": _GITIGNORE.format(map=VERTROUWELIJK, sleutels=sleutels)}
    for norm in kader.normen:
        for locatie in aanvraag.vestiging_ids if kader.per == "locatie" else (None,):
            name = f"{norm.id}@{locatie}" if locatie else norm.id
            bestanden[f"bevindingen/{name}.yaml"] = _normoordeel(norm, kader, locatie)
    return bestanden | {
        "bronnen.yaml": _BRONNEN,
        "verbeterpunten.yaml": _VERBETERPUNTEN.format(norm=write_scalar(kader.normen[0].id)),
        "onderzoek.yaml": _onderzoek(aanvraag, kader_hash),
    }


def _onderzoek(aanvraag: Aanvraag, kader_hash: str) -> str:
    return _ONDERZOEK.format(
        id=write_scalar(aanvraag.id),
        titel=write_scalar(aanvraag.titel or aanvraag.aanbieder),
        kader=aanvraag.kader,
        kader_hash=kader_hash,
        soort_toezicht=write_scalar(aanvraag.soort_toezicht),
        aanbieder=_aanbieder(aanvraag),
        naar_aanleiding_van=_naar_aanleiding_van(aanvraag),
        vestigingen=_block("  vestigingen:", _vestigingen(aanvraag), "{id: L1, naam: Kantoor, plaats: …}"),
        gemeenten=_block("gemeenten:", _gemeenten(aanvraag), "{naam: …}"),
    )


def _aanbieder(aanvraag: Aanvraag) -> str:
    """Return the lines of the aanbieder: its id in ``aanbieders/`` where that is known, and its name."""
    naam = f"  naam: {write_scalar(aanvraag.aanbieder)}"
    return f"  id: {write_scalar(aanvraag.aanbieder_id)}\n{naam}" if aanvraag.aanbieder_id else naam


def _naar_aanleiding_van(aanvraag: Aanvraag) -> str:
    """Return the line that ties the onderzoek to the registers, empty when it follows from nothing there."""
    nummers = aanvraag.naar_aanleiding_van
    return f"naar_aanleiding_van: {write_list(nummers)}\n" if nummers else ""


def _vestigingen(aanvraag: Aanvraag) -> Iterator[str]:
    for locatie, naam in zip(aanvraag.vestiging_ids, aanvraag.vestigingen, strict=True):
        yield f"    - id: {locatie}"
        yield f"      naam: {write_scalar(naam)}"
        yield "      plaats:"


def _gemeenten(aanvraag: Aanvraag) -> Iterator[str]:
    for naam in aanvraag.gemeenten:
        yield f"  - naam: {write_scalar(naam)}"


def _block(key: str, lines: Iterable[str], example: str) -> str:
    """Return ``key`` with its lines, or empty with an example in a comment."""
    found = list(lines)
    return "\n".join([key, *found]) if found else f"{key}  # bijvoorbeeld - {example}"


def _normoordeel(norm: Norm, kader: Toetsingskader, locatie: str | None) -> str:
    keuzes = ", ".join(categorie.id for categorie in kader.schaal.categorieen)
    lines = [*_comment(f"Norm {norm.id}: {norm.titel}"), "#", *_uitleg(norm, kader), "#"]
    lines += [f"norm: {_quoted(norm.id)}"]
    lines += [f"locatie: {locatie}"] if locatie else []
    lines += [
        *_comment(f"Kies één van deze woorden: {keuzes}."),
        "oordeel:",
        "# Geen oordeel? Laat oordeel leeg, kies een status en geef de reden. Een status is niet-getoetst,",
        "# niet-van-toepassing, eerder-getoetst, meegewogen of buiten-reikwijdte.",
        "status:",
        "reden:",
        "# Wat er gezien, gelezen of gehoord is, met de bronnen. Haal # weg om te beginnen:",
        "bevindingen:",
        "#  - id: a",
        "#    tekst: |",
        "#      Schrijf hier op wat je zag [@D01].",
        "#    bronnen: [D01]",
        *_criteria_voorbeeld(norm),
        "# Wat goed gaat, elk punt op een eigen regel met een streepje:",
        "positieve_punten:",
    ]
    return "".join(f"{line}\n" for line in lines)


def _criteria_voorbeeld(norm: Norm) -> list[str]:
    return [f"#    criteria: {write_list((norm.criteria[0].id,))}"] if norm.criteria else []


def _uitleg(norm: Norm, kader: Toetsingskader) -> Iterator[str]:
    """Yield what the norm asks, as comment lines."""
    if norm.tekst_officieel:
        yield from _comment(norm.tekst_officieel)
    else:
        yield from _comment(norm.omschrijving)
        if not kader.eigen_bewoording:
            yield "# (Verkort weergegeven: de officiële tekst staat niet in dit bestand.)"
    if norm.criteria:
        yield "#"
        yield "# Onderdelen van de norm:"
        yield from _criteria(norm.criteria, "")
    if norm.documenten:
        yield "#"
        yield "# Documenten om op te vragen:"
        for document in norm.documenten:
            yield from _comment(f"{document.id}: {document.omschrijving}", "  - ")


def _criteria(criteria: Iterable[Criterium], indent: str) -> Iterator[str]:
    for criterium in criteria:
        yield from _comment(f"{criterium.id}: {criterium.tekst}", f"{indent}  - ")
        yield from _criteria(criterium.criteria, f"{indent}  ")


def _comment(text: str, first: str = "") -> list[str]:
    """Return words as comment lines of a fair width; whatever they hold, they stay a comment."""
    words = " ".join(text.split())
    rest = " " * len(first)
    return textwrap.wrap(words, _WIDTH, initial_indent=f"# {first}", subsequent_indent=f"# {rest}")


def _quoted(norm_id: str) -> str:
    """Return a norm id between quotes, always: 1.10 is text, and it looks the same in every file."""
    return f'"{norm_id}"'


_GITIGNORE = """\
# Wat hierin staat, komt nooit in git: namen, dossiers, alles wat tot een persoon te herleiden is.
{map}/
# De sleutel van een pseudoniem hoort daar ook. Staat zij toch ergens anders, dan komt zij evenmin in git.
{sleutels}
"""

_BRONNEN = """\
# De bronnenlijst: één regel per bron. Verwijs in een bevinding naar een bron met het nummer (id).
# soort: interview, clientdossier, personeelsdossier, beleidsdocument, observatie, melding of overig.
# rol (bij een interview): client, medewerker, ketenpartner, naaste of overig.
# Schrijf datums als 2025-01-23, 2025-01, 2025 of 2024-07/2025-06. Staat iets niet in de bron: niet-vermeld.
# Noem geen namen van personen: gebruik een aanduiding, zoals Cliënt A.
# Haal # weg om te beginnen:
bronnen:
#  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A, datum: 2025-03-03}
#  - {id: D01, soort: clientdossier, aanduiding: Cliëntdossiers, aantal: 7, datum: 2025-01-23}
#  - {id: B01, soort: beleidsdocument, titel: Meldcode, ontvangen_op: 2025-01-23, versie: "2"}
"""

_VERBETERPUNTEN = """\
# Wat er beter moet. soort: verbeterpunt, of vereiste-aanpassing bij een norm die niet gehaald is.
# uiterlijk: een dag, zoals 2025-09-01, of zo-spoedig-mogelijk.
# Haal # weg om te beginnen:
verbeterpunten:
#  - id: V01
#    norm: {norm}
#    soort: verbeterpunt
#    tekst: Begin met een werkwoord en noem het resultaat.
#    uiterlijk: zo-spoedig-mogelijk
"""

_ONDERZOEK = """\
# Het onderzoek. Wat achter een # staat is uitleg: je mag het weghalen.
# Een veld zonder waarde telt als niet ingevuld. Vul in wat je weet, en laat leeg wat je nog niet weet.
# Een lange tekst begint met | en gaat op de volgende regel verder, met twee spaties ervoor.
formaat: 1
id: {id}  # gelijk aan de naam van de map
titel: {titel}
kader: {kader}
# De vingerafdruk van het kader nu. Verandert het kader later, dan valt dat op. Pas hem niet aan.
kader_hash: {kader_hash}
soort_toezicht: {soort_toezicht}
werkvorm:  # bijvoorbeeld: bezoek, interviews en dossiercontrole
aangekondigd:  # ja of nee
domein: [kwaliteit]  # kwaliteit, rechtmatigheid of beide: [kwaliteit, rechtmatigheid]

aanbieder:
{aanbieder}
  rechtsvorm:
  kvk:
{vestigingen}
  financiering:  # zin, pgb of onderaanneming, bijvoorbeeld: [zin, pgb]

# De gemeenten waarvoor het onderzoek is. Noem je ze niet, vul dan de regio in.
{gemeenten}
regio:

# Wie het onderzoek doet, met de aanwijzing als toezichthouder (Wmo 2015, artikel 6.1).
onderzoekers:
#  - naam: Toezichthouder 1
#    functie: toezichthouder Wmo
#    aanwijzing: {{door: college van …, vanaf: 2025-01-01}}

bezoeken:  # bijvoorbeeld - {{datum: 2025-02-03, door: [Toezichthouder 1], aangekondigd: ja}}
onderzoeksperiode:  # waarin je onderzoekt, bijvoorbeeld: 2025-01/2025-04
looptijd:  # van de eerste handeling tot het einde

reikwijdte:
  omschrijving:  # waar het onderzoek over gaat
  voorzieningen:  # bijvoorbeeld: [ambulante begeleiding]
  niet_onderzocht:  # bijvoorbeeld - {{wat: beschermd wonen, waarom: De aanbieder biedt dat niet.}}

steekproeven:
#  - {{id: dossiers, wat: cliëntdossiers, populatie: 40, omvang: 7, wijze: aselect}}

{naar_aanleiding_van}aanleiding:  # waarom dit onderzoek begon
werkwijze:  # hoe je onderzoekt
beschrijving:  # wie de aanbieder is

# De fase: voorbereiding, uitvoering, conceptrapport, reactie-aanbieder of definitief.
fase: voorbereiding
momenten:
  aangekondigd_op:
  gestart_op:
  concept_verzonden_op:
  reactie_ontvangen_op:
  vastgesteld_op:
  verzonden_op:

vervolg:  # wat er na het rapport gebeurt
advies:  # advies aan de gemeenten
begrippen:  # bijvoorbeeld - {{term: VOG, uitleg: Verklaring omtrent het gedrag.}}
"""
