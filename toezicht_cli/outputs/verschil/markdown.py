"""For a pull request: the judgement in sight, the rest folded, and never longer than a comment may be."""

import re
from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.tekstverschil import Stuk
from toezicht_cli.analysis.verschil import (
    Hoofdstuk,
    Oordeelstand,
    Oordeelverschil,
    Regel,
    Vergelijking,
    Verschil,
)
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.markdown import escape
from toezicht_cli.outputs.verschilblokken import Blok, fit
from toezicht_cli.outputs.verschilstukken import Maat, shorten, shorten_stukken, split_space
from toezicht_cli.outputs.verschilwoorden import (
    GEEN,
    GEEN_GELEZEN,
    LEEG,
    NIETS,
    RICHTING_SIGNS,
    SIGNS,
    Zijde,
    count_oordelen,
    describe_stand,
    describe_telling,
    is_readable,
    is_unchanged,
    name_regel,
    oordelen_sentence,
    opdruk_of,
    split_hoofdstukken,
    summarize,
    warnings_of,
)

# GitHub takes 65,536 characters in a comment; a workflow may want to add a line of its own.
_ROOM = 60_000
_MAAT = Maat(rondom=90, stuk=600, wijzigingen=20)
_MOST = 600
_MOST_NAME = 200
_MOST_SUMMARY = 300
_MOST_WARNING = 2_000
_ALLES = "Alles zien: `toezicht verschil --formaat html`, tussen dezelfde versies."
# A comment would call people (@, but not in 1.1@L1) and other threads (#, !) by what stands in a text.
_REFERENCE = re.compile(r"((?<![0-9A-Za-z])@|[#!$%])(?=\w)")


def render(vergelijking: Vergelijking, _view: View) -> str:
    """Return headings, a table of oordelen and folded lists, in at most 60,000 bytes."""
    told = [item for item in vergelijking.verschillen if not is_unchanged(item)]
    same = [item for item in vergelijking.verschillen if is_unchanged(item)]
    blokken = [_head(vergelijking)]
    if len(vergelijking.verschillen) == 1:
        blokken += _blokken(vergelijking.verschillen[0], "###")
    else:
        if len(told) > 1:
            blokken.append(_overview(told))
        for item in told:
            blokken.append(Blok((f"### {_name(item)}", ""), is_hoofdzaak=True))
            blokken += _blokken(item, "####")
        blokken += _closing(same) or [Blok((NIETS, ""), is_hoofdzaak=True)] * (not told)
    found = fit(blokken, _ROOM)
    lines = list(found.regels)
    if found.weggelaten:
        left = plural(found.weggelaten, "regel past", "regels passen")
        lines += [f"**{left} hier niet.** {_ALLES}", ""]
    elif any("…" in line for line in lines):
        lines += [f"Lange teksten zijn ingekort. {_ALLES}", ""]
    return "".join(f"{line}\n" for line in lines[:-1])


def _head(vergelijking: Vergelijking) -> Blok:
    titel = "Wat is er anders"
    if len(vergelijking.verschillen) == 1:
        titel = f"{titel}: {_name(vergelijking.verschillen[0])}"
    moments = (shorten(moment, _MOST_NAME) for moment in (vergelijking.oud, vergelijking.nieuw))
    oud, nieuw = map(_words, moments)
    return Blok((f"## {titel}", "", f"Van {oud} naar {nieuw}", ""), is_hoofdzaak=True)


def _name(verschil: Verschil) -> str:
    names = dict.fromkeys((verschil.titel, verschil.onderzoek))
    return " · ".join(_words(shorten(name, _MOST_NAME)) for name in names)


def _overview(told: Sequence[Verschil]) -> Blok:
    summaries = ((item.onderzoek, _words(shorten(summarize(item), _MOST_SUMMARY))) for item in told)
    lines = (f"- `~` {_words(shorten(naam, _MOST_NAME))}: {summary}" for naam, summary in summaries)
    return Blok((), tuple(lines), ("",), is_hoofdzaak=True)


def _closing(same: Sequence[Verschil]) -> list[Blok]:
    if not same:
        return []
    names = join_some([shorten(item.onderzoek, _MOST_NAME) for item in same])
    count = plural(len(same), "onderzoek", "onderzoeken")
    return [Blok((f"{count} zonder wijzigingen: {_words(names)}.", ""), is_hoofdzaak=True)]


