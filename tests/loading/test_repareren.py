"""Repairing a text: what changes, what does not, and that nothing is ever lost."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from toezicht_cli.loading import repareren, volgorde
from toezicht_cli.loading.bewerken import find_comments, split_with_ends
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.loading.repareren import RepareerError, is_misread, repareer_tekst
from toezicht_cli.loading.yaml_text import YamlText, YamlTextError, YamlValue, parse
from toezicht_cli.models.base import Element
from toezicht_cli.models.betrokkenen import Aanbieder
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.datum import iso_from_dutch
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunten

ROOT = Path(__file__).parents[2]
ONDERZOEKEN = [
    *ROOT.glob("voorbeelden/**/onderzoek.yaml"),
    *ROOT.glob("tests/rules/_basis/**/onderzoek.yaml"),
]
FILES = sorted(path for onderzoek in ONDERZOEKEN for path in onderzoek.parent.rglob("*.yaml"))


def repair(source: str, model: type[Element]) -> tuple[str, list[tuple[int, str, str, str]]]:
    new, done = repareer_tekst(parse(source, "x.yaml"), model)
    return new, [(one.line, one.soort, one.oud, one.nieuw) for one in done]


def model_of(path: Path) -> type[Element]:
    return BESTANDEN.get(path.name, Normoordeel)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("uiterlijk: 23-1-2025", "uiterlijk: 2025-01-23"),
        ("uiterlijk: 23-1-2025 # ooit 22-1-2025", "uiterlijk: 2025-01-23 # ooit 22-1-2025"),
        ("uiterlijk: '23/01/2025'", "uiterlijk: 2025-01-23"),
        ('uiterlijk: "3  maart 2025"', "uiterlijk: 2025-03-03"),
        ("uiterlijk:   Maart 2025  ", "uiterlijk:   2025-03  "),
        ("uiterlijk: 30-2-2025", "uiterlijk: 30-2-2025"),
        ("uiterlijk: 2025-01-23", "uiterlijk: 2025-01-23"),
        ('uiterlijk: "2025-01-23"', 'uiterlijk: "2025-01-23"'),
        ("uiterlijk: zo-spoedig-mogelijk", "uiterlijk: zo-spoedig-mogelijk"),
        ("uiterlijk: |\n      23-1-2025", "uiterlijk: |\n      23-1-2025"),
        ("uiterlijk: 3\n      maart 2025", "uiterlijk: 3\n      maart 2025"),
        ("uiterlijk: [23-1-2025]", "uiterlijk: [23-1-2025]"),
        ("uiterlijk:", "uiterlijk:"),
        ("tekst: 23-1-2025", "tekst: 23-1-2025"),
        ("onbekend: 23-1-2025", "onbekend: 23-1-2025"),
    ],
)
def test_dutch_dates_become_iso_where_a_date_belongs(old: str, new: str) -> None:
    head = "verbeterpunten:\n  - id: V01\n    "
    assert repair(f"{head}{old}\n", Verbeterpunten)[0] == f"{head}{new}\n"


@pytest.mark.parametrize("field", ["datum", "data", "ontvangen_op", "documentdatum", "geldig"])
def test_every_kind_of_date_is_known(field: str) -> None:
    old, new = ("[23-1-2025]", "[2025-01-23]") if field == "data" else ("23-1-2025", "2025-01-23")
    assert repair(f"bronnen: [{{{field}: {old}}}]", Bronnenlijst)[0] == f"bronnen: [{{{field}: {new}}}]"


@pytest.mark.parametrize(
    ("model", "old", "new"),
    [
        (Normoordeel, "norm: 1.10", 'norm: "1.10"'),
        (Normoordeel, "norm: 1.10 # c", 'norm: "1.10" # c'),
        (Normoordeel, "norm: '1.10'", "norm: '1.10'"),
        (Normoordeel, "norm: 1.1.0", "norm: 1.1.0"),
        (Normoordeel, "{norm: 012, locatie: L1}", '{norm: "012", locatie: L1}'),
        (Normoordeel, "positieve_punten: [no, nee, ja, 7]", 'positieve_punten: ["no", nee, ja, "7"]'),
        (Normoordeel, "positieve_punten:\n- 2025-01-23\n", 'positieve_punten:\n- "2025-01-23"\n'),
        (Normoordeel, "positieve_punten:\n- een\n  2\n", "positieve_punten:\n- een\n  2\n"),
        (Normoordeel, "bevindingen: [{id: y, criteria: [n]}]", 'bevindingen: [{id: "y", criteria: ["n"]}]'),
        (Normoordeel, "reden:", "reden:"),
        (Normoordeel, "reden: null", "reden: null"),
        (Normoordeel, "reden: NULL", 'reden: "NULL"'),
        (Aanbieder, "kvk: 12345678", 'kvk: "12345678"'),
        (Bronnenlijst, "bronnen: [{versie: 7, aantal: 7}]", 'bronnen: [{versie: "7", aantal: 7}]'),
        (Bronnenlijst, "bronnen: [{versie: 2024-10}]", "bronnen: [{versie: 2024-10}]"),
        (Cijfers, "cijfers: {a: {waarde: 17.5}}", "cijfers: {a: {waarde: 17.5}}"),
        (Cijfers, "cijfers: {no: {waarde: 1}}", "cijfers: {no: {waarde: 1}}"),
        (Onderzoek, "formaat: 1\naangekondigd: ja", "formaat: 1\naangekondigd: ja"),
        (
            Onderzoek,
            "reikwijdte: {niet_onderzocht: [{normen: [1.10]}]}",
            'reikwijdte: {niet_onderzocht: [{normen: ["1.10"]}]}',
        ),
        (
            Toetsingskader,
            "themas: [{id: 1, normen: [{id: 1.10}]}]",
            'themas: [{id: "1", normen: [{id: "1.10"}]}]',
        ),
    ],
)
def test_quotes_come_round_text_that_others_misread(model: type[Element], old: str, new: str) -> None:
    assert repair(old, model)[0] == new


@given(
    st.one_of(
        st.from_regex(r"[-+0-9a-fox._:eE]{1,12}", fullmatch=True),
        st.sampled_from(["yes", "No", "TRUE", "~", "=", "1e3"]),
    )
)
@settings(max_examples=200, deadline=None)
def test_whatever_a_typed_reader_does_not_read_as_text_is_known(value: str) -> None:
    source = f"- {value}"
    try:
        read = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError):
        return
    if isinstance(read, list) and not isinstance(read[0], str | dict | list):
        assert is_misread(value)


def test_text_that_every_reader_takes_for_text_gets_no_quotes() -> None:
    for value in ("nee", "ja", "1.2.3", "1.a", "2024-10", "voldoet", "niet-vermeld", "-", "e3", "1-2", "L1"):
        assert not is_misread(value)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_fields_move_with_their_comments(ending: str) -> None:
    old = """
