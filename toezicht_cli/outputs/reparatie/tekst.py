"""For people: one line per repair, what could not be repaired, and a closing line that counts."""

from toezicht_cli.loading.repareren import DATUM, VOLGORDE, Mislukt, Reparatie, Wijziging
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint

_NAMES_SHOWN = 4


def render(reparatie: Reparatie, view: View) -> str:
    """Return the repairs in the order of the files, then the failures, then the counts."""
    lines = [_wijziging(wijziging, view) for wijziging in reparatie.wijzigingen]
    for mislukt in reparatie.mislukt:
        lines += _mislukt(mislukt, view)
    return "".join(f"{line}\n" for line in [*lines, _summary(reparatie)])


def _wijziging(wijziging: Wijziging, view: View) -> str:
    place = paint(one_line(f"{wijziging.file}:{wijziging.line}"), "bold", view)
    oud, nieuw = _words(wijziging.soort, wijziging.oud), _words(wijziging.soort, wijziging.nieuw)
    return f"{place}  {wijziging.soort}: {oud} → {nieuw}"


def _words(soort: str, words: str) -> str:
    """Return old or new words. A date that was understood is shown whole, any other long number masked."""
    if soort == DATUM:
        return " ".join(words.split())
    names = words.split(", ")
    if soort == VOLGORDE and len(names) > _NAMES_SHOWN:
        return one_line(", ".join([*names[: _NAMES_SHOWN - 1], "…", names[-1]]))
    return one_line(words)


def _mislukt(mislukt: Mislukt, view: View) -> list[str]:
    head = f"{paint(one_line(mislukt.file), 'bold', view)}  {paint(one_line(mislukt.message), 'red', view)}"
    return [head, f"        {one_line(mislukt.help)}"] if mislukt.help else [head]


def _summary(reparatie: Reparatie) -> str:
    count = len(reparatie.wijzigingen)
    if not count:
        return "Er is niets gerepareerd." if reparatie.mislukt else "Er is niets te repareren."
    amount = (
        f"{_count(count, 'reparatie', 'reparaties')} in {_count(reparatie.files, 'bestand', 'bestanden')}"
    )
    if reparatie.proef:
        return f"{amount} mogelijk. Dit was een proef: er is niets veranderd."
    return f"{amount} gedaan."


def _count(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


OUTPUT = OutputFormat("tekst", "voor mensen: een regel per reparatie", render)
