"""For people: first what changed in the judgement, then the rest, with a sign before every line."""

from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.tekstverschil import Stuk
from toezicht_cli.analysis.verschil import Hoofdstuk, Oordeelverschil, Regel, Soort, Vergelijking, Verschil
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.loopregel import Deel, flow
from toezicht_cli.outputs.terminal import one_line, paint
from toezicht_cli.outputs.verschilstukken import Maat, shorten, shorten_stukken, split_space
from toezicht_cli.outputs.verschilwoorden import (
    GEEN,
    GEEN_GELEZEN,
    LEEG,
    NIETS,
    RICHTING_SIGNS,
    SIGNS,
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

_MAAT = Maat(rondom=60, stuk=320, wijzigingen=12)
_MOST = 240
_SCREEN = 40
_MIN_TITEL = 16
_SOORT_STYLES: dict[Soort, str] = {
    "nieuw": "green",
    "vervallen": "red",
    "gewijzigd": "yellow",
    "volgorde": "yellow",
}
_RICHTING_STYLES = {"strenger": "red", "milder": "green", "anders": "yellow"}
_MOST_ORDER = 100
_MOST_NAME = 160
_RULE = 80
_ALLES = "Lange teksten zijn ingekort. Alles zien: dezelfde opdracht met --formaat html"


def render(vergelijking: Vergelijking, view: View) -> str:
    """Return the difference of every onderzoek; those without any are one line at the end."""
    told = [item for item in vergelijking.verschillen if not is_unchanged(item)]
    same = [item for item in vergelijking.verschillen if is_unchanged(item)]
    blocks = [[*_moments(vergelijking, view)]]
    if len(vergelijking.verschillen) == 1:
        only = vergelijking.verschillen[0]
        blocks = [[*_title(only, view), *blocks[0]], *_blocks(only, view)]
    else:
        if len(told) > 1:
            blocks.append(_overview(told, "Overzicht", view))
        for item in told:
            blocks += [["─" * min(view.width, _RULE), *_title(item, view)], *_blocks(item, view)]
        blocks.append(_closing(same, view) or [NIETS] * (not told))
    blocks += _ending(blocks, told, view)
    return "\n".join("".join(f"{line.rstrip()}\n" for line in block) for block in blocks if block)


def _ending(blocks: Sequence[Sequence[str]], told: Sequence[Verschil], view: View) -> list[list[str]]:
    """Return the judgement once more where it has left the screen, and how to see what was cut."""
    lines = [line for block in blocks for line in block]
    ending = []
    if len(lines) > _SCREEN:
        ending.append(_overview(told, "In het kort", view))
    if any("…" in line for line in lines):
        ending.append(_flow(_ALLES, view, stijl="dim"))
    return ending


def _title(verschil: Verschil, view: View) -> list[str]:
    name = f"{verschil.titel} · {verschil.onderzoek}"
    shown = verschil.onderzoek if verschil.titel == verschil.onderzoek else name
    return [*_flow(shown, view, stijl="bold"), *_flow(opdruk_of(verschil) or "", view, stijl="dim")]


def _moments(vergelijking: Vergelijking, view: View) -> list[str]:
    oud, nieuw = one_line(vergelijking.oud), one_line(vergelijking.nieuw)
    whole = f"van  {oud}   naar  {nieuw}"
    if len(whole) <= view.width:
        return [whole]
    return [*_flow(oud, view, "van   ", "      "), *_flow(nieuw, view, "naar  ", "      ")]


def _overview(told: Sequence[Verschil], heading: str, view: View) -> list[str]:
    names = len(told) > 1
    lines = [paint(heading, "bold", view)]
    for item in told:
        start = [Deel(f"{one_line(item.onderzoek)}: ", "bold")] if names else []
        lines += flow([*start, Deel(one_line(summarize(item) or "zie hieronder"))], view, "  ", "      ")
    return lines


def _closing(same: Sequence[Verschil], view: View) -> list[str]:
    if not same:
        return []
    names = join_some([item.onderzoek for item in same])
    count = plural(len(same), "onderzoek", "onderzoeken")
    return _flow(f"{count} zonder wijzigingen: {names}.", view)


def _blocks(verschil: Verschil, view: View) -> list[list[str]]:
    """Return the parts of one onderzoek, the judgement first."""
    warnings = [line for words in warnings_of(verschil) for line in _marked("!", "yellow", words, view)]
    if verschil.is_leeg:
        return [warnings, [GEEN if is_readable(verschil) else GEEN_GELEZEN]]
    judgement, others = split_hoofdstukken(verschil)
    return [
        warnings,
        [*_oordelen(verschil, view), *_telling(verschil, view)],
        *(_hoofdstuk(item, view) for item in judgement),
        _na_te_gaan(verschil, view),
        *(_hoofdstuk(item, view) for item in others),
    ]


def _oordelen(verschil: Verschil, view: View) -> list[str]:
    if verschil.soort != "gewijzigd":
        return []
    head = paint("Oordelen", "bold", view)
    if not verschil.oordelen:
        return [f"{head}  {oordelen_sentence(verschil)}"]
    rows = [(item, _stands(item)) for item in verschil.oordelen]
    norm = max(len(one_line(item.norm)) for item in verschil.oordelen)
    room = view.width - len("  ▲ strenger  ") - norm - 2
    left = room - 3 - max(len(stands) for _, stands in rows)
    wide = max(_MIN_TITEL, min(left, max(len(one_line(item.titel)) for item in verschil.oordelen)))
    lines = [f"{head}  {count_oordelen(verschil)}"]
    for item, stands in rows:
        sign = paint(
            f"{RICHTING_SIGNS[item.richting]} {item.richting:8}", _RICHTING_STYLES[item.richting], view
        )
        start = f"  {sign}  {one_line(item.norm):{norm}}"
        if left >= _MIN_TITEL:
            lines.append(f"{start}  {shorten(item.titel, wide):{wide}}   {stands}")
        else:
            lines.append(f"{start}  {shorten(item.titel, max(_MIN_TITEL, room))}")
            lines += _flow(stands, view, " " * 14, " " * 16)
    return lines


def _stands(item: Oordeelverschil) -> str:
    return one_line(f"{describe_stand(item.oud, 'oude')} → {describe_stand(item.nieuw, 'nieuwe')}")


def _telling(verschil: Verschil, view: View) -> list[str]:
    words = describe_telling(verschil)
    if words is None:
        return []
    return flow([Deel("Telling ", "bold"), Deel(one_line(words))], view, "", " " * 10)


def _na_te_gaan(verschil: Verschil, view: View) -> list[str]:
    lines = [
        line
        for punt in verschil.na_te_gaan
        for line in _marked("!", "yellow", f"{punt.onderwerp}: {punt.bericht}", view)
    ]
    return [paint("Na te gaan", "bold", view), *lines] if lines else []


def _hoofdstuk(hoofdstuk: Hoofdstuk, view: View) -> list[str]:
    lines = [line for regel in hoofdstuk.regels for line in _regel(regel, view)]
    return [paint(hoofdstuk.titel, "bold", view), *lines]


def _regel(regel: Regel, view: View) -> Iterator[str]:
    sign = Deel(SIGNS[regel.soort], _SOORT_STYLES[regel.soort])
    name = shorten(name_regel(regel), _MOST_NAME)
    if regel.stukken:
        yield from flow([sign, Deel(f" {name}")], view, "  ", "      ")
        yield from _words(regel.stukken, view)
        return
    values = _values(regel)
    yield from flow([sign, Deel(f" {name}{': ' if values else ''}{values}")], view, "  ", "      ")


def _values(regel: Regel) -> str:
    """Return old and new, or the one that there is; nothing when the line says all."""
    if regel.soort == "nieuw":
        return shorten(regel.nieuw or "", _MOST)
    if regel.soort == "vervallen":
        return shorten(regel.oud or "", _MOST)
    most = _MOST_ORDER if regel.soort == "volgorde" else _MOST
    values = [shorten(value, most) or LEEG for value in (regel.oud, regel.nieuw) if value is not None]
    return " → ".join(values)


def _words(stukken: Sequence[Stuk], view: View) -> list[str]:
    """Return the words that changed between signs, with some words around them."""
    shown = shorten_stukken(stukken, _MAAT)
    delen: list[Deel] = []
    for stuk in shown.stukken:
        before, core, after = split_space(stuk.tekst)
        if stuk.soort == "gelijk" or not core:
            delen.append(Deel(stuk.tekst))
        elif stuk.soort == "weg":
            delen += [Deel(before), Deel(f"[-{core}-]", "red"), Deel(after)]
        else:
            delen += [Deel(before), Deel(f"{{+{core}+}}", "green", breekbaar=True), Deel(after)]
    if shown.weggelaten:
        more = plural(shown.weggelaten, "andere plek", "andere plekken")
        delen.append(Deel(f" … (en nog {more})", "dim"))
    return flow(delen, view, " " * 6, " " * 6)


def _marked(sign: str, stijl: str, words: str, view: View) -> list[str]:
    return flow([Deel(sign, stijl), Deel(f" {one_line(words)}")], view, "  ", "    ")


def _flow(words: str, view: View, first: str = "", rest: str = "", *, stijl: str = "") -> list[str]:
    return flow([Deel(one_line(words), stijl)], view, first, rest)


OUTPUT = OutputFormat("tekst", "voor mensen: eerst de oordelen, dan de rest", render)
