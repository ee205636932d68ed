"""Uitzondering: a finding that the team accepts, with a reason, in git."""

from typing import Annotated

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DagVeld
from toezicht_cli.models.waarde import Tekst, patroon

ControleCode = Annotated[str, patroon(r"[A-Z]{3}[0-9]{3}", "BRN004", 6)]


class Uitzondering(Element):
    """One accepted finding. ``plaats`` narrows it to an id or a route."""

    controle: ControleCode = veld("Code van de controle.")
    bestand: Tekst = veld("Bestand waar de melding staat, gezien vanuit de map van het onderzoek.")
    plaats: Tekst | None = veld("Nummer of naam van het onderdeel, zoals O17.", None)
    reden: Tekst = veld("Waarom de melding hier geen bezwaar is.")
    tot: DagVeld | None = veld("Laatste dag waarop de uitzondering geldt.", None)


class Uitzonderingen(Element):
    """``uitzonderingen.yaml``."""

    uitzonderingen: tuple[Uitzondering, ...] = veld("De uitzonderingen.", ())
