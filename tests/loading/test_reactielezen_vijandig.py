"""A returned file that is damaged or made to hurt gives an error in Dutch, never a traceback."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.loading.wordproef import comment, commented, deleted, inserted, make_docx, paragraph, part, run
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.reactielezen.kindproces import read_reactie_apart
from toezicht_cli.loading.reactielezen.uit_docx import read_reactie

_BODY = paragraph(run("Er zijn "), deleted("zeven"), inserted("acht"), commented(0, "dossiers"))
_GOED = make_docx(_BODY, {"comments": comment(0, "Waarom?")})
_ENTITEITEN = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    + part("document", f"<w:body>{paragraph(run('&b;'))}</w:body>").partition("?>")[2]
)
_BUITEN = '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part("document", "").partition("?>")[2]


def _zip(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"geen zip",
        _zip(a=b"b"),
        _GOED[:-30],
        make_docx("", word__document_xml=b""),
        make_docx("", word__document_xml=b"<w:document>"),
        make_docx("", word__document_xml=b"\x00\xff"),
        make_docx("", word__document_xml=_ENTITEITEN.encode()),
        make_docx("", word__document_xml=_BUITEN.encode()),
        make_docx("", {"comments": "<w:comment"}),
        make_docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000),
        make_docx("", {"comments": comment(0, "x") * 50_000}),
        make_docx(paragraph(run("a"), inserted("b")) * 5_000),
    ],
)
def test_a_file_that_cannot_be_read_gives_our_own_error(content: bytes) -> None:
    with pytest.raises(BuitenbestandError):
        read_reactie(content)


def test_a_zip_that_unpacks_to_more_than_the_limit_is_refused() -> None:
    with pytest.raises(BuitenbestandError):
        read_reactie(make_docx("", word__media__a_bin=bytes(201 << 20)))


def test_a_file_is_read_in_a_process_of_its_own_with_the_same_outcome() -> None:
    assert read_reactie_apart(_GOED) == read_reactie(_GOED)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(BuitenbestandError):
        read_reactie_apart(_GOED, seconds=0)


def test_the_process_hands_on_why_a_file_cannot_be_read() -> None:
    with pytest.raises(BuitenbestandError, match="Word-document"):
        read_reactie_apart(_zip(a=b"b"))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(_GOED) - 1), st.binary(max_size=8))
def test_a_damaged_file_never_gives_another_error(place: int, damage: bytes) -> None:
    with contextlib.suppress(BuitenbestandError):  # any other error is a failure
        read_reactie(_GOED[:place] + damage + _GOED[place + len(damage) :])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_xml_never_gives_another_error(data: st.DataObject) -> None:
    sound = part("document", f"<w:body>{_BODY}</w:body>")
    place = data.draw(st.integers(0, len(sound)))
    damage = data.draw(
        st.sampled_from(["<w:p>", "</w:p>", "<w:ins>", "</w:ins>", "<w:fldChar/>", "&lt;", "x"])
    )
    broken = sound[:place] + damage + sound[place + data.draw(st.integers(0, 40)) :]
    with contextlib.suppress(BuitenbestandError):  # any other error is a failure
        read_reactie(make_docx("", word__document_xml=broken.encode()))
