"""For people: what differs between two kaders, norm by norm, with a sign before every line."""

from collections.abc import Sequence

from toezicht_cli.analysis.kadervergelijking import Kadervergelijking
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint


def render(vergelijking: Kadervergelijking, view: View) -> str:
    """Return a line per difference: + new, - dropped, ~ changed."""
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    lines = [paint(one_line(f"{oud.verwijzing} → {nieuw.verwijzing}"), "bold", view)]
    lines += _lines("-", "red", [f"thema {item}" for item in vergelijking.themas_vervallen], view)
    lines += _lines("+", "green", [f"thema {item}" for item in vergelijking.themas_toegevoegd], view)
    lines += _lines("-", "red", _names(vergelijking.vervallen, oud), view)
    lines += _lines("+", "green", _names(vergelijking.toegevoegd, nieuw), view)
    changed = [f"norm {item.norm}: {', '.join(item.velden)}" for item in vergelijking.gewijzigd]
    lines += _lines("~", "yellow", changed, view)
    lines += _lines("~", "yellow", [*vergelijking.schaal, *vergelijking.kenmerken], view)
    return "".join(f"{line}\n" for line in [*lines, _summary(vergelijking)])


def _summary(vergelijking: Kadervergelijking) -> str:
    if vergelijking.is_gelijk:
        return f"geen verschil: {len(vergelijking.gelijk)} normen zijn gelijk"
    gelijk = plural(len(vergelijking.gelijk), "norm", "normen")
    counts = (len(vergelijking.gewijzigd), len(vergelijking.vervallen), len(vergelijking.toegevoegd))
    return "{} gelijk, {} gewijzigd, {} vervallen, {} nieuw".format(gelijk, *counts)


def _names(norm_ids: Sequence[str], kader: Toetsingskader) -> list[str]:
    norm_by_id = {norm.id: norm for norm in kader.normen}
    return [f"norm {norm_id} {norm_by_id[norm_id].titel}" for norm_id in norm_ids]


def _lines(sign: str, style: str, texts: Sequence[str], view: View) -> list[str]:
    return [paint(f"{sign} {one_line(text)}", style, view) for text in texts]


OUTPUT = OutputFormat("tekst", "voor mensen: een regel per verschil", render)
