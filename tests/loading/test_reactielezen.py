"""Everything that somebody did to a Word document is read, and tied to its norm."""

import pytest

from tests.loading.wordproef import (
    comment,
    commented,
    deleted,
    inserted,
    make_docx,
    norm_heading,
    paragraph,
    run,
)
from toezicht_cli.loading.reactielezen.uit_docx import read_reactie
from toezicht_cli.models.reactietekst import Plaats

_KOP1 = '<w:pStyle w:val="Heading1"/>'


def test_a_comment_comes_with_its_words_and_its_norm_and_without_its_author() -> None:
    body = norm_heading("1.2") + paragraph(run("Er is "), commented(0, "geen plan"), run("."))
    found = read_reactie(make_docx(body, {"comments": comment(0, "Dat is er wel.")}))
    (item,) = found.opmerkingen
    assert (item.tekst, item.passage, item.plaats) == (
        "Dat is er wel.",
        "geen plan",
        Plaats("norm_1_2", "tekst"),
    )
    assert "Vries" not in repr(found)


def test_a_reply_names_the_comment_that_it_answers_and_a_done_one_says_so() -> None:
    extended = (
        '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>'
    )
    body = paragraph(commented(0, "woord"), commented(1, "woord"))
    parts = {"comments": comment(0, "een", "A1") + comment(1, "twee", "A2"), "commentsExtended": extended}
    first, second = read_reactie(make_docx(body, parts)).opmerkingen
    assert (first.op, first.is_opgelost, second.op, second.is_opgelost) == (None, True, 1, True)


def test_a_comment_without_a_place_is_kept() -> None:
    (item,) = read_reactie(make_docx(paragraph(run("a")), {"comments": comment(7, "los")})).opmerkingen
    assert (item.tekst, item.plaats, item.passage) == ("los", None, "")


def test_a_comment_over_paragraphs_and_cells_has_all_their_words() -> None:
    begin, einde = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    cell = f"<w:tbl><w:tr><w:tc>{paragraph(run('drie'), einde)}</w:tc></w:tr></w:tbl>"
    body = paragraph(begin, run("een")) + paragraph(run("twee")) + cell
    (item,) = read_reactie(make_docx(body, {"comments": comment(0, "x")})).opmerkingen
    assert item.passage == "een twee drie"


def test_words_taken_out_and_put_in_next_to_each_other_are_one_change() -> None:
    body = norm_heading("1.2") + paragraph(
        run("Er zijn "), deleted("zeven"), inserted("acht"), run(" dossiers.")
    )
    (item,) = read_reactie(make_docx(body)).wijzigingen
    assert (item.weg, item.erbij, item.passage) == ("zeven", "acht", "Er zijn zeven dossiers.")
    assert item.plaats.plek == "norm_1_2"


def test_a_change_in_a_long_paragraph_comes_with_the_words_near_it() -> None:
    long = "woord " * 60
    body = paragraph(run(f"{long}er zijn "), deleted("zeven"), inserted("acht"), run(f" dossiers {long}"))
    (item,) = read_reactie(make_docx(body)).wijzigingen
    assert "er zijn zeven dossiers" in item.passage
    assert "er zijn acht dossiers" in item.nu
    assert item.nu.startswith("… woord")
    assert item.nu.endswith("woord …")
    assert len(item.nu) < 250


def test_an_insertion_that_was_taken_out_again_is_told_apart() -> None:
    body = paragraph(run("a"), f'<w:ins w:id="3">{deleted("nooit")}</w:ins>')
    found = read_reactie(make_docx(body))
    assert [(item.weg, item.erbij, item.herroepen) for item in found.wijzigingen] == [("", "", "nooit")]
    assert [item.tekst for item in found.alineas] == ["a"]


