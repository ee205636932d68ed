"""Uitkomst: the tally of one onderzoek with all that is shown beside it."""

from typing import NamedTuple

from toezicht_cli.analysis.telling import Locatietelling, Telling, tally, tally_locaties, tally_themas
from toezicht_cli.analysis.zinnen import zin_telling
from toezicht_cli.diagnostics import CheckResult
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Thema, Toetsingskader
from toezicht_cli.models.onderzoek import Onderzoek


class Uitkomst(NamedTuple):
    """The tally, per thema and per vestiging too, and the sentence for the report."""

    onderzoek: Onderzoek
    kader: Toetsingskader
    telling: Telling
    themas: tuple[tuple[Thema, Telling], ...]
    locaties: tuple[Locatietelling, ...]
    zin: str


class Oordeelsresultaat(NamedTuple):
    """The outcome for one onderzoek: an ``uitkomst``, or None because ``check`` has a fout."""

    naam: str
    uitkomst: Uitkomst | None
    check: CheckResult


def make_uitkomst(dossier: Dossier) -> Uitkomst:
    """Return the uitkomst of a dossier without fouten.

    Raises:
        TellingError: the dossier has a fout after all.
    """
    telling = tally(dossier)
    return Uitkomst(
        onderzoek=dossier.onderzoek,
        kader=dossier.kader,
        telling=telling,
        themas=tally_themas(dossier),
        locaties=tally_locaties(dossier),
        zin=zin_telling(telling, dossier.onderzoek.aanbieder.naam),
    )
