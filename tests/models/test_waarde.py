"""Waarde: a value is typed by a pattern, never by a guess."""

from decimal import Decimal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from toezicht_cli.models.waarde import (
    BronId,
    Cijferwaarde,
    Getal,
    Id,
    JaNee,
    KaderVerwijzing,
    NormId,
    Opmaak,
    Procent,
    Tekst,
)


class Proef(BaseModel):
    """One field of each type."""

    getal: Getal | None = None
    cijfer: Cijferwaarde | None = None
    procent: Procent | None = None
    ja_nee: JaNee | None = None
    tekst: Tekst | None = None
    opmaak: Opmaak | None = None
    id: Id | None = None
    norm: NormId | None = None
    bron: BronId | None = None
    kader: KaderVerwijzing | None = None


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("getal", "0", 0),
        ("getal", "120", 120),
        ("cijfer", "onbekend", "onbekend"),
        ("cijfer", "niet-vermeld", "niet-vermeld"),
        ("cijfer", "0", Decimal(0)),
        ("cijfer", "17.5", Decimal("17.5")),
        *(("procent", text, Decimal(text)) for text in ("0", "100", "17.5", "0.25")),
        ("procent", "onbekend", "onbekend"),
        ("ja_nee", "ja", True),
        ("ja_nee", "nee", False),
        ("norm", "1.10", "1.10"),
        ("bron", "I05", "I05"),
        ("kader", "ggd-gelderland-zuid@2019-07", "ggd-gelderland-zuid@2019-07"),
        (
            "opmaak",
            "Zie <https://voorbeeld.nl> en `<b>`, 3 < 4",
            "Zie <https://voorbeeld.nl> en `<b>`, 3 < 4",
        ),
    ],
)
def test_what_fits_is_typed(field: str, text: str, value: object) -> None:
    assert getattr(Proef.model_validate({field: text}), field) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        *(
            ("getal", text)
            for text in ("012", "1_000", "1.0", "-1", "+1", "٣", "", " 1", "1e3", "1234567890")
        ),
        *(("procent", text) for text in ("-50", "120", "100.5", "100.0", "1,5", "67.625", "50 %")),
        *(("cijfer", text) for text in ("1,5", "NaN", "inf", "1.", ".5", "1e5", "--1", "Onbekend")),
        *(("ja_nee", text) for text in ("yes", "true", "no", "Ja", "1", "")),
        *(("norm", text) for text in ("1.", ".1", "1..2", "1 1", "../x", "é", "1" * 30)),
        *(("bron", text) for text in ("5", "I", "I-05", "i05 ", "ABCDE1")),
        *(("kader", text) for text in ("../x@1", "a/b@1", "a@..", "A@1", "a", "a@", "@1", "a@1@2")),
        *(("id", text) for text in ("Hoofd", "a b", "a/b", "", "-a", "a-")),
        *(("tekst", text) for text in ("", "  ", "\n")),
        *(
            ("opmaak", text)
            for text in ("<script>", "a <b>vet</b>", "<!-- x -->", "<br/>", "</p>", "<?php", " ")
        ),
    ],
)
def test_what_does_not_fit_is_refused_without_its_value(field: str, text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Proef.model_validate({field: text})
    for problem in caught.value.errors(include_input=False, include_url=False):
        assert len(text.strip()) < 4 or text.strip() not in problem["msg"]


@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [
        (r"\<b>", True),
        ("`<b>`", True),
        ("3 < 4", True),
        ("<b>", False),
        (r"\\<b>", False),
        (r"a\\\<b>", True),
    ],
)
def test_a_backslash_makes_a_sign_of_html_an_ordinary_one(text: str, is_allowed: bool) -> None:
    adapter = TypeAdapter(Opmaak)
    if is_allowed:
        assert adapter.validate_python(text) == text
    else:
        with pytest.raises(ValidationError):
            adapter.validate_python(text)
