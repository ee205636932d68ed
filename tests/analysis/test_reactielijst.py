"""What was changed in a returned document without tracking: nothing of it may pass silently."""

from toezicht_cli.analysis.reactielijst import make_reactielijst
from toezicht_cli.models.reactietekst import Alinea, Gelezen, Plaats

TEKST, KOP = Plaats(None, "tekst"), Plaats(None, "kopregel")


def _gelezen(*alineas: tuple[str, Plaats]) -> Gelezen:
    return Gelezen((), (), 0, tuple(Alinea(*item) for item in alineas), ())


def _changes(sent: Gelezen, back: Gelezen) -> list[str] | None:
    found = make_reactielijst(back, sent, {}).ongemarkeerd
    return None if found is None else [item.reactie for item in found]


def test_a_picture_that_was_put_in_is_told() -> None:
    sent = _gelezen(("een", TEKST), ("twee", TEKST))
    for back in (
        _gelezen(("een", TEKST), ("[beeld]", TEKST), ("twee", TEKST)),
        _gelezen(("een [beeld]", TEKST), ("twee", TEKST)),
    ):
        assert _changes(sent, back) == [
            "Zonder markering is hier een beeld toegevoegd. Bekijk het in het bestand."
        ]
    assert _changes(sent, sent) == []


def test_what_stands_above_the_pages_is_compared_both_ways() -> None:
    sent, back = _gelezen(("a", TEKST), ("Concept", KOP)), _gelezen(("a", TEKST), ("Anders", KOP))
    assert _changes(sent, back) == [
        "Zonder markering toegevoegd in de kopregel is “Anders”.",
        "Zonder markering geschrapt uit de kopregel is “Concept”.",
    ]


def test_a_space_that_is_gone_is_a_change() -> None:
    found = _changes(_gelezen(("een plan met doelen", TEKST)), _gelezen(("een planmet doelen", TEKST)))
    assert found == ["Zonder markering veranderd. Er staat nu: “een planmet doelen”."]
    assert _changes(_gelezen(("een  plan", TEKST)), _gelezen(("een plan", TEKST))) == []


def test_another_text_altogether_is_not_compared() -> None:
    sent = _gelezen(*((f"regel {number}", TEKST) for number in range(20)))
    back = _gelezen(*((f"zin {number}", TEKST) for number in range(20)))
    assert _changes(sent, back) is None
