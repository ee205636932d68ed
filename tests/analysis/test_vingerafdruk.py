from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.analysis.vingerafdruk import fingerprint, is_volledig
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.models.base import Element
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.rapporttekst import Rapporttekst
from toezicht_cli.models.uitzondering import Uitzonderingen

KADER = make_kader({"1": ["1.1", "1.2"]})


def _dossier(**velden: object) -> Dossier:
    return make_dossier(KADER, [make_oordeel("1.1", "voldoet")], make_onderzoek(**velden))  # type: ignore[arg-type]  # fields of an onderzoek


def _load(folder: Path) -> Dossier:
    return load_dossier(folder, Kadermap((folder.parents[1] / "kaders",))).dossier


def test_a_fingerprint_is_the_same_every_time() -> None:
    assert fingerprint(_dossier()) == fingerprint(_dossier())
    assert len(fingerprint(_dossier())) == 64


def test_the_order_of_files_does_not_matter() -> None:
    dossier = _dossier()
    turned = Dossier("anders", dict(reversed(list(dossier.documents.items()))))
    assert fingerprint(turned) == fingerprint(dossier)


def test_comments_and_the_order_of_keys_do_not_matter(tmp_path: Path) -> None:
    folder = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    before = fingerprint(_load(folder))
    path = folder / "bevindingen" / "1.1.yaml"
    text = path.read_text(encoding="utf-8").replace('norm: "1.1"\noordeel: voldoet\n', "")
    path.write_text(f'# nagekeken\noordeel: voldoet\nnorm: "1.1"\n{text}', encoding="utf-8")
    assert fingerprint(_load(folder)) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("bevindingen/1.1.yaml", "oordeel: voldoet", "oordeel: voldoet-niet"),
        ("bevindingen/1.2.yaml", "Het gesprek vindt plaats.", "Het gesprek vindt plaats!"),
        ("bronnen.yaml", "datum: 2026-02-11", "datum: 2026-02"),
        ("cijfers.yaml", "waarde: 4,", "waarde: 4.0,"),
        ("verbeterpunten.yaml", "2026-09-01", "2026-09-02"),
        ("onderzoek.yaml", "aangekondigd: ja\ndomein", "aangekondigd: nee\ndomein"),
        ("uitvraag.yaml", "2026-01-12", "2026-01-13"),
        ("../../kaders/toetsing/proef/1.yaml", "titel: Gesprek", "titel: Gesprekken"),
    ],
)
def test_a_changed_value_gives_another_fingerprint(file: str, old: str, new: str, tmp_path: Path) -> None:
    folder = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    before = fingerprint(_load(folder))
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert fingerprint(_load(folder)) != before


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_two_texts_have_one_fingerprint_only_when_they_are_equal(one: str, other: str) -> None:
    assert (fingerprint(_dossier(titel=one)) == fingerprint(_dossier(titel=other))) is (one == other)


def test_what_no_report_shows_does_not_count() -> None:
    dossier = _dossier()
    documents: dict[str, Element] = {**dossier.documents, "uitzonderingen.yaml": Uitzonderingen()}
    assert fingerprint(Dossier("proef", documents)) == fingerprint(dossier)


def test_the_reports_beside_a_dossier_do_not_count() -> None:
    dossier = _dossier()
    assert fingerprint(dossier.with_rapporten((Rapporttekst("rapport/a.md"),))) == fingerprint(dossier)


def test_a_number_keeps_its_decimals() -> None:
    one, other = (
        Dossier("p", {"cijfers.yaml": Cijfers.model_validate({"cijfers": {"deel": {"waarde": waarde}}})})
        for waarde in ("17.5", "17.50")
    )
    assert one.cijfers.cijfers["deel"].waarde == Decimal("17.5")
    assert fingerprint(one) != fingerprint(other)


def test_an_unreadable_file_that_a_report_shows_makes_the_data_incomplete(tmp_path: Path) -> None:
    folder = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    assert is_volledig(_load(folder))
    (folder / "uitzonderingen.yaml").write_text("uitzonderingen: [\n", encoding="utf-8")
    assert is_volledig(_load(folder))
    (folder / "cijfers.yaml").write_text("cijfers: [\n", encoding="utf-8")
    assert not is_volledig(_load(folder))
