"""Werkmap: ``toezicht.yaml``, which makes a folder the home of several onderzoeken."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.betrokkenen import Gemeente
from toezicht_cli.models.termijn import Termijn
from toezicht_cli.models.waarde import Formaat, Getal, Id, JaNee, KaderVerwijzing, Tekst

Zwaarte = Literal["fout", "let-op", "tip"]


class Trede(Element):
    """One step of the interventieladder: what may be done, on which ground, and who decides."""

    id: Id = veld("Naam van de trede, zoals plan-van-aanpak.")
    titel: Tekst = veld("Wat de trede inhoudt.")
    groep: Literal["advies-en-stimulering", "corrigerend", "verder"] = veld(
        "Advies van de toezichthouder, een besluit van het college, of wat daarbuiten valt."
    )
    besluit_door: Literal["toezichthouder", "college", "ander"] = veld("Wie erover besluit.")
    grondslag: Tekst | None = veld("Waar de trede op rust.", None)
    bezwaar: JaNee | None = veld("Of er bezwaar tegen mogelijk is.", None)


class SoortToezicht(Element):
    """One kind of toezicht of the organisation, with the kader and the sjabloon that go with it."""

    id: Id = veld("Naam van de soort, zoals signaalgestuurd.")
    titel: Tekst = veld("Hoe de soort heet voor een lezer.")
    groep: Literal["preventief", "reactief"] = veld("Of de soort vooraf kijkt of ergens op reageert.")
    uitleg: Tekst | None = veld("Wanneer deze soort aan de orde is.", None)
    kader: KaderVerwijzing | None = veld("Het toetsingskader dat bij deze soort hoort.", None)
    sjabloon: Tekst | None = veld("Het sjabloon voor het rapport van deze soort.", None)


class Werkmap(Element):
    """``toezicht.yaml``: whose werkmap it is."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    organisatie: Tekst = veld("De organisatie van de toezichthouder.")
    gemeenten: tuple[Gemeente, ...] = veld("Gemeenten waarvoor de organisatie werkt.", ())
    huisstijl: Tekst | None = veld("Bestand met de huisstijl, gezien vanuit de werkmap.", None)
    termijnen: tuple[Termijn, ...] = veld("Hoe lang iets mag duren.", ())
    interventieladder: tuple[Trede, ...] = veld("De stappen die er zijn, de lichtste eerst.", ())
    soorten_toezicht: tuple[SoortToezicht, ...] = veld(
        "De soorten toezicht; zonder deze: de vier gewone.", ()
    )
    afwegingskader: KaderVerwijzing | None = veld("Het afwegingskader voor signalen.", None)
    hoogstens: dict[Zwaarte, Getal] = veld("Hoeveel fouten, let-ops en tips er hoogstens mogen zijn.", {})
