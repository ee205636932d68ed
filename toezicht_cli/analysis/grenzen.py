"""Grenzen: how many findings of each weight there may be before a check fails."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toezicht_cli.diagnostics import Severity, ToezichtError, quote, suggest

_GETAL = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)
_VOORBEELD = "schrijf het zo: --hoogstens fout=0,let-op=5"


class GrenzenError(ToezichtError):
    """The limits cannot be understood, or contradict each other; the text says which, in Dutch."""


class Grenzen(NamedTuple):
    """The limits of a run: those that somebody asked for, and whether a let-op weighs as a fout.

    A fout is never allowed when no limit speaks of it; a let-op and a tip always are.
    """

    hoogstens: Mapping[Severity, int] = {}
    streng: bool = False

    def find(self, severity: Severity) -> int | None:
        """Return how many findings of a weight there may be, None when it does not matter."""
        if severity is Severity.WARNING and self.streng:
            return 0
        return self.hoogstens.get(severity, 0 if severity is Severity.ERROR else None)


class Uitslag(NamedTuple):
    """Whether a check failed, and what a reader must know about the limits to understand that."""

    gezakt: bool
    zinnen: tuple[str, ...] = ()


def read_hoogstens(teksten: Sequence[str]) -> dict[Severity, int]:
    """Return the limits in texts like ``fout=0,let-op=5``.

    Raises:
        GrenzenError: a weight is unknown or named twice, or a number is none.
    """
    found: dict[Severity, int] = {}
    for deel in (deel.strip() for tekst in teksten for deel in tekst.split(",")):
        naam, _, getal = (stuk.strip() for stuk in deel.partition("="))
        if naam not in list(Severity):
            hulp = suggest(naam, list(Severity)) or _VOORBEELD
            raise GrenzenError(f"--hoogstens kent geen {quote(naam)}: kies fout, let-op of tip", hulp)
        if not _GETAL.fullmatch(getal):
            raise GrenzenError(f"achter {naam}= hoort een geheel getal, 0 of meer", _VOORBEELD)
        if Severity(naam) in found:
            raise GrenzenError(f"--hoogstens noemt {naam} twee keer", "laat er één staan")
        found[Severity(naam)] = int(getal)
    return found


def choose_grenzen(
    werkmap: Mapping[Severity, int], opdracht: Mapping[Severity, int], *, streng: bool
) -> Grenzen:
    """Return the limits that count: for each weight that of the command, else that of the werkmap.

    Raises:
        GrenzenError: the command is strict about every let-op and allows some.
    """
    let_op = opdracht.get(Severity.WARNING, 0)
    if streng and let_op:
        message = f"--streng en --hoogstens let-op={let_op} spreken elkaar tegen"
        raise GrenzenError(message, "met --streng is elke let-op er een te veel: kies een van de twee")
    return Grenzen({**werkmap, **opdracht}, streng)


def judge_aantallen(aantallen: Mapping[Severity, int], grenzen: Grenzen) -> Uitslag:
    """Return whether the numbers of findings are within the limits, with a sentence where that needs one.

    A limit that nobody asked for needs none: a fout is a fout, and --streng says what it does.
    """
    zinnen = []
    gezakt = False
    for severity in Severity:
        aantal, grens = aantallen.get(severity, 0), grenzen.find(severity)
        te_veel = grens is not None and aantal > grens
        gezakt = gezakt or te_veel
        if te_veel and severity in grenzen.hoogstens:
            zinnen.append(f"{severity.counted(aantal)}, hoogstens {grens} toegestaan")
        elif severity is Severity.ERROR and aantal and not te_veel:
            zinnen.append(f"{severity.counted(aantal)} toegestaan door hoogstens: {severity.value}={grens}")
    return Uitslag(gezakt, tuple(zinnen))