def test_both_ends_of_a_move_are_one_change() -> None:
    away = f'<w:moveFrom w:id="1">{run("Dit gaat weg.")}</w:moveFrom>'
    here = f'<w:moveTo w:id="2">{run("Dit gaat weg.")}</w:moveTo>'
    mark = '<w:rPr><w:moveTo w:id="3"/></w:rPr>'
    body = paragraph(away) + paragraph(run("Midden.")) + paragraph(here, properties=mark)
    found = read_reactie(make_docx(body))
    assert [(item.weg, item.erbij, item.is_verplaatst) for item in found.wijzigingen] == [
        ("Dit gaat weg.", "Dit gaat weg.", True)
    ]
    assert [item.tekst for item in found.alineas] == ["Dit gaat weg.", "Midden."]


def test_a_changed_look_and_white_space_are_counted_and_no_change_of_words() -> None:
    look = "<w:r><w:rPr><w:b/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange></w:rPr><w:t>vet</w:t></w:r>"
    found = read_reactie(make_docx(paragraph(look, inserted(" "))))
    assert (found.opmaakwijzigingen, found.wijzigingen) == (2, ())


def test_an_end_of_a_paragraph_that_was_taken_out_is_counted_as_look() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    found = read_reactie(make_docx(paragraph(run("een"), properties=mark) + paragraph(run("twee"))))
    assert (found.opmaakwijzigingen, found.wijzigingen) == (1, ())


def test_a_row_put_in_as_a_whole_is_a_change() -> None:
    cell = f"<w:tc>{paragraph(run('nieuw'))}</w:tc>"
    row = f'<w:tbl><w:tr><w:trPr><w:ins w:id="1"/></w:trPr>{cell}</w:tr></w:tbl>'
    found = read_reactie(make_docx(row))
    assert [item.erbij for item in found.wijzigingen] == ["nieuw"]
    assert found.alineas == ()


def test_a_split_paragraph_is_the_old_one_before_the_change() -> None:
    mark = '<w:rPr><w:ins w:id="1"/></w:rPr>'
    body = paragraph(run("Eerst. "), inserted("Erbij."), properties=mark) + paragraph(run("Daarna."))
    assert [item.tekst for item in read_reactie(make_docx(body)).alineas] == ["Eerst. Daarna."]


def test_a_new_chapter_ends_the_norm() -> None:
    body = norm_heading("1.2") + paragraph(run("Oordeel"), properties=_KOP1) + paragraph(inserted("x"))
    (item,) = read_reactie(make_docx(body)).wijzigingen
    assert item.plaats.plek is None


def test_a_heading_whose_bookmark_was_lost_still_names_its_norm() -> None:
    head = paragraph(run("Norm 1.10: Titel"), properties='<w:pStyle w:val="Heading3"/>')
    (item,) = read_reactie(make_docx(head + paragraph(inserted("x")))).wijzigingen
    assert item.plaats.plek == "kop:1.10"


def test_a_change_in_a_footnote_belongs_to_the_norm_that_calls_it() -> None:
    body = norm_heading("1.2") + paragraph(run("a"), '<w:r><w:footnoteReference w:id="4"/></w:r>')
    notes = f'<w:footnote w:id="4">{paragraph(inserted("noot"))}</w:footnote>'
    (item,) = read_reactie(make_docx(body, {"footnotes": notes})).wijzigingen
    assert item.plaats == Plaats("norm_1_2", "voetnoot")


@pytest.mark.parametrize(("kind", "waar"), [("header", "kopregel"), ("footer", "voetregel")])
def test_a_change_above_or_below_the_text_is_read(kind: str, waar: str) -> None:
    (item,) = read_reactie(make_docx(paragraph(run("a")), {kind: paragraph(inserted("x"))})).wijzigingen
    assert item.plaats.waar == waar


def test_words_in_a_text_box_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(inserted('in een kader'))}</w:txbxContent>"
    forms = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    choice = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    found = read_reactie(make_docx(paragraph(run("a"), f"<w:r>{choice}</w:r>")))
    assert [item.erbij for item in found.wijzigingen] == ["in een kader"]
    assert found.elders == ()


