"""Turn plain values into models, and pydantic's complaints into Dutch ones with a place.

The user never sees pydantic's English, nor the value that it refused (``include_input=False``):
a refused value may be a BSN, and this text may end in a CI log.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError

from toezicht_cli.diagnostics import Location, Place, Route, quote, suggest
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.yaml_text import YamlText, YamlValue
from toezicht_cli.models.base import Element

Model = TypeVar("Model", bound=Element)

MAX_FAULTS = 50
_EXPECTED = re.compile(r"'([^']*)'")
_OWN_TYPES = frozenset({"vorm", "geen_tekst", "lege_tekst", "html", "waarde", "datum"})
_LIST = ("hier hoort een lijst te staan", "zet elk onderdeel op een eigen regel met een streepje")
_GROUP = ("hier hoort een groep velden te staan", None)
_SHAPES = {
    "too_short": ("deze lijst is leeg", "zet er ten minste één onderdeel in"),
    "tuple_type": _LIST,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _GROUP,
}


def validate(text: YamlText, model: type[Model]) -> tuple[Model | None, tuple[Fault, ...]]:
    """Return ``text`` as a ``model``, or None with all that is wrong with it."""
    if text.value is None:
        location = Location(text.file)
        return None, (Fault("STR011", location, "dit bestand is leeg", "vul het in of haal het weg"),)
    try:
        return model.model_validate(text.value), ()
    except ValidationError as error:
        problems = error.errors(include_input=False, include_url=False)
        faults = [_fault(problem, text, model) for problem in problems[:MAX_FAULTS]]
        return None, (*faults, *_rest(problems[MAX_FAULTS:], text))


def _rest(problems: Sequence[Mapping[str, Any]], text: YamlText) -> Iterator[Fault]:
    """Yield one fault for all ``problems`` together: each costs time, and nobody reads them all."""
    if problems:
        location = text.locate(Place(text.file, problems[0]["loc"]))
        message = f"en nog {len(problems)} fouten in dit bestand"
        yield Fault("STR011", location, message, "los eerst de andere op")


def _fault(problem: Mapping[str, Any], text: YamlText, model: type[Element]) -> Fault:
    route: Route = problem["loc"]
    kind = problem["type"]
    if kind == "extra_forbidden":
        return _unknown_field(text, model, route)
    if route and route[-1] == "[key]":
        place = Place(text.file, route[:-1], key=True)
        code, message, hulp = _explain(kind, problem, str(route[-2]))
        return Fault(code, text.locate(place), message, hulp)
    place = Place(text.file, route)
    value = _value_at(text.value, route)
    if kind == "missing" or (value is None and _exists(text, route)):
        return _missing(text, route)
    code, message, hulp = _explain(kind, problem, value)
    return Fault(code, text.locate(place), message, hulp)


def _unknown_field(text: YamlText, model: type[Element], route: Route) -> Fault:
    name = str(route[-1])
    parent = find_model(model, route[:-1])
    fields = tuple(parent.model_fields) if parent else ()
    hulp = suggest(name.lower(), fields) or f"deze velden kunnen hier: {', '.join(fields)}"
    place = Place(text.file, route, key=True)
    return Fault("STR009", text.locate(place), f"onbekend veld {quote(name)}", hulp)


def _missing(text: YamlText, route: Route) -> Fault:
    name = route[-1] if route else ""
    if isinstance(name, int):
        return Fault("STR011", text.locate(Place(text.file, route)), "dit onderdeel van de lijst is leeg")
    place = Place(text.file, route, key=True) if _exists(text, route) else Place(text.file, route[:-1])
    hulp = "zet bovenaan: formaat: 1" if name == "formaat" else None
    return Fault("STR010", text.locate(place), f"veld {quote(name)} ontbreekt of is leeg", hulp)


def _explain(kind: str, problem: Mapping[str, Any], value: YamlValue) -> tuple[str, str, str | None]:
    """Return code, message and help for a value that does not fit."""
    if kind == "datum_nederlands":
        return "STR012", problem["msg"], "toezicht controleer --repareer doet dit voor je"
    if kind in _OWN_TYPES:
        return "STR011", problem["msg"], None
    if kind == "literal_error":
        choices = tuple(_EXPECTED.findall(problem["ctx"]["expected"]))
        hulp = suggest(value, choices) if isinstance(value, str) else None
        return "STR011", f"deze waarde kan hier niet: kies {_one_of(choices)}", hulp
    message, hulp = _SHAPES.get(kind, ("deze waarde past hier niet", None))
    return "STR011", message, hulp


def _one_of(choices: tuple[str, ...]) -> str:
    return choices[0] if len(choices) == 1 else f"{', '.join(choices[:-1])} of {choices[-1]}"


def _value_at(value: YamlValue, route: Route) -> YamlValue:
    for step in route:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _exists(text: YamlText, route: Route) -> bool:
    return route in text.positions


def find_model(model: type[Element], route: Route) -> type[Element] | None:
    """Return the model of the element at ``route`` below ``model``, None when there is none."""
    found: type[Element] | None = model
    is_key = False  # the next step is a key of the user's own, not the name of a field
    for step in route:
        if isinstance(step, int) or is_key:
            is_key = False
            continue
        info = found.model_fields.get(step) if found else None
        if info is None:
            return None
        found = _element_in(info.annotation)
        is_key = get_origin(info.annotation) is dict
    return found


def _element_in(annotation: object) -> type[Element] | None:
    """Return the element type inside ``tuple[X, ...]``, ``X | None`` or ``dict[str, X]``."""
    if isinstance(annotation, type) and issubclass(annotation, Element):
        return annotation
    return next((found for part in get_args(annotation) if (found := _element_in(part))), None)
