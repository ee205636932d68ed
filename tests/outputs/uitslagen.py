"""Results of a check for the tests of the formats: one made by hand, and any that a user could cause."""

from hypothesis import strategies as st

from toezicht_cli.diagnostics import CheckResult, Controle, Diagnostic, Excused, Location, Severity

BSN = "123456782"
CONTROLE = Controle(
    "BRN002",
    "onbekende-bron",
    Severity.ERROR,
    "0.1",
    "Elke bron bestaat",
    "Elke bron bestaat\n\n## Waarom\nAnders weet niemand\nwaar het staat.\n\nEn dat is jammer.\n",
)
LEEG = CheckResult((), files=2, rules=3, names=("onderzoek.yaml", "bronnen.yaml"))
VOORBEELD = CheckResult(
    diagnostics=(
        Diagnostic(
            Location("onderzoeken/a b/bevindingen/1.1.yaml", 4, 20, 3),
            "BRN002",
            Severity.ERROR,
            "bron I50 staat niet in bronnen.yaml",
            "bedoelde je I10?",
            "bevindingen[a].bronnen[I50]",
        ),
        Diagnostic(
            Location("onderzoeken/a b/bevindingen/1.1.yaml", 4, 25, 3),
            "BRN002",
            Severity.ERROR,
            "bron I51 staat niet in bronnen.yaml",
            None,
            "bevindingen[a].bronnen[I51]",
        ),
        Diagnostic(
            Location("onderzoeken/a b/onderzoek.yaml", 1, 1, 0),
            "OOR001",
            Severity.WARNING,
            "100% van 'de normen': 18, 19",
            "kijk [hier](https://voorbeeld.test) of niet",
            ".",
        ),
        Diagnostic(
            Location("/elders/kaders/één.yaml", 9), "KDR006", Severity.INFO, f"bel {BSN}\nnu", None, "x"
        ),
    ),
    excused=(
        Excused(
            Diagnostic(
                Location("onderzoeken/a b/bronnen.yaml", 7, 3, 8),
                "BRN007",
                Severity.WARNING,
                "bron O10 is van 4 mei 2026",
                None,
                "bronnen[O10].ontvangen_op",
            ),
            "De aanbieder stuurde <later> iets na.",
        ),
    ),
    files=4,
    rules=100,
    skipped=2,
    names=(
        "/elders/kaders/één.yaml",
        "onderzoeken/a b/bevindingen/1.1.yaml",
        "onderzoeken/a b/bronnen.yaml",
        "onderzoeken/a b/onderzoek.yaml",
    ),
    controles={"BRN002": CONTROLE},
)

# What somebody who wants to do harm, or who has bad luck, types somewhere.
_HOSTILE = st.sampled_from(
    [
        "::error::x",
        "\n::set-output name=a::b",
        "##[error]x",
        "%",
        "%0A",
        "%25",
        "\r",
        "\n",
        ":",
        ",",
        "=",
        "]]>",
        "<b>",
        "&amp;",
        '"',
        "'",
        "\\",
        "{0}",
        "[x](https://voorbeeld.test)",
        "\x00",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufffe",
        "\uffff",
        "\ud800",
        "😀",
        "é",
        "../",
        BSN,
        "jan@voorbeeld.nl",
    ]
)
words = st.lists(st.one_of(_HOSTILE, st.text(max_size=8)), min_size=1, max_size=6).map("".join)
_files = st.one_of(
    words.filter(bool),
    words.map(lambda name: f"bevindingen/{name}.yaml"),
    words.map(lambda name: f"/elders/{name}"),
    words.map(lambda name: f"C:/elders/{name}"),
    st.sampled_from(["//server/deel/a.yaml", "20260115-linde/a.yaml", "a:b/c#d?e"]),
)
_locations = st.builds(Location, _files, st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 99))
_codes = st.sampled_from(["BRN002", "OOR001", "INT001"])
diagnostics = st.builds(
    Diagnostic, _locations, _codes, st.sampled_from(Severity), words, st.none() | words, words
)
uitslagen = st.builds(
    CheckResult,
    st.lists(diagnostics, max_size=6, unique=True).map(tuple),
    st.lists(st.builds(Excused, diagnostics, words), max_size=3).map(tuple),
    st.just(3),
    st.just(9),
    st.integers(0, 2),
    names=st.lists(_files, max_size=3, unique=True).map(tuple),
    controles=st.sampled_from([{}, {"BRN002": CONTROLE}]),
)


def make_many(count: int) -> CheckResult:
    """Return a result with ``count`` findings, all alike and on different lines."""
    found = (
        Diagnostic(Location(f"bevindingen/{line % 50}.yaml", line + 1), "BRN002", Severity.ERROR, "weg")
        for line in range(count)
    )
    return CheckResult(tuple(sorted(found, key=lambda one: one.sort_key)), files=50, rules=1)