def test_words_that_only_the_second_form_of_a_drawing_has_are_told() -> None:
    second = f"<mc:Fallback><w:txbxContent>{paragraph(run('geheim'))}</w:txbxContent></mc:Fallback>"
    body = paragraph(f"<mc:AlternateContent><mc:Choice/>{second}</mc:AlternateContent>")
    assert read_reactie(make_docx(body)).elders == ("tekst buiten een alinea: “geheim”",)


def test_a_part_that_is_not_read_is_named() -> None:
    content = make_docx(paragraph(run("a")), word__afchunk_html=b"<p>tekst</p>")
    assert read_reactie(content).elders == ("het onderdeel word/afchunk.html",)


def test_what_a_word_processor_fills_in_is_nobodys_change() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    inhoud = paragraph(run("Norm 1.1 … 7"), properties='<w:pStyle w:val="TOC1"/>')
    found = read_reactie(make_docx(paragraph(run("bladzijde "), field) + inhoud))
    assert ([item.tekst for item in found.alineas], found.wijzigingen) == (["bladzijde"], ())


def test_what_somebody_puts_into_the_contents_or_a_field_is_told() -> None:
    body = paragraph(inserted("Wij zijn het niet eens"), properties='<w:pStyle w:val="TOC1"/>')
    (item,) = read_reactie(make_docx(body)).wijzigingen
    assert item.erbij == "Wij zijn het niet eens"
    field = f'<w:fldSimple w:instr=" PAGE ">{run("7")}{inserted("nee")}</w:fldSimple>'
    assert "“nee”" in " ".join(read_reactie(make_docx(paragraph(field))).elders)


def test_a_comment_is_read_with_its_own_changes_accepted() -> None:
    words = f"{run('Wij zijn het ')}{deleted('niet ')}{run('eens')}{inserted(' nu')}{run('.')}"
    changed = f'<w:comment w:id="0"><w:p>{words}</w:p></w:comment>'
    (item,) = read_reactie(make_docx(paragraph(commented(0, "a")), {"comments": changed})).opmerkingen
    assert item.tekst == "Wij zijn het eens nu."


def test_words_struck_through_by_hand_are_words_that_must_go() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>De kast stond open.</w:t></w:r>"
    kept = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Dit blijft.</w:t></w:r>'
    (item,) = read_reactie(make_docx(paragraph(struck) + paragraph(kept))).wijzigingen
    assert (item.weg, item.erbij) == ("De kast stond open.", "")


def test_a_bookmark_of_another_norm_than_its_heading_ties_nothing_to_it() -> None:
    heading = norm_heading("1.2").replace("norm_1_2", "norm_2_1")
    found = read_reactie(make_docx(heading + paragraph(commented(0, "a")), {"comments": comment(0, "b")}))
    assert found.opmerkingen[0].plaats == Plaats(None, "tekst")
    assert "Norm 1.2" in " ".join(found.elders)


def test_a_bookmark_of_a_vestiging_below_a_wrong_heading_ties_nothing_either() -> None:
    heading = norm_heading("1.2").replace("norm_1_2", "norm_2_1")
    below = norm_heading("1.2").replace("norm_1_2", "norm_2_1_L1").replace("Norm 1.2: Titel", "L1 Oost")
    body = heading + below + paragraph(commented(0, "a")) + norm_heading("2.1") + paragraph(commented(1, "b"))
    found = read_reactie(make_docx(body, {"comments": comment(0, "x") + comment(1, "y")}))
    assert [item.plaats for item in found.opmerkingen] == [Plaats(None, "tekst"), Plaats("norm_2_1", "tekst")]


def test_words_put_in_within_words_that_went_are_gone() -> None:
    moved = f'<w:moveFrom w:id="3" w:author="Naam">{run("weg")}{inserted("erbij")}</w:moveFrom>'
    (item,) = read_reactie(make_docx(paragraph(moved))).wijzigingen
    assert (item.weg, item.erbij, item.herroepen) == ("weg", "", "erbij")
