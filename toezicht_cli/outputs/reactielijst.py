"""Reactielijst: for people: what a returned file held, so that somebody can count it after."""

from collections.abc import Iterator
from textwrap import wrap

from toezicht_cli.analysis.reactielijst import Inlezing, Voorstel
from toezicht_cli.analysis.vreemde_tekst import show_words
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import one_line, paint

_INDENT = "     "


def render(inlezing: Inlezing, view: View) -> str:
    """Return what was read, what of it is new, what could not be placed, and what comes next."""
    lines = [paint(one_line(f"{inlezing.onderzoek}: {inlezing.bestand.naam}"), "bold", view)]
    for name, item in inlezing.nieuw:
        lines.append(f"{name}  {one_line(_describe(item))}")
        lines += wrap(
            one_line(show_words(item.reactie)), view.width, initial_indent=_INDENT, subsequent_indent=_INDENT
        )
    lines += ["", *(part for text in _walk_rest(inlezing) for part in wrap(one_line(text), view.width))]
    return "".join(f"{line}\n" for line in lines)


def count_words(inlezing: Inlezing) -> str:
    """Return the sentence that closes: all kinds, and how many reactions they are together."""
    lijst = inlezing.lijst
    kinds = [
        plural(len(lijst.opmerkingen), "opmerking", "opmerkingen"),
        plural(len(lijst.wijzigingen), "wijziging", "wijzigingen"),
    ]
    if lijst.ongemarkeerd is not None:
        kinds.append(plural(len(lijst.ongemarkeerd), "ongemarkeerde wijziging", "ongemarkeerde wijzigingen"))
    whole = plural(len(lijst.alle), "reactie", "reacties")
    return f"{', '.join(kinds)}: {whole}, waarvan {len(inlezing.nieuw)} nieuw."


def _describe(item: Voorstel) -> str:
    norm = f"norm {item.norm.norm}" if item.norm else "zonder norm"
    locatie = f", {item.norm.locatie}" if item.norm and item.norm.locatie else ""
    return f"{norm}{locatie} ({item.plek})"


def _walk_rest(inlezing: Inlezing) -> Iterator[str]:
    yield count_words(inlezing)
    zonder = [name for name, item in inlezing.nieuw if item.norm is None]
    if zonder:
        yield f"Zonder norm: {', '.join(zonder)}. Vul zelf in over welke norm de reactie gaat, als dat zo is."
    opmaak = inlezing.bestand.gelezen.opmaakwijzigingen
    if opmaak:
        yield f"{plural(opmaak, 'wijziging', 'wijzigingen')} in opmaak of witruimte: dat is geen reactie."
    if inlezing.zonder_concept:
        yield (
            "Wijzigingen zonder markering zijn niet te zien: "
            f"{inlezing.zonder_concept}. Leg het bestand zelf naast het concept."
        )
    for elders in inlezing.bestand.gelezen.elders:
        yield f"Niet gelezen: {elders}. Kijk zelf in het bestand."
    yield from _walk_next(inlezing)


def _walk_next(inlezing: Inlezing) -> Iterator[str]:
    if not inlezing.is_geschreven:
        yield "Proef: er is niets geschreven."
        return
    if inlezing.nieuw:
        yield "De reacties staan in wederhoor.yaml. Jij vult in: soort, verwerkt, motivering en gewijzigd."
    if inlezing.ontvangen_op is None:
        yield "Zet de dag van ontvangst erbij: toezicht wederhoor lees BESTAND --ontvangen-op DAG"
    if inlezing.privacy:
        found = plural(inlezing.privacy, "melding", "meldingen")
        yield f"{found} over privacy in wederhoor.yaml: toezicht controleer zegt waar."
    if inlezing.fouten:
        found = plural(inlezing.fouten, "fout", "fouten")
        yield f"{found} in wederhoor.yaml: toezicht controleer zegt wat er mis is."