# Een opmerking over het bestand.

reden: |  # waarom
  # geen commentaar
  Er waren geen cliënten.
    # dieper

# boven status
# en nog een regel
status: niet-getoetst  # achter status

norm: "2.2"  # achter norm
  # dieper onder norm

# aan het eind
"""
    new = """
# Een opmerking over het bestand.

norm: "2.2"  # achter norm
  # dieper onder norm

# boven status
# en nog een regel
status: niet-getoetst  # achter status

reden: |  # waarom
  # geen commentaar
  Er waren geen cliënten.
    # dieper

# aan het eind
"""
    source, wanted = (text.replace("\n", ending) for text in (old, new))
    assert repair(source, Normoordeel) == (
        wanted,
        [(4, "volgorde", "reden, status, norm", "norm, status, reden")],
    )


def test_fields_in_a_list_leave_the_dash_in_front() -> None:
    old = """\
bronnen:
  # over I01
  - soort: interview   # s
    # boven id
    id: I01
  -   rol: client
      soort: interview
      id: I02
  - id: I03
    soort: interview
"""
    new = """\
bronnen:
  # over I01
  - soort: interview   # s
    # boven id
    id: I01
  -   id: I02
      soort: interview
      rol: client
  - id: I03
    soort: interview
"""
    assert repair(old, Bronnenlijst) == (new, [(6, "volgorde", "rol, soort, id", "id, soort, rol")])


def test_groups_within_groups_move_as_well() -> None:
    old = """\
aanbieder:
  vestigingen:
  - naam: Kantoor
    id: L1
  naam: Zorg
