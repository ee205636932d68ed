"""For people: one page on one onderzoek, or one line for each onderzoek of a werkmap."""

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.fasen import find_fase
from toezicht_cli.analysis.komend import Komend
from toezicht_cli.analysis.perioden import known
from toezicht_cli.analysis.termijnen import Termijnstand
from toezicht_cli.analysis.voortgang import Onderzoekstatus, Status, Voortgang, describe_dagen
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.models.onderzoek import FASEN
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_lines
from toezicht_cli.outputs.terminal import plain, to_text

_MAX_NAAM = 24


def render(status: Status, view: View) -> str:
    """Return the page, or the table of a werkmap."""
    if status.werkmap:
        return to_text(view, *_werkmap(status))
    return "\n".join(to_text(view, *_page(item)) for item in status.onderzoeken)


def _page(item: Onderzoekstatus) -> Iterator[RenderableType]:
    yield from head_lines(item.inzage)
    yield plain(_fase(item))
    yield from _onleesbaar(item)
    if item.voortgang.themas:
        yield _themas(item.voortgang)
        yield plain(_total(item.voortgang))
    yield Text()
    yield from _counts(item)
    yield from _listing("Wat er mist", item.ontbreekt)
    yield from _listing("Datums", [_datum(datum) for datum in item.voortgang.datums])
    yield Text()
    yield plain("Volgende stap", "bold")
    yield Padding(plain(item.stap), (0, 0, 0, 2))
    if item.voortgang.eerste_termijn:
        yield Padding(plain(_termijn(item.voortgang.eerste_termijn)), (0, 0, 0, 2))


def _fase(item: Onderzoekstatus) -> str:
    onderzoek = item.inzage.onderzoek
    if onderzoek is None:
        return "Fase: niet te lezen"
    number = FASEN.index(onderzoek.fase) + 1
    begin = find_fase(onderzoek.fase).begint_met
    datum = known(getattr(onderzoek.momenten, begin, None)) if begin else None
    sinds = f" sinds {datum.leesbaar}" if datum else ""
    weg = f" · VERSIE {item.voortgang.ingetrokken} IS INGETROKKEN" if item.voortgang.ingetrokken else ""
    return f"Fase {number} van {len(FASEN)}: {onderzoek.fase}{sinds} · kader {onderzoek.kader}{weg}"


def _termijn(termijn: Termijnstand) -> str:
    """Return by when something must be done first, and how that day came about."""
    assert termijn.einde is not None  # noqa: S101 - what is late or runs has a last day
    assert termijn.dagen is not None  # noqa: S101 - and so lies a number of days away
    wat = f"{termijn.wat} ({termijn.onderwerp})" if termijn.onderwerp else termijn.wat
    dag = in_words(termijn.einde)
    if termijn.stand == "te-laat":
        return (
            f"Te laat, {plural(-termijn.dagen, 'dag', 'dagen')}: {wat} (uiterlijk {dag}; {termijn.uitleg})."
        )
    return f"Uiterlijk {dag}, {describe_dagen(termijn.dagen)}: {wat} ({termijn.uitleg})."


def _onleesbaar(item: Onderzoekstatus) -> Iterator[RenderableType]:
    for found in item.inzage.onleesbaar:
        text = f"✗ {found.bestand}:{found.regel} is niet te lezen: {found.reden}"
        yield plain(text, "red")


def _themas(voortgang: Voortgang) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    has_unreadable = any(thema.onleesbaar for thema in voortgang.themas)
    table.add_column("Thema", overflow="fold")
    for head in (
        _unit(voortgang),
        "getoetst",
        "met reden",
        "open",
        *(("onleesbaar",) if has_unreadable else ()),
    ):
        table.add_column(head, justify="right", no_wrap=True)
    for thema in voortgang.themas:
        counts = [thema.in_kader, thema.getoetst, thema.met_reden, len(thema.open)]
        counts += [len(thema.onleesbaar)] if has_unreadable else []
        table.add_row(plain(f"{thema.id} {thema.titel}"), *map(str, counts))
    return table