def _blokken(verschil: Verschil, level: str) -> Iterator[Blok]:
    """Yield the parts of one onderzoek, the judgement first and in sight."""
    opdruk = opdruk_of(verschil)
    if opdruk:
        yield Blok((f"**{_words(shorten(opdruk, _MOST_NAME))}**", ""), is_hoofdzaak=True)
    warnings = tuple(f"- **Let op:** {_words(shorten(it, _MOST_WARNING))}" for it in warnings_of(verschil))
    if warnings:
        yield Blok((), warnings, ("",), is_hoofdzaak=True)
    if verschil.is_leeg:
        yield Blok((GEEN if is_readable(verschil) else GEEN_GELEZEN, ""), is_hoofdzaak=True)
        return
    judgement, others = split_hoofdstukken(verschil)
    yield from _oordelen(verschil, level)
    telling = describe_telling(verschil)
    if telling:
        yield Blok((f"**Telling:** {_words(shorten(telling, _MOST))}", ""), is_hoofdzaak=True)
    for item in judgement:
        yield Blok((f"{level} {item.titel}", ""), _regels(item), ("",), is_hoofdzaak=True)
    punten = tuple(
        f"- `!` {_words(shorten(f'{punt.onderwerp}: {punt.bericht}', _MOST))}" for punt in verschil.na_te_gaan
    )
    if punten:
        yield Blok((f"{level} Na te gaan", ""), punten, ("",), is_hoofdzaak=True)
    for item in others:
        head = f"<details><summary>{item.titel} ({len(item.regels)})</summary>"
        yield Blok((head, ""), _regels(item), ("", "</details>", ""))


def _oordelen(verschil: Verschil, level: str) -> Iterator[Blok]:
    if verschil.soort != "gewijzigd":
        return
    if not verschil.oordelen:
        yield Blok((f"**Oordelen:** {oordelen_sentence(verschil)}", ""), is_hoofdzaak=True)
        return
    head = f"{level} Oordelen: {count_oordelen(verschil)}"
    table = ("| | Norm | Oud | Nieuw |", "| --- | --- | --- | --- |")
    yield Blok((head, "", *table), tuple(map(_row, verschil.oordelen)), ("",), is_hoofdzaak=True)


def _row(item: Oordeelverschil) -> str:
    norm = _words(shorten(f"{item.norm} {item.titel}", _MOST_NAME))
    cells = (
        f"{RICHTING_SIGNS[item.richting]} {item.richting}",
        norm,
        _stand(item.oud, "oude"),
        _stand(item.nieuw, "nieuwe"),
    )
    return f"| {' | '.join(cells)} |"


def _stand(stand: Oordeelstand | None, zijde: Zijde) -> str:
    symbool = f"{stand.symbool} " if stand else ""
    return _words(shorten(f"{symbool}{describe_stand(stand, zijde)}", _MOST_NAME))


def _regels(hoofdstuk: Hoofdstuk) -> tuple[str, ...]:
    return tuple(map(_regel, hoofdstuk.regels))


def _regel(regel: Regel) -> str:
    """Return a difference as one item of a list, on one line."""
    start = f"- `{SIGNS[regel.soort]}` {_words(shorten(name_regel(regel), _MOST_NAME))}"
    if regel.stukken:
        return f"{start}<br>{_diff(regel.stukken)}"
    values: tuple[str | None, ...] = (regel.oud, regel.nieuw)
    if regel.soort in {"nieuw", "vervallen"}:
        values = (regel.nieuw if regel.soort == "nieuw" else regel.oud,)
    shown = [_words(shorten(value, _MOST)) or LEEG for value in values if value is not None]
    return f"{start}: {' → '.join(shown)}" if shown else start


def _diff(stukken: Sequence[Stuk]) -> str:
    """Return the words that changed as ``~~weg~~ **nieuw**``, with some words around them.

    A mark counts only where it touches a word on its inner side; beside other signs it needs a space.
    """
    shown = shorten_stukken(stukken, _MAAT)
    text = ""
    needs_space = False
    for stuk in shown.stukken:
        before, core, after = split_space(stuk.tekst)
        mark = {"gelijk": "", "weg": "~~", "nieuw": "**"}[stuk.soort]
        if not core:
            text += stuk.tekst[:1]
            continue
        is_tight = core[0].isalnum() and text[-1:].isalnum()
        if text and not text.endswith(" ") and (before or needs_space or (mark and not is_tight)):
            text += " "
        text += f"{mark}{_words(core)}{mark}{after}"
        needs_space = bool(mark) and not after and not core[-1].isalnum()
    if shown.weggelaten:
        text += f" … (en nog {plural(shown.weggelaten, 'andere plek', 'andere plekken')})"
    return text.strip()


def _words(text: str) -> str:
    """Return words of the user for the middle of a line: no markup, no reference to a person or thread."""
    # After a letter nothing is at the start of a line, where ``escape`` treats some signs differently.
    line = escape(f"x{' '.join(text.split())}")[1:]
    return _REFERENCE.sub(r"\1&#8203;", line.replace("~", r"\~"))


OUTPUT = OutputFormat("markdown", "voor een pull request: past in één reactie", render)
