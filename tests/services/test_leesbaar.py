"""Whatever stands in a file, git gets text: never an error, never a sign that a terminal obeys."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.cli.opdracht import ROOT
from toezicht_cli.loading.tekens import find_hidden
from toezicht_cli.services.leesbaar import MAX_GETOOND, make_leesbaar, read_leesbaar

PROGRAM = "from toezicht_cli.__main__ import main; main()"


@settings(max_examples=1000, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"\xef\xbb\xbfa: b")
@example("a: \u202eb".encode())
@example(b"a: &x b\nc: *x")
@example(b"a: b\na: c")
@example(b"a: !!python/object/apply:os.system [id]")
@example(b"[" * 5000)
@example(b'a: "\\e[31m"')
@example(b"\rb")
def test_any_bytes_become_text_without_a_hidden_character(content: bytes) -> None:
    shown = make_leesbaar(content)
    shown.encode()
    assert find_hidden(shown) is None
    assert "\r" not in shown.replace("\r\n", "")


HOSTILE = st.lists(
    st.sampled_from(
        [b"\x1b", b"<U+001B>", b"<U+003C>", b"<", b"U+", b"\xff", b"<U+byte FF>", b"\x00", b"a", b"\r"]
    ),
    max_size=5,
).map(b"".join)


@settings(max_examples=500, deadline=None)
@given(HOSTILE, HOSTILE)
@example(b"\x1b", b"<U+001B>")
@example(b"\xff", "\udcff".encode("utf-8", "surrogatepass"))
def test_two_files_that_cannot_be_read_look_the_same_only_when_they_are(one: bytes, other: bytes) -> None:
    broken = b"[\n"
    assert (make_leesbaar(broken + one) == make_leesbaar(broken + other)) == (one == other)


@pytest.mark.parametrize(
    "content",
    [
        b"- a\n- b\n",
        b"tekst\n",
        b"a: [\n",
        b"a: 1\na: 2\n",
        "naam: José\r\n- x\r\n".encode(),
        b"a: b\n---\nc: d\n",
        b"{" * 40,
    ],
)
def test_what_is_no_yaml_of_ours_stays_as_it_is(content: bytes) -> None:
    assert make_leesbaar(content).encode() == content


def test_a_long_number_is_shown_as_it_is() -> None:
    assert make_leesbaar(b"tekst: '123456782'\n") == "tekst: 123456782\n"


def test_comments_stand_at_the_end_in_their_order() -> None:
    content = (
        b"# een\nb: 'x # geen' # twee\na: | # drie\n  y # geen\n  # geen\n# vier\nc: [d, # vijf\n  e]\n"
        b"f: x#geen\ng: {h: i} # zes  \n"
    )
    assert make_leesbaar(content).splitlines() == [
        "a:",
        "  y # geen",
        "  # geen",
        "b: x # geen",
        "c: [d, e]",
        "f: x#geen",
        "g",
        "  h: i",
        "# een  (bij b: 'x)",
        "# twee  (bij b: 'x # geen')",
        "# drie  (bij a: |)",
        "# vier  (bij c: [d,)",
        "# vijf  (bij c: [d,)",
        "# zes  (bij g: {h: i})",
    ]


@pytest.mark.parametrize("content", [b"", b"~\n", b"\xef\xbb\xbf"])
def test_a_file_without_fields_is_empty(content: bytes) -> None:
    assert make_leesbaar(content) == ""


def test_a_comment_alone_stands_at_the_end() -> None:
    assert make_leesbaar(b"# alleen uitleg\n") == "# alleen uitleg  (bij het einde)\n"


def test_a_comment_that_moves_to_another_line_is_shown() -> None:
    one = b"a: [D01] # alleen voor D01 gezien\nb: x\n"
    assert make_leesbaar(one) != make_leesbaar(b"a: [D01]\nb: x # alleen voor D01 gezien\n")


def test_a_comment_that_moves_to_a_line_with_the_same_code_is_shown() -> None:
    head = b"bevindingen:\n  - id: a\n    bronnen: [D01]%s\n  - id: %s\n    bronnen: [D01]%s\n"
    note = b" # alleen voor deze"
    assert make_leesbaar(head % (note, b"b", b"")) != make_leesbaar(head % (b"", b"b", note))
    assert make_leesbaar(head % (note, b"a", b"")) != make_leesbaar(head % (b"", b"a", note))
    assert make_leesbaar(head % (b"", b"b", note)).splitlines()[-1] == (
        "# alleen voor deze  (bij bronnen: [D01], in bevindingen b)"
    )
    items = b"a:\n  - x%s\n  - x%s\nb: [c,%s\n  c]%s\n"
    seen = {
        make_leesbaar(items % tuple(note if place == number else b"" for number in range(4)))
        for place in range(4)
    }
    assert len(seen) == 4


def test_a_file_of_more_than_a_diff_can_show_is_told_by_its_sum() -> None:
    one, other = (make_leesbaar(letter * (MAX_GETOOND + 1)) for letter in (b"a", b"b"))
    assert one != other
    assert one.count("\n") == 1
    assert make_leesbaar(b"a" * MAX_GETOOND) == "a" * MAX_GETOOND


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "weg", Path("a\0b")):
        assert read_leesbaar(path) == "(dit bestand is niet te lezen)\n"


def test_git_starts_it_without_what_is_heavy(tmp_path: Path) -> None:
    file = tmp_path / "onderzoek.yaml"
    file.write_text("naam: José\nid: x\n", encoding="utf-8")
    probe = (
        f"import sys; sys.argv = ['toezicht', 'git', 'leesbaar', {str(file)!r}]\n{PROGRAM}\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout == "id: x\nnaam: José\n".encode()
    loaded = set(done.stderr.decode().split())
    assert "yaml" in loaded
    assert not loaded & {"typer", "pydantic", "rich", "markdown_it", "toezicht_cli.cli.entry", "subprocess"}


@pytest.mark.parametrize("name", ["--help", "-x.yaml", "--version"])
def test_a_name_that_looks_like_an_option_is_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("b: 1\na: 2\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); {PROGRAM}",
            "git",
            "leesbaar",
            name,
        ],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"a: 2\nb: 1\n"