def _unit(voortgang: Voortgang) -> str:
    """Return what is counted: a norm that is judged on each vestiging has several oordelen."""
    return "oordelen" if voortgang.per_locatie else "normen"


def _given(voortgang: Voortgang) -> str:
    return "gegeven" if voortgang.per_locatie else "getoetst"


def _total(voortgang: Voortgang) -> str:
    """Return the whole in a sentence, with what the columns mean."""
    met_reden = sum(thema.met_reden for thema in voortgang.themas)
    onleesbaar = sum(len(thema.onleesbaar) for thema in voortgang.themas)
    parts = [
        f"{voortgang.getoetst} van de {voortgang.in_kader} {_unit(voortgang)} {_given(voortgang)}",
        f"{met_reden} zonder oordeel, met een reden",
        f"{len(voortgang.open)} nog open",
    ]
    parts += [f"{onleesbaar} niet te lezen"] if onleesbaar else []
    return f"{'; '.join(parts)}."


def _counts(item: Onderzoekstatus) -> Iterator[RenderableType]:
    voortgang, meldingen = item.voortgang, item.meldingen
    meld = (
        plural(meldingen.fouten, "fout", "fouten"),
        f"{meldingen.let_op} let-op",
        plural(meldingen.tips, "tip", "tips"),
    )
    rest = ", voor zover te lezen" if item.inzage.onleesbaar else ""
    bevindingen = f"{voortgang.bevindingen}, waarvan {len(voortgang.zonder_bron)} zonder bron{rest}"
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row("Controle", plain(", ".join(meld)))
    table.add_row("Bevindingen", plain(bevindingen))
    table.add_row("Punten", plain(_punten(voortgang)))
    for spoor in voortgang.sporen:
        table.add_row(spoor.id.capitalize(), plain(spoor.zin))
    yield table


def _punten(voortgang: Voortgang) -> str:
    if voortgang.punten is None:
        return "niet te lezen"
    if not voortgang.punten:
        return "nog geen"
    return (
        f"{voortgang.punten}, waarvan {voortgang.punten_zonder_datum} zonder uiterste dag "
        f"en {voortgang.punten_open} nog niet afgerond"
    )


def _listing(heading: str, lines: list[str] | tuple[str, ...]) -> Iterator[RenderableType]:
    if not lines:
        return
    yield Text()
    yield plain(heading, "bold")
    grid = Table.grid()
    for line in lines:
        grid.add_row("  – ", plain(line))
    yield grid


def _datum(komend: Komend) -> str:
    te_laat = ", dat is voorbij" if komend.is_voorbij else ""
    return f"{komend.datum.leesbaar}: {komend.wat} ({describe_dagen(komend.dagen)}{te_laat})"


def _werkmap(status: Status) -> Iterator[RenderableType]:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    longest = max(len(item.inzage.naam) for item in status.onderzoeken)
    table.add_column("Onderzoek", overflow="fold", min_width=min(longest, _MAX_NAAM))
    table.add_column("fase", no_wrap=True)
    for head in ("getoetst", "open", "fouten", "let-op"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("eerste datum", overflow="fold")
    for item in status.onderzoeken:
        voortgang = item.voortgang
        table.add_row(
            plain(item.inzage.naam),
            plain(voortgang.fase or "niet te lezen"),
            f"{voortgang.getoetst}/{voortgang.in_kader}",
            str(len(voortgang.open)),
            Text(str(item.meldingen.fouten), style="red" if item.meldingen.fouten else ""),
            str(item.meldingen.let_op),
            plain(_first(voortgang)),
        )
    yield table
    for item in status.onderzoeken:
        if item.inzage.opdruk:
            yield plain(f"{item.inzage.naam}: {item.inzage.opdruk}", "italic")
        yield from _onleesbaar(item)
    yield plain(f"{plural(len(status.onderzoeken), 'onderzoek', 'onderzoeken')} in deze werkmap.")


def _first(voortgang: Voortgang) -> str:
    first = next(iter(voortgang.datums), None)
    return f"{first.datum.leesbaar}, {describe_dagen(first.dagen)}" if first else "–"


OUTPUT = OutputFormat("tekst", "voor mensen: een bladzijde, of een regel per onderzoek", render)
