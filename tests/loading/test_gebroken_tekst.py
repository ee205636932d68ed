"""Every broken or hostile text is a finding at its line and column, and the other files are still checked."""

from pathlib import Path

import pytest
import yaml

from tests.loading.geval import FILE, build_case, find_faults, find_positions
from toezicht_cli.loading import yaml_text
from toezicht_cli.loading.bestand import MAX_BYTES, decode
from toezicht_cli.loading.yaml_text import MAX_DEPTH, MAX_FAULTS, MAX_NODES

# Each with its content, and the code, line and column of what is found.
TEXTS: dict[str, tuple[str, str, int, int]] = {
    # Syntax
    "unclosed double quote": ('cijfers:\n  a: "x\n  b: 1\n', "STR004", 2, 6),
    "unclosed single quote": ("cijfers:\n  a: 'x\n", "STR004", 2, 6),
    "unclosed list": ("cijfers: [1, 2\nb: 1\n", "STR004", 2, 2),
    "unclosed group": ("cijfers: {b: 1\n", "STR004", 1, 10),
    "unopened bracket": ("cijfers: ]\n", "STR004", 1, 10),
    "two colons": ("cijfers:\n  a: b: c\n", "STR004", 2, 7),
    "value with an at sign": ("cijfers: @x\n", "STR004", 1, 10),
    "value with a backtick": ("cijfers: `x`\n", "STR004", 1, 10),
    "value with a percent sign": ("cijfers: %x\n", "STR004", 1, 10),
    "tab in front": ("cijfers:\n\ta: {waarde: 1}\n", "STR004", 2, 1),
    "wrong indent of a list": ("cijfers:\n  - a\n b: 1\n", "STR004", 3, 2),
    "list on the line of its field": ("cijfers: - a\n", "STR004", 1, 10),
    "unknown escape": ('cijfers: "\\q"\n', "STR004", 1, 11),
    "escape of a surrogate": ('cijfers: "\\uD800"\n', "STR004", 1, 13),
    "escape beyond Unicode": ('cijfers: "\\U00110000"\n', "STR004", 1, 13),
    "text after a block sign": ("cijfers: | tekst\n", "STR004", 1, 12),
    "text after a quote": ('cijfers: "a" b\n', "STR004", 1, 10),
    "list as a key": ("? [a, b]\n: 1\n", "STR004", 1, 3),
    "group as a key": ("? {a: 1}\n: 1\n", "STR004", 1, 3),
    "null as a key": ("cijfers:\n  ~: {waarde: 1}\n", "STR004", 2, 3),
    "empty key in a flow": ("cijfers: {? : 1}\n", "STR004", 1, 13),
    "no key": (": x\n", "STR004", 1, 1),
    "directive of another version": ("%YAML 3.0\n---\ncijfers: {}\n", "STR004", 1, 1),
    "text after the end": ("cijfers: {}\n...\nmeer\n", "STR004", 3, 1),
    "20,000 lists never closed": ("[" * 20_000, "STR008", 1, MAX_DEPTH + 1),
    # Keys, references, documents
    "duplicate field": ("cijfers: {}\naandelen: []\ncijfers: {}\n", "STR005", 3, 1),
    "duplicate field with a group": ("cijfers: {a: {b: 1}}\ncijfers: {a: {b: 1}}\n", "STR005", 2, 1),
    "duplicate field in other quotes": (
        "cijfers:\n  \"a\": {waarde: 1}\n  'a': {waarde: 1}\n",
        "STR005",
        3,
        3,
    ),
    "duplicate field by escape": ('cijfers:\n  a: {waarde: 1}\n  "\\x61": {waarde: 1}\n', "STR005", 3, 3),
    "anchor": ("cijfers: &a {}\n", "STR006", 1, 10),
    "anchor on a key": ("&a cijfers: {}\n", "STR006", 1, 1),
    "alias": ("cijfers: *a\n", "STR006", 1, 10),
    "alias as a key": ("*a : {}\n", "STR006", 1, 1),
    "merge key": ("cijfers:\n  <<: {a: {waarde: 1}}\n", "STR006", 2, 3),
    "tag": ("cijfers: !!map {}\n", "STR006", 1, 10),
    "tag of Python": ("cijfers: !!python/object/apply:os.system [ls]\n", "STR006", 1, 10),
    "tag by directive": ("%TAG ! tag:x,2000:\n---\ncijfers: !y {}\n", "STR006", 3, 10),
    "tag without a name": ("! cijfers\n", "STR006", 1, 1),
    "second document": ("cijfers: {}\n---\ncijfers: {}\n", "STR007", 2, 1),
    "second document after an end": ("cijfers: {}\n...\n---\ncijfers: {}\n", "STR007", 3, 1),
    # What git leaves when it cannot choose: one finding, whatever else is wrong because of it
    "conflict": ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n", "STR004", 2, 1),
    "conflict with CRLF": ("a: 1\r\n<<<<<<<\r\nb: 1\r\n", "STR004", 2, 1),
    "end of a conflict": ("a: 1\n>>>>>>> 3f2a\n", "STR004", 2, 1),
    # Characters
    "NUL": ("cijfers: {}\n# \0\n", "STR003", 2, 3),
    "ESC": ("cijfers: {}\n# \x1b[31m\n", "STR003", 2, 3),
    "DEL": ("# é\x7f\n", "STR003", 1, 4),
    "next line U+0085": ("# een\x85cijfers: {}\n", "STR003", 1, 6),
    "line separator": ("# een\u2028cijfers: {}\n", "STR003", 1, 6),
    "paragraph separator": ("# een\u2029cijfers: {}\n", "STR003", 1, 6),
    "bidi override": ("\ncijfers: {}  # \u202e\n", "STR003", 2, 16),
    "bidi isolate": ("# 😀\u2066\n", "STR003", 1, 4),
    "zero width space": ("cij\u200bfers: {}\n", "STR003", 1, 4),
    "zero width joiner twice": ("# a\u200db\u200dc\n", "STR003", 1, 4),
    "soft hyphen": ("# af\xadbreken\n", "STR003", 1, 5),
    "tag characters": ("# \U000e0041\n", "STR003", 1, 3),
    "non-character": ("# \uffff\n", "STR003", 1, 3),
    "second byte order mark": ("\ufeff\ufeffcijfers: {}\n", "STR003", 1, 1),
    "ESC by escape": ('cijfers: "\\e[31m"\n', "STR003", 1, 10),
    "NUL by escape": ('cijfers:\n  "a\\0": {waarde: 1}\n', "STR003", 2, 3),
    "bidi by escape": ('cijfers: "\\u202E"\n', "STR003", 1, 10),
    "zero width by escape": ('cijfers: "\\u200b"\n', "STR003", 1, 10),
    "next line by escape": ('cijfers: "\\N"\n', "STR003", 1, 10),
    "line separator by escape": ('cijfers: "\\L"\n', "STR003", 1, 10),
    # Shape
    "empty file": ("", "STR011", 1, 1),
    "only blank lines": ("\n\n  \n", "STR011", 1, 1),
    "only comments": ("# niets\n# niets\n", "STR011", 1, 1),
    "only a document mark": ("---\n", "STR011", 1, 1),
    "null at the root": ("~\n", "STR011", 1, 1),
    "list at the root": ("# lijst\n- a\n", "STR011", 2, 1),
    "text at the root": ("cijfers\n", "STR011", 1, 1),
    "number at the root": ("  18\n", "STR011", 1, 3),
    "lone CR counts as a line": ("cijfers: {}\r# een\rbedragen: {}\r", "STR009", 3, 1),
    "CRLF counts as one line": ("cijfers: {}\r\n# een\r\nbedragen: {}\r\n", "STR009", 3, 1),
    "column in characters": ('cijfers: {}\n"é😀": {}\n', "STR009", 2, 1),
    "value after wide characters": ("cijfers: {a: {eenheid: é😀, waarde: x}}\n", "STR011", 1, 36),
    # Size
    "deep lists": ("cijfers: " + "[" * 25_000 + "]" * 25_000, "STR008", 1, 9 + MAX_DEPTH),
    "deep groups": ("cijfers: " + "{a: " * 25_000, "STR008", 1, 10 + 4 * (MAX_DEPTH - 1)),
    "deep block": (
        "".join(f"{' ' * depth}a:\n" for depth in range(40)) + " " * 40 + "b",
        "STR008",
        MAX_DEPTH + 1,
        MAX_DEPTH + 1,
    ),
    "many parts": ("cijfers: [" + "a," * (MAX_NODES + 1) + "]", "STR008", 1, 100_007),
    "merge bomb": ("a: &a {x: 1}\n" + "b: {<<: [*a,*a]}\n", "STR006", 1, 4),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_broken_text_is_found_where_it_is(name: str, tmp_path: Path) -> None:
    text, code, line, column = TEXTS[name]
    folder = build_case(tmp_path)
    (folder / FILE).write_bytes(text.encode())
    found = find_positions(folder)
    assert found[0] == (code, line, column)
    if code != "STR006":  # one place may hold an anchor and a tag
        assert len(found) == 1


def test_a_conflict_of_git_is_told_with_the_way_out(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).write_text("a: |\n  <<<<<<< tekst\n<<<<<<< HEAD\n", encoding="utf-8")
    (fault,) = find_faults(folder)
    assert (fault.location.line, "<<<<<<<" in str(fault.help)) == (3, True)


@pytest.mark.parametrize(
    ("file", "hulp"),
    [
        ("signalen/2026/S-2026-009.yaml", "toezicht signaal hernummer S-2026-009"),
        ("meldingen/2026/M-2026-009.yaml", "toezicht melding hernummer M-2026-009"),
        ("gesprekken/2026/G-2026-009.yaml", "toezicht gesprek hernummer G-2026-009"),
    ],
)
def test_a_conflict_in_an_entry_names_the_command_for_two_with_one_number(file: str, hulp: str) -> None:
    with pytest.raises(yaml_text.YamlTextError) as caught:
        yaml_text.parse("<<<<<<< HEAD\nid: x\n", file)
    assert hulp in str(caught.value.faults[0].help)


def test_a_refused_key_hides_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).write_text("? {a: 1}\n: {a: 1}\n? {a: 1}\n: {a: &x 1}\n", encoding="utf-8")
    assert find_positions(folder) == [("STR004", 1, 3), ("STR004", 3, 3), ("STR006", 4, 7)]


