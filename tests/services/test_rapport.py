"""A report: all words of the case stand in it, it is refused while it could be wrong, and it is safe."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.analysis.cijfers_invullen import fill_cijfers
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import CITATIE
from toezicht_cli.rendering.boom import (
    Badge,
    Cell,
    Document,
    Heading,
    Link,
    Paragraph,
    Reference,
    plain_text,
    walk,
)
from toezicht_cli.rendering.bouwen import build_text
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Wensen, build, make_rapport, prepare, sjabloonnamen

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
CASES = {
    "socra-2025": ROOT / "voorbeelden/socra-2025",
    "thuiszorgzeker-2021": ROOT / "voorbeelden/thuiszorgzeker-2021",
    "de-wilgenhof-2026": ROOT / "voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026",
    "de-linde-2026": ROOT / "voorbeelden/de-linde-2026/onderzoeken/de-linde-2026",
    "linde-2026": ROOT / "docs/handboek/lindeland/onderzoeken/linde-2026",
    "basis": BASE / ONDERZOEK,
}
# Bronnen of the opvolging, of after the day of vaststelling: the report of that day cannot name them.
LATER = {"de-wilgenhof-2026": ("O06", "O07", "O08", "O09")}


def document(root: Path, sjabloon: str = "standaard") -> Document:
    load = load_dossier(root, kadermap_for(root))
    return build(prepare(load, "definitief", Wensen((), sjabloon), root), root)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CASES)
def test_every_text_of_the_case_stands_in_the_report(name: str) -> None:
    dossier = load_dossier(CASES[name], kadermap_for(CASES[name])).dossier
    shown = words(plain_text(document(CASES[name]).blocks)).casefold()
    missing = [tekst for tekst in _texts(dossier) if words(tekst).casefold() not in shown]
    assert missing == []


def _texts(dossier: Dossier) -> list[str]:
    """Return the paragraphs that a reader must find: every bevinding, point, conclusion and chapter."""
    onderzoek = dossier.onderzoek
    opmaak = [getattr(onderzoek, naam) for naam in ("aanleiding", "werkwijze", "beschrijving")]
    opmaak += [onderzoek.conclusies, onderzoek.vervolg, onderzoek.advies]
    opmaak += [onderzoek.eindoordeel.strekking] if onderzoek.eindoordeel else []
    for located in dossier.normoordelen:
        opmaak += [bevinding.tekst for bevinding in located.value.bevindingen]
        opmaak += [*located.value.positieve_punten, located.value.conclusie, located.value.reden]
    opmaak += [located.value.tekst for located in dossier.verbeterpunten]
    plain = [begrip.uitleg for begrip in onderzoek.begrippen]
    later = LATER.get(dossier.naam, ())
    plain += [located.value.titel or "" for located in dossier.bronnen if located.value.id not in later]
    blocks = [
        block
        for tekst in opmaak
        if tekst
        for block in build_text(fill_cijfers(CITATIE.sub("[]", tekst), dossier.cijfers), "x").blocks
    ]
    paragraphs = [plain_text(node) for block in blocks for node in walk(block) if isinstance(node, Paragraph)]
    pieces = [piece for tekst in paragraphs for piece in tekst.split("[]") if len(piece) > 3]
    return [*pieces, *plain]


def test_a_report_knows_nothing_of_after_its_vaststelling() -> None:
    tree = document(CASES["de-wilgenhof-2026"])
    anchors = {node.anchor for node in walk(tree.blocks) if isinstance(node, Cell)}
    assert "bron-O05" in anchors
    assert not anchors & {f"bron-{bron_id}" for bron_id in LATER["de-wilgenhof-2026"]}
    assert "geborgd" not in plain_text(tree.blocks)


def test_a_conclusion_on_a_vestiging_is_about_that_vestiging() -> None:
    text = plain_text(document(CASES["de-wilgenhof-2026"]).blocks)
    assert "Wilgenhof Noord scoort goed op de norm." in text
    assert "De Wilgenhof (verzonnen) scoort goed op de norm." not in text


@pytest.mark.parametrize("sjabloon", sjabloonnamen())
@pytest.mark.parametrize("name", CASES)
def test_every_template_fits_every_example(name: str, sjabloon: str) -> None:
    tree = document(CASES[name], sjabloon)
    anchors = [
        node.anchor
        for node in walk(tree.blocks)
        if isinstance(node, Heading | Paragraph | Cell | Reference) and node.anchor
    ]
    assert len(anchors) == len(set(anchors))
    targets = {node.target for node in walk(tree.blocks) if isinstance(node, Reference)}
    assert targets <= set(anchors)
    empty = [node for node in walk(tree.blocks) if isinstance(node, Heading) and not plain_text(node)]
    assert empty == []


def test_the_report_shows_every_oordeel_as_symbol_and_word() -> None:
    tree = document(CASES["socra-2025"])
    norm = None
    found: dict[str, list[str]] = {}
    for node in walk(tree.blocks):
        if isinstance(node, Heading):
            norm = node.anchor if node.anchor.startswith("norm-") else norm if node.level > 3 else None
        elif isinstance(node, Badge) and norm:
            found.setdefault(norm, []).append(node.text)
    assert found["norm-1.1"] == ["Voldoet"]
    assert found["norm-1.2"] == ["Voldoet grotendeels"]
    assert found["norm-2.1"] == ["Voldoet niet"]
    assert found["norm-2.2"] == ["Niet getoetst"]
    assert len(found) == 21


def test_the_report_says_on_its_tree_that_it_is_an_example() -> None:
    for name in ("socra-2025", "thuiszorgzeker-2021"):
        assert document(CASES[name]).opdruk == "Bewerkt voorbeeld, geen rapport van de GGD"


def test_a_hostile_case_puts_nothing_but_words_in_the_tree(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    path = root / "onderzoek.yaml"
    hostile = "::: voorblad [x](javascript:1) {{ 7 * 7 }} # $x$ [^1] | a | \ue0000\ue001"
    text = path.read_text(encoding="utf-8")
    path.write_text(_replace_field(text, "titel", f'"{hostile}"'), encoding="utf-8")
    tree = document(root)
    assert hostile in plain_text(tree.blocks)
    assert all(node.href.startswith("https://") for node in walk(tree.blocks) if isinstance(node, Link))


def _replace_field(text: str, field: str, value: str) -> str:
    lines = [f"{field}: {value}" if line.startswith(f"{field}:") else line for line in text.splitlines()]
    return "\n".join(lines) + "\n"


def _copy(tmp_path: Path) -> Path:
    import shutil

    shutil.copytree(BASE, tmp_path / "werkmap")
    return tmp_path / "werkmap" / ONDERZOEK


def test_a_text_that_would_lose_words_names_its_file_and_line(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    (root / "bevindingen/1.1.yaml").write_text(
        'norm: "1.1"\noordeel: voldoet\nbevindingen:\n  - id: a\n    bronnen: [D01]\n    tekst: |\n'
        "      | a | b |\n      |---|---|\n      | 1 | 2 | weg |\n",
        encoding="utf-8",
    )
    with pytest.raises(ToezichtError) as caught:
        document(root)
    assert "bevindingen/1.1.yaml:6:" in str(caught.value)
    assert "weg" in str(caught.value)


def test_a_fout_in_the_tally_stands_in_the_way_of_a_concept_too(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    path = root / "bevindingen/1.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("oordeel: ", "oordeel: on"), encoding="utf-8")
    result = make_rapport(root, tmp_path, TODAY, Wensen(("markdown",), variant="concept"), _nobody)
    assert (result.bestanden, result.check.has_errors) == ((), True)
    assert not (root / "rapport").exists()


def _nobody(_line: str) -> None:
    """Hear what takes long, and say nothing."""


def test_a_definitive_report_waits_for_the_fase_definitief(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    path = root / "onderzoek.yaml"
    text = _replace_field(path.read_text(encoding="utf-8"), "fase", "conceptrapport")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ToezichtError, match="fase definitief"):
        make_rapport(root, tmp_path, TODAY, Wensen(("markdown",), variant="definitief"), _nobody)
    result = make_rapport(root, tmp_path, TODAY, Wensen(("markdown",)), _nobody)
    assert result.variant == "concept"


def test_a_template_of_the_werkmap_goes_before_ours_and_reads_nothing_else(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    folder = root.parents[1] / "templates/standaard"
    folder.mkdir(parents=True)
    (folder / "sjabloon.yaml").write_text(
        "formaat: 1\nnaam: standaard\nomschrijving: Eigen\n", encoding="utf-8"
    )
    (folder / "rapport.md.j2").write_text("# Eigen {{ onderzoek.titel }}\n", encoding="utf-8")
    (tmp_path / "geheim.md.j2").write_text("geheim", encoding="utf-8")
    assert document(root).title.startswith("Eigen ")
    (folder / "rapport.md.j2").write_text('# x\n{% include "../../../geheim.md.j2" %}', encoding="utf-8")
    with pytest.raises(ToezichtError, match=r"rapport\.md\.j2:2: in de map van dit sjabloon"):
        document(root)
    (folder / "geheim.md.j2").symlink_to(tmp_path / "geheim.md.j2")
    with pytest.raises(ToezichtError, match="link"):
        document(root)


def test_all_files_are_made_or_none(tmp_path: Path) -> None:
    root = _copy(tmp_path)
    text = "# x\n\n[y](https://voorbeeld.test)\n\n{{ onderzoek.tietel }}"
    folder = root.parents[1] / "templates/eigen"
    folder.mkdir(parents=True)
    (folder / "sjabloon.yaml").write_text("formaat: 1\nnaam: eigen\nomschrijving: x\n", encoding="utf-8")
    (folder / "rapport.md.j2").write_text(text, encoding="utf-8")
    with pytest.raises(ToezichtError, match="tietel"):
        make_rapport(root, tmp_path, TODAY, Wensen(("markdown", "html"), "eigen"), _nobody)
    assert not (root / "rapport").exists()
