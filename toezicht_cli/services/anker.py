"""Anker: where a finding stands, in words that stay when lines move.

The route through the YAML with the name of each element instead of its number: adding a bevinding
before this one changes no anker. For what has no route (a fault of reading) the line itself.
All of it is masked, and no name of a person is in it: an anker ends up in a hash that is published, and
what is as short as a BSN or a name can be guessed back.
"""

from toezicht_cli.diagnostics import Route, mask
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.services.uitzonderingen import NAMES, Finding

# What tells an element of a list from its neighbours when it has no id.
_OTHER_NAMES = ("norm", "som", "deel", "nummer", "datum")
# What these controles point at is a person.
_PRIVACY = "PRV"
_SHOWN = 200
_LOOK = 1_000


def make_anker(finding: Finding, load: LoadResult) -> str:
    """Return the anker of a finding, ``""`` when its file has no YAML to walk through.

    ``bevindingen[a].bronnen[I50]``, and with the words that are meant: ``bevindingen[a].tekst: VOG``.
    The whole file is a single dot.
    """
    place, passage = finding.violation.place, finding.violation.passage
    text = load.texts.get(place.file)
    if text is None:
        return ""
    steps, value = _follow(place.route, text.value)
    if passage is None or not isinstance(value, str) or finding.rule_id.startswith(_PRIVACY):
        return _shorten(steps)
    return _shorten(f"{steps}: {value[passage.start : passage.end]}")


def make_line_anker(line: str) -> str:
    """Return the anker of a fault of reading: the words of its line, without indentation."""
    return _shorten(line[:_LOOK])


def _follow(route: Route, value: YamlValue) -> tuple[str, YamlValue]:
    """Return a route in words, and the value that stands there; of what is not there only the keys."""
    steps = ""
    for step in route:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else None
            steps += f"[{_name(value)}]"
        else:
            value = value.get(step) if isinstance(value, dict) else None
            steps += f".{step}"
    return steps.removeprefix(".") or ".", value


def _name(value: YamlValue) -> str:
    """Return what an element of a list is called: its id, another field that tells it apart, or itself.

    A sentence is no name: when a word of it changes, what was found in it is still the same.
    """
    if isinstance(value, str):
        return "" if " " in value else value
    if not isinstance(value, dict):
        return ""
    return next((name for field in (*NAMES, *_OTHER_NAMES) if isinstance(name := value.get(field), str)), "")


def _shorten(text: str) -> str:
    return mask(" ".join(text[:_LOOK].split()))[:_SHOWN]