def test_many_faults_are_cut_and_counted(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).write_text("".join(f"- !x {number}\n" for number in range(100)), encoding="utf-8")
    found = find_faults(folder)
    assert len(found) == MAX_FAULTS + 1
    assert found[-1].message == f"en nog {100 - MAX_FAULTS} fouten in dit bestand"


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).write_bytes(b"\xef\xbb\xbfbedragen: {}\n")
    assert find_positions(folder) == [("STR009", 1, 1)]


BYTES: dict[str, tuple[bytes, str, int, int]] = {
    "UTF-16, little end first": ("cijfers: {}\n".encode("utf-16-le"), "STR002", 1, 1),
    "UTF-16, big end first": ("cijfers: {}\n".encode("utf-16-be"), "STR002", 1, 1),
    "UTF-16 with a mark": ("cijfers: {}\n".encode("utf-16"), "STR002", 1, 1),
    "UTF-32": ("cijfers: {}\n".encode("utf-32"), "STR002", 1, 1),
    "Windows-1252": ("cijfers: {}\r\n# één cliënt\r\n".encode("cp1252"), "STR002", 2, 3),
    "cut off in a character": (b"cijfers: {}\n# caf\xc3", "STR002", 2, 6),
    "overlong form": (b"# \xc0\xaf\n", "STR002", 1, 3),
    "surrogate in UTF-8": (b"# \xed\xa0\x80\n", "STR002", 1, 3),
    "byte after characters": ("# éé".encode() + b"\xff\n", "STR002", 1, 5),
    "only NUL": (b"\0" * 100, "STR002", 1, 1),
    "too large": (b"#" * (MAX_BYTES + 1), "STR008", 1, 1),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_found_where_they_are(name: str, tmp_path: Path) -> None:
    content, code, line, column = BYTES[name]
    folder = build_case(tmp_path)
    (folder / FILE).write_bytes(content)
    assert find_positions(folder) == [(code, line, column)]


def alias_bomb() -> str:
    levels = "\n".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 30))
    return f"a0: &a0 [lol]\n{levels}\n"


