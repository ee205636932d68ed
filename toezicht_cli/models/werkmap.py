"""Werkmap: ``toezicht.yaml``, which makes a folder the home of several onderzoeken."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.betrokkenen import Gemeente
from toezicht_cli.models.waarde import Formaat, Getal, Tekst

Zwaarte = Literal["fout", "let-op", "tip"]


class Werkmap(Element):
    """``toezicht.yaml``: whose werkmap it is."""

    formaat: Formaat = veld("Versie van dit bestandsformaat.")
    organisatie: Tekst = veld("De organisatie van de toezichthouder.")
    gemeenten: tuple[Gemeente, ...] = veld("Gemeenten waarvoor de organisatie werkt.", ())
    huisstijl: Tekst | None = veld("Bestand met de huisstijl, gezien vanuit de werkmap.", None)
    hoogstens: dict[Zwaarte, Getal] = veld("Hoeveel fouten, let-ops en tips er hoogstens mogen zijn.", {})
