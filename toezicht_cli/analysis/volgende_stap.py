"""Volgende stap: what to do now, from how far an onderzoek is."""

from toezicht_cli.analysis.fasen import find_stap
from toezicht_cli.analysis.voortgang import Meldingen, Voortgang
from toezicht_cli.analysis.woorden import plural


def next_step(voortgang: Voortgang, meldingen: Meldingen, *, is_leesbaar: bool) -> str:
    """Return what to do now: first what cannot be read, then fouten, then what the fase asks."""
    if not is_leesbaar or voortgang.fase is None:
        return "Herstel wat niet te lezen is. toezicht controleer wijst de regel aan en zegt wat er mis is."
    if meldingen.fouten:
        fouten = plural(meldingen.fouten, "fout", "fouten")
        return f"Los de {fouten} op. toezicht controleer wijst de regel aan en zegt wat je kunt doen."
    if voortgang.ingetrokken:
        return (
            f"Versie {voortgang.ingetrokken} is ingetrokken: er is geen geldend rapport. Laat dat weten aan "
            "wie het kreeg, of stel een nieuwe versie vast met toezicht vaststellen --herzie --reden."
        )
    return find_stap(voortgang, voortgang.fase)
