"""For people: a kader on the screen: what it is, its schaal, its thema's and normen."""

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from toezicht_cli.models.datum import Datum
from toezicht_cli.models.kader import Norm, Toetsingskader
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text


def render(kader: Toetsingskader, view: View) -> str:
    """Return the whole kader, each norm with its omschrijving, grondslag and criteria."""
    parts: list[Text | Padding] = [
        plain(f"{kader.titel} ({kader.verwijzing})", "bold"),
        *_head(kader),
        Text(),
    ]
    for thema in kader.themas:
        parts.append(plain(f"{thema.id} {thema.titel}", "bold"))
        for norm in thema.normen:
            parts += [Padding(part, (0, 0, 0, indent)) for indent, part in _norm(norm)]
        parts.append(Text())
    return to_text(view, *parts)


def _head(kader: Toetsingskader) -> Iterator[Text]:
    yield plain(f"{kader.organisatie} · bron: {kader.bron}")
    vastgesteld = kader.vastgesteld_op
    if vastgesteld:
        yield plain(f"Vastgesteld: {vastgesteld.leesbaar if isinstance(vastgesteld, Datum) else vastgesteld}")
    schaal = ", ".join(f"{item.symbool} {item.label}" for item in kader.schaal.categorieen)
    yield plain(f"Schaal: {schaal or 'geen'}. Eindoordeel: {kader.eindoordeel}. Oordeel per {kader.per}.")
    if not kader.eigen_bewoording:
        yield plain("De normen zijn verkort weergegeven, in onze woorden.")
    for gemis in kader.onvolledig:
        yield plain(f"Ontbreekt: {gemis.wat} ({gemis.waarom.strip().rstrip('.')})", "yellow")


def _norm(norm: Norm) -> Iterator[tuple[int, Text]]:
    """Yield the lines of one norm with their indent."""
    yield 2, plain(f"{norm.id} {norm.titel}", "bold")
    yield 6, plain(norm.tekst_officieel or norm.omschrijving)
    for grondslag in norm.grondslag:
        lezing = " (eigen lezing)" if grondslag.eigen_lezing else ""
        yield 6, plain(f"{grondslag.bepaling}{lezing}", "dim")
    if norm.van_toepassing_op:
        yield 6, plain(f"geldt voor: {', '.join(norm.van_toepassing_op)}", "dim")
    for criterium in norm.walk_criteria():
        yield 6, plain(f"{criterium.id}  {criterium.tekst}")
    for document in norm.documenten:
        yield 6, plain(f"gevraagd: {document.omschrijving} [{document.id}]")


OUTPUT = OutputFormat("tekst", "voor mensen, op het scherm", render)
