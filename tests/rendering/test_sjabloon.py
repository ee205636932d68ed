"""A template prints words and handles, nothing of it reaches Python, and its faults have a line."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toezicht_cli.rendering.sjabloon import HOOFDBESTAND, Filled, Handle, SjabloonError, fill
from toezicht_cli.services.sjabloonproces import fill_apart

Filler = Callable[[Mapping[str, str], Mapping[str, Any]], Filled]
BOTH = pytest.mark.parametrize("filler", [fill, fill_apart], ids=["in-proces", "apart"])
CONTEXT: dict[str, Any] = {
    "onderzoek": {"titel": "Zorg *De Linde*", "leeg": None, "aangekondigd": True, "aantal": 3},
    "normen": ["1.1", "1.2"],
    "tekst": Handle(7),
}


def markdown(filled: Filled) -> str:
    """Return the Markdown with every marker as the number of its value."""
    return filled.markdown.replace("\ue000", "‹").replace("\ue001", "›")


@BOTH
def test_a_value_is_a_marker_and_never_text_of_the_markdown(filler: Filler) -> None:
    filled = filler(
        {HOOFDBESTAND: "# {{ onderzoek.titel }}\n\n{{ tekst }} {{ onderzoek.aantal }}\n"}, CONTEXT
    )
    assert markdown(filled) == "# ‹0›\n\n‹1› ‹2›\n"
    assert filled.values == ("Zorg *De Linde*", Handle(7), "3")


@BOTH
def test_macros_includes_loops_and_own_filters_work(filler: Filler) -> None:
    files = {
        HOOFDBESTAND: '{% from "m.md.j2" import vet %}{% for norm in normen %}{{ vet(norm) }} {% endfor %}\n'
        '{% include "n.md.j2" %}',
        "m.md.j2": "{% macro vet(x) %}**{{ x }}**{% endmacro %}",
        "n.md.j2": "{{ normen|opsomming }} {{ normen|length|in_woorden }} {{ onderzoek.aangekondigd }}",
    }
    filled = filler(files, CONTEXT)
    assert markdown(filled) == "**‹0›** **‹1›** ‹2› ‹3› ‹4›"
    assert filled.values == ("1.1", "1.2", "1.1 en 1.2", "twee", "ja")


@BOTH
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("x\n{{ onderzoek.title }}", 2, "'title' bestaat hier niet; bedoelde je titel?"),
        ("{{ onderzoekk }}", 1, "'onderzoekk' bestaat hier niet"),
        ("x\n\n{{ onderzoek.leeg }}", 3, "leeg"),
        ("{{ onderzoek }}", 1, "lijst of groep"),
        ("{{ normen }}", 1, "lijst of groep"),
        ("x\n{% if %}", 2, "niet te lezen"),
        ("x\n{% if onderzoek %}", 2, "er ontbreekt een endif bij een if"),
        ("{{ onderzoek.titel|upper }}", 1, "filter 'upper' bestaat niet"),
        ("{% foo %}", 1, "opdracht 'foo' bestaat niet"),
        ("{{ onderzoek.titel ~ 'x' }}", 1, "plakken"),
        ("{{ 9 ** 9 }}", 1, "rekenen"),
        ("{{ 'x' * 9999 }}", 1, "rekenen"),
        ("{{ '%s' % onderzoek.titel }}", 1, "rekenen"),
        ("{{ onderzoek.titel|safe }}", 1, "niet te lezen"),
        ("{{ onderzoek.titel|replace('a', 'b') }}", 1, "niet te lezen"),
        ("{{ ''.__class__ }}", 1, "__class__"),
        ("{{ onderzoek.__class__ }}", 1, "__class__"),
        ("{{ normen.append('x') }}", 1, "kan niets aanroepen"),
        ("{% set z %},{% endset %}{{ z.join(normen) }}", 1, "kan niets aanroepen"),
        ("{% set z %}a{% endset %}{{ z[0:1] }}", 1, "plakken"),
        ("{% for a, b in normen %}x{% endfor %}", 1, "met deze waarde niet kan"),
        ("{{ range(9) }}", 1, "'range' bestaat hier niet"),
        ("{{ lipsum() }}", 1, "'lipsum' bestaat hier niet"),
        ("{% include '../geheim.md.j2' %}", 1, "geheim"),
        ("{% include '/etc/passwd' %}", 1, "passwd"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 1, "roept zichzelf"),
        ("{{ onderzoek.titel|in_woorden }}", 1, "geheel getal"),
        ("{{ tekst|hoofdletter }}", 1, "gewone tekst"),
        ("\ue0001\ue001", 1, "voor toezicht zelf"),
    ],
)
def test_a_fault_in_a_template_has_its_line_and_says_what(
    filler: Filler, text: str, line: int, words: str
) -> None:
    with pytest.raises(SjabloonError) as caught:
        filler({HOOFDBESTAND: text}, CONTEXT)
    assert (caught.value.file, caught.value.line) == (HOOFDBESTAND, line)
    assert words in caught.value.message


def test_a_fault_in_an_included_file_names_that_file() -> None:
    with pytest.raises(SjabloonError) as caught:
        fill({HOOFDBESTAND: '{% include "n.md.j2" %}', "n.md.j2": "\n{{ weg }}"}, CONTEXT)
    assert (caught.value.file, caught.value.line) == ("n.md.j2", 2)


@pytest.mark.parametrize(
    "text",
    [
        f"{'{% for a in n %}' * 4}{{{{ a }}}}{'{% endfor %}' * 4}",
        "{% macro f(x) %}{{ f(x) }}{{ f(x) }}{% endmacro %}{{ f(1) }}",
    ],
)
def test_a_template_that_never_ends_is_ended(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toezicht_cli.services.sjabloonproces._SECONDS", 2)
    with pytest.raises(SjabloonError, match=r"nog niet klaar|te veel|roept zichzelf"):
        fill_apart({HOOFDBESTAND: text}, {"n": ["x"] * 200})


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="{}%# onderzk.titel|'\"()[]~*-\n", max_size=40))
def test_any_text_as_template_gives_markdown_or_our_own_error(text: str) -> None:
    try:
        filled = fill({HOOFDBESTAND: text}, CONTEXT)
    except SjabloonError:
        return
    assert len(filled.values) <= filled.markdown.count("\ue000") + text.count("{{")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_value_comes_out_as_it_went_in(value: str) -> None:
    filled = fill({HOOFDBESTAND: "{{ x }}"}, {"x": value})
    assert filled.values == (value,)
