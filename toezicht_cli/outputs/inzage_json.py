"""Files that could not be read, as JSON formats name them."""

from typing import TypedDict

from toezicht_cli.analysis.inzage import Inzage


class OnleesbaarBestand(TypedDict):
    """A file that could not be read, the line where reading ended, and why."""

    bestand: str
    regel: int
    reden: str


def onleesbare_bestanden(inzage: Inzage) -> list[OnleesbaarBestand]:
    """Return the files of ``inzage`` that could not be read, under their promised keys."""
    return [
        OnleesbaarBestand(bestand=item.bestand, regel=item.regel, reden=item.reden)
        for item in inzage.onleesbaar
    ]
