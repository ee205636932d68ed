"""For a letter or a file: the chain of one norm in Markdown, the texts as they were written."""

from collections.abc import Iterable, Iterator

from toezicht_cli.analysis.ketenwoorden import (
    geen_bevinding_tekst,
    geen_punten_tekst,
    grondslag_tekst,
    norm_tekst,
    oordeel_tekst,
    opvolging_tekst,
    steun_tekst,
    uiterlijk_tekst,
)
from toezicht_cli.analysis.onderbouwing import Keten, Ketenbevinding, Onderbouwing, Onderbouwingsresultaat
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_markdown
from toezicht_cli.outputs.markdown import escape


def render(result: Onderbouwingsresultaat, _view: View) -> str:
    """Return the chain; only the head when the kader could not be read."""
    found = result.onderbouwing
    blocks = ["\n".join(head_markdown(result.inzage, f"Onderbouwing van norm {result.norm_id}")).rstrip()]
    if found is not None:
        blocks += _norm(found)
        for keten in found.ketens:
            blocks += _keten(keten, found)
        blocks += ["## Advies bij het hele onderzoek"]
        blocks.append((found.advies or "onderzoek.yaml noemt nog geen advies").strip())
    return "\n\n".join(blocks) + "\n"


def _norm(found: Onderbouwing) -> Iterator[str]:
    norm = found.norm
    yield f"## {escape(f'Norm {norm.id}: {norm.titel}')}"
    yield escape(f"Thema {found.thema.id} {found.thema.titel} · {found.kader.titel}, {found.kader.versie}")
    tekst, remark = norm_tekst(found)
    yield tekst.strip() if norm.tekst_officieel else escape(tekst)
    if remark:
        yield f"*{escape(remark)}*"
    if norm.grondslag:
        yield "Grondslag:"
        yield _list(grondslag_tekst(item) for item in norm.grondslag)
    else:
        yield "Grondslag: het kader noemt er geen"


def _keten(keten: Keten, found: Onderbouwing) -> Iterator[str]:
    where = f" op vestiging {escape(keten.locatie)}" if keten.locatie else ""
    yield f"## Feiten en bevindingen{where}"
    for bevinding in keten.bevindingen:
        yield from _bevinding(bevinding)
    if not keten.bevindingen:
        yield geen_bevinding_tekst(keten)
    if keten.positieve_punten:
        yield f"## Positieve punten{where}"
        yield _list(keten.positieve_punten)
    yield f"## Oordeel{where}"
    yield f"**{escape(oordeel_tekst(keten))}**"
    own = keten.normoordeel is not None and keten.normoordeel.conclusie is not None
    yield keten.conclusie.strip() if own else escape(keten.conclusie)
    yield f"## Wat er moet gebeuren{where}"
    if not keten.punten:
        yield geen_punten_tekst(keten)
    for punt in keten.punten or ():
        yield f"**{punt.id}** ({escape(found.name_punten(punt.soort, 1))}, {escape(uiterlijk_tekst(punt))})"
        yield punt.tekst.strip()
        if punt.opvolging:
            yield _list(opvolging_tekst(stap) for stap in punt.opvolging)
    if keten.ontbreekt:
        yield f"## Wat er mist in de onderbouwing{where}"
        yield _list(keten.ontbreekt)


def _bevinding(bevinding: Ketenbevinding) -> Iterator[str]:
    onderdelen = ", ".join(criterium.id for criterium in bevinding.criteria)
    yield f"### Bevinding {escape(bevinding.id)}{f' (onderdeel {escape(onderdelen)})' if onderdelen else ''}"
    yield bevinding.tekst.strip()
    yield _list(steun_tekst(steun) for steun in bevinding.bronnen) or "*Deze bevinding noemt geen bron.*"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {escape(item)}" for item in items)


OUTPUT = OutputFormat("markdown", "voor een brief of een dossier", render)