id: x
formaat: 1"""
    new = """\
formaat: 1
id: x
aanbieder:
  naam: Zorg
  vestigingen:
  - id: L1
    naam: Kantoor
"""
    assert repair(old, Onderzoek)[0] == new.removesuffix("\n")


@pytest.mark.parametrize(
    "source",
    [
        'oordeel: a\nonbekend: b\nnorm: "1"\n',
        '{oordeel: a, norm: "1"}\n',
        '# over dit bestand, of over oordeel?\noordeel: a\nnorm: "1"\n',
        'oordeel: a\n\n# op zichzelf\n\nnorm: "1"\n',
        'oordeel: a\n  # dieper\n# hoort bij?\n\nnorm: "1"\n',
        'oordeel: a\nnorm: "1"\n# bij norm?\n',
        '? oordeel\n: a\n? norm\n: "1"\n',
        'oordeel: a\nconclusie: |+\n  x\n\nnorm: "1"',
        'oordeel: "a\n# tekst"\nnorm: "1"\n...\n# na het eind\n',
        "conclusie: |\n  einde zonder regeleinde telt\nbevindingen: []\nreden: |\n  x",
        "bevindingen:\n-\n  # boven tekst\n  tekst: x\n  id: a\n",
    ],
)
def test_a_group_is_left_alone_when_it_is_not_clear(source: str) -> None:
    new, done = repair(source, Normoordeel)
    if "..." not in source:
        assert (new, done) == (source, [])
    else:
        assert new == 'norm: "1"\noordeel: "a\n# tekst"\n...\n# na het eind\n'


def test_a_modeline_stays_on_top() -> None:
    line = "# yaml-language-server: $schema=bevinding.schema.json\n"
    assert repair(f'{line}oordeel: a\nnorm: "1"\n', Normoordeel)[0] == f'{line}norm: "1"\noordeel: a\n'


def test_when_the_order_would_say_something_else_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volgorde, "_move", lambda lines, _plan: lines.pop())
    source = 'oordeel: a\nnorm: "1"\n'
    assert repair(source, Normoordeel) == (source, [])
    monkeypatch.setattr(volgorde, "_move", lambda lines, _plan: lines.append("}\n"))
    assert repair(source, Normoordeel) == (source, [])


@pytest.mark.parametrize("broken", ["norm: 1.1\n", "norm: }\n", "norm: '1.10' # weg\n"])
def test_a_repair_that_says_something_else_is_our_own_fault(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(repareren, "bewerk", lambda *_: broken)
    with pytest.raises(RepareerError, match="fout in toezicht") as found:
        repair("norm: 1.10\n", Normoordeel)
    assert found.value.help


# --- Whatever is repaired, nothing is lost -----------------------------------------------------------


def with_iso(value: YamlValue) -> YamlValue:
    """Return ``value`` with every Dutch date in ISO form, so that old and new can be compared."""
    if isinstance(value, dict):
        return {key: with_iso(child) for key, child in value.items()}
    if isinstance(value, list):
        return [with_iso(child) for child in value]
    return (iso_from_dutch(value) or value) if value else value


def assert_nothing_is_lost(old: YamlText, model: type[Element]) -> None:
    new, done = repareer_tekst(old, model)
    parsed = parse(new, old.file)
    assert with_iso(parsed.value) == with_iso(old.value)
    assert sorted(find_comments(parsed)) == sorted(find_comments(old))
    assert bool(done) is (new != old.text)
    if not any(one.soort != "volgorde" for one in done):
        assert bag_of_lines(new) == bag_of_lines(old.text)
    assert repareer_tekst(parsed, model) == (new, ()), "a second time there is nothing left to do"


def bag_of_lines(source: str) -> Counter[str]:
    return Counter(line.strip(" -\r\n") for line in split_with_ends(source))


COMMENTS = st.sampled_from(["", "", "", "# c", "# 23-1-2025: 'x", "#", "  # dieper", '    # "'])
BLANKS = st.sampled_from(["", "", "", "{n}", "{n}{n}", "   {n}"])
TEXTS = st.sampled_from(
    [
        "",
        "1.10",
        "no",
        "23-1-2025",
        "😀 é",
        "'a # b'",
        '"x\\"# y"',
        "[a, 1.10]",
        "{a: 1}",
        "een{n}{i}  twee",
        '"een{n}{i}  # twee"',
        ">-{n}{i}  # r",
        "|+{n}{i}  r{n}{n}",
        "|{n}{i}  r{n}{n}{n}",
        "|{n}{i}  r # x{n}{n}{i}  # t{n}",
    ]
)


@st.composite
def group(draw: st.DrawFn, fields: tuple[str, ...], indent: int = 0, depth: int = 0) -> str:
    """Draw a block mapping of ``fields`` in any order with comments, blank lines and all sorts of values."""
    names = draw(st.lists(st.sampled_from(fields), min_size=1, max_size=5, unique=True))
    space = " " * indent
    source = ""
    for name in names:
        above = draw(COMMENTS)
        source += draw(BLANKS) + (f"{space}{above}{{n}}" if above else "")
        source += f"{space}{name}:{draw(value(name, indent, depth))}"
        behind = draw(COMMENTS)
        source += (
            f" {behind}{{n}}"
            if behind and not source.endswith("{n}")
            else "{n}" * (not source.endswith("{n}"))
        )
    return source


def value(name: str, indent: int, depth: int) -> st.SearchStrategy[str]:
    plain = TEXTS.map(lambda text: f" {text}".replace("{i}", " " * indent))
    inner = {"bevindingen": ("id", "tekst", "bronnen", "criteria")}.get(name)
    if inner is None or depth:
        return plain
    item = group(inner, indent + 4, depth + 1)
    dashed = item.map(lambda text: _dash(text, indent + 2))
    return st.one_of(
        plain, st.lists(dashed, min_size=1, max_size=3).map(lambda items: "{n}" + "".join(items))
    )


def _dash(text: str, indent: int) -> str:
    """Put the dash of a list before the first field of ``text``; comments above it stay there."""
    lines = text.split("{n}")
    first = next(
        index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")
    )
    lines[first] = " " * indent + "- " + lines[first][indent + 2 :]
    return "{n}".join(lines)


@given(
    group(("norm", "oordeel", "status", "reden", "bevindingen", "conclusie", "positieve_punten", "vreemd")),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.sampled_from(["", "", "---{n}", "# yaml-language-server: $schema=x{n}", "# kop{n}{n}"]),
    st.sampled_from(["", "", "...{n}", "# staart{n}", "{n}{n}"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_in_made_up_files(source: str, ending: str, head: str, tail: str, bare: bool) -> None:
    text = (head + source + tail).replace("{n}", ending)
    try:
        old = parse(text.rstrip("\r\n") if bare else text, "x.yaml")
    except YamlTextError:
        return
    assert_nothing_is_lost(old, Normoordeel)


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_in_damaged_examples(path: Path, data: st.DataObject) -> None:
    lines = split_with_ends(path.read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 6))):
        here, there = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = data.draw(st.sampled_from(["swap", "comment", "blank", "unquote", "date", "indent"]))
        if change == "swap":
            lines[here], lines[there] = lines[there], lines[here]
        elif change in ("comment", "blank"):
            lines.insert(here, "# op zichzelf\n" if change == "comment" else "\n")
        elif change == "unquote":
            lines[here] = lines[here].replace('"', "")
        elif change == "date":
            lines[here] = lines[here].replace("2025-", "1-1-2025 ")
        else:
            lines[here] = f"  {lines[here]}"
    try:
        old = parse("".join(lines), path.name)
    except YamlTextError:
        return
    assert_nothing_is_lost(old, model_of(path))


def test_the_strategy_makes_files_in_which_something_is_repaired() -> None:
    counts: Counter[str] = Counter()

    @given(group(("norm", "oordeel", "reden", "bevindingen", "conclusie")))
    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    def count(source: str) -> None:
        try:
            old = parse(source.replace("{n}", "\n"), "x.yaml")
        except YamlTextError:
            counts["unread"] += 1
            return
        counts.update({one.soort for one in repareer_tekst(old, Normoordeel)[1]} or {"nothing"})

    count()
    assert min(counts["volgorde"], counts["aanhalingstekens"], counts["nothing"]) >= 20, counts
    assert counts["unread"] <= 100, counts