def merge_bomb() -> str:
    levels = "\n".join(
        f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, 30)
    )
    return f"a0: &a0 {{b: 1}}\n{levels}\n"


SLOW: dict[str, str] = {
    "alias bomb": alias_bomb(),
    "merge bomb": merge_bomb(),
    "sexagesimal number of 600 kB": f"cijfers: {{a: {{waarde: {'1:59' + ':59' * 200_000}}}}}\n",
    "one line of 1 MB": f"cijfers: {{a: {{waarde: 1, eenheid: {'x' * 1_000_000}}}}}\n",
    "a field name of 500 kB": f"? {'x' * 500_000}\n: 1\n",
    "a million line ends": "\n" * 1_000_000,
    "half a million dashes": "- " * 500_000,
    "250,000 fields on one line": "{" + "a," * 250_000 + "}",
    "25,000 unknown fields": "".join(f"veld{number}:\n" for number in range(20_000)),
    "half a million question marks": "? " * 500_000,
    "a million hashes": "#" * 1_000_000,
    "a million spaces": "a:" + " " * 1_000_000,
    "300,000 zero width spaces": "# " + "\u200b" * 300_000,
    "many open quotes": "- '\n" * 200_000,
    "digits of a float": "a: " + "9" * 1_000_000 + "e999999",
    "a backslash storm": 'a: "' + "\\\\" * 400_000 + '"',
    "folded blank lines": "a: >\n" + "\n" * 500_000 + "  x\n",
    "a deep indent": "a:\n" + " " * 500_000 + "b: 1\n",
}


@pytest.mark.parametrize("name", SLOW)
def test_a_text_made_to_be_slow_ends_in_a_few_findings(name: str, tmp_path: Path) -> None:
    folder = build_case(tmp_path)
    (folder / FILE).write_bytes(SLOW[name].encode())
    found = find_positions(folder)
    assert len(found) <= 51


@pytest.mark.parametrize("name", TEXTS)
def test_a_broken_text_is_refused_without_libyaml_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML falls back on a reader in Python where libyaml cannot be had; its places may differ a little."""
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)
    text, code, line, _ = TEXTS[name]
    if code in {"STR009", "STR011"}:
        assert yaml_text.parse(decode(text.encode()), FILE)
        return
    with pytest.raises(yaml_text.YamlTextError) as caught:
        yaml_text.parse(decode(text.encode()), FILE)
    first = caught.value.faults[0]
    assert first.location.line == line
    assert first.rule_id == code or "surrogate" in name
