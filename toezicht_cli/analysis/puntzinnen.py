"""Puntzinnen: whether a verbeterpunt says what must be done.

There is no parser, so only what is certain is told. A point has no verb when its first words can be
no command and none of its words can be a verb: every word that might be one is believed. A point is
vague when all of it is one of a few forms, such as "Besteed aandacht aan risico's".
"""

import re

_WOORD = re.compile(r"[^\W\d_][\w'’-]{0,60}")
# A command stands at the beginning of a clause.
_ZINSDEEL = r"[.:;,!?()\n–]| - |\b(?:en|of|maar|want|dus|zodat|als)\b"
# Words that may begin a clause that is no command.
_BEGIN = frozenset(
    (
        *("aan", "aandacht", "alle", "andere", "beleid", "bij", "binnen", "concrete", "controle", "de"),
        *("deze", "duidelijke", "een", "elke", "extra", "geen", "goede", "heldere", "het", "hogere"),
        *("iedere", "in", "inzicht", "juiste", "kortere", "lagere", "meer", "met", "minder", "na", "naar"),
        *("nieuwe", "ook", "op", "over", "passende", "per", "regelmatige", "snellere", "structurele"),
        *("toezicht", "tot", "tussen", "uit", "vaste", "veel", "vaker", "veilige", "veiliger"),
        *("volledige", "voldoende", "voor", "weinig", "zonder", "actuele", "actueel", "betere"),
    )
)
# How a noun ends that is made of something else; a verb of one syllable (breng, dring) is shorter.
_NAAMWOORD = (
    *("ing", "heid", "teit", "schap", "atie", "itie", "ment", "isme"),
    *("ingen", "heden", "aties", "ities", "teiten"),
)
_LANGER_DAN_WERKWOORD = 6
# Words that end as a verb does and are none.
_GEEN_WERKWOORD = frozenset(
    (
        *("aan", "altijd", "beide", "binnen", "boven", "buiten", "dan", "de", "dit", "een", "eigen"),
        *("en", "geen", "het", "hun", "in", "met", "na", "niet", "onder", "samen", "steeds", "te", "tegen"),
        *("tijdens", "tot", "tussen", "uit", "van", "want", "zonder", "meer", "minder", "weer"),
        *("bekende", "concrete", "directe", "gerichte", "goed", "goede", "juiste", "korte", "vaste", "grote"),
        *("aandacht", "afspraken", "afstand", "beeld", "bejegeningen", "calamiteiten", "cliënt", "cliënten"),
        *("collega's", "contact", "diensten", "document", "documenten", "doelen", "gebied", "geweld"),
        *("incident", "incidenten", "instrumenten", "inzicht", "klachten", "klant", "klanten", "locaties"),
        *("management", "mensen", "naasten", "ouderen", "overzicht", "patiënt", "patiënten", "personen"),
        *("procenten", "protocollen", "rechten", "resultaat", "resultaten", "systemen", "taken", "tijd"),
        *("toezicht", "verband"),
    )
)
# Verbs without the ending of one, and a word that a verb must follow.
_WERKWOORD = frozenset(
    (
        *(
            "ben",
            "bespreek",
            "borg",
            "breng",
            "die",
            "doe",
            "ga",
            "geef",
            "gebruik",
            "had",
            "heb",
            "hou",
            "houd",
        ),
        *("is", "kan", "kies", "kom", "kon", "laat", "leer", "leg", "lees", "let", "maak", "mag", "meld"),
        *("moest", "mocht", "neem", "noteer", "organiseer", "pak", "plan", "pas", "praat", "regel", "richt"),
        *("rapporteer", "schrijf", "sluit", "spreek", "start", "stel", "stop", "stuur", "toon", "train"),
        *("verbeter", "verdeel", "volg", "voer", "voorkom", "vraag", "vul", "was", "werk", "wijs", "wil"),
        *("wilde", "zal", "zet", "zie", "zoek", "zorg", "zou"),
    )
)
_UITGANG = ("n", "t", "d", "te", "de", "eer")
_LIDWOORD = frozenset({"de", "deze", "dit", "een", "het", "hun", "jullie", "uw"})
_MAAT = frozenset({"beter", "blijvend", "extra", "genoeg", "goed", "meer", "verder", "voldoende"})
# Kept as text, for most points never need it and compiling takes time.
_OPMAAK = r"\[[@^][^\[\]\n]{1,300}\]|[*_`#>]"


def has_werkwoord(punt: str) -> bool:
    """Whether a point holds, or may hold, a verb; in doubt it does."""
    tekst = _strip_opmaak(punt)
    woorden = _WOORD.findall(tekst)
    if not woorden or any(_may_be_werkwoord(woord) for woord in woorden):
        return True
    begin = [match[0] for deel in re.split(_ZINSDEEL, tekst) if (match := _WOORD.search(deel))]
    return not all(woord in _BEGIN or _is_naamwoord(woord) for woord in begin)


def is_vaag(punt: str) -> bool:
    """Whether a point is nothing more than "Verbeter de rapportage" or "Let op risico's"."""
    woorden = [woord for woord in _strip_opmaak(punt).rstrip(" .!\n").split() if woord not in _MAAT]
    match woorden:
        case ["verbeter" | "versterk" | "optimaliseer" | "professionaliseer", *wat]:
            return _is_een_ding(wat)
        case ["besteed" | "geef" | "schenk" | "heb" | "houd", "aandacht", "aan" | "voor", *wat]:
            return _is_een_ding(wat)
        case ["let", "op", *wat]:
            return _is_een_ding(wat)
        case ["zorg" | "streef", "voor" | "naar", "verbetering" | "optimalisatie", "van", *wat]:
            return _is_een_ding(wat)
        case _:
            return False


def _is_een_ding(woorden: list[str]) -> bool:
    """Whether one noun is left, with or without an article: nothing says what must come of it."""
    zonder = woorden[1:] if woorden and woorden[0] in _LIDWOORD else woorden
    return len(zonder) == 1


def _strip_opmaak(punt: str) -> str:
    """Return a point in lower case, without citations and marks of Markdown."""
    has_opmaak = any(sign in punt for sign in "[*_`#>")
    return (re.sub(_OPMAAK, "", punt) if has_opmaak else punt).lower()


def _may_be_werkwoord(woord: str) -> bool:
    if woord in _WERKWOORD:
        return True
    if woord in _GEEN_WERKWOORD or _is_naamwoord(woord):
        return False
    return woord.endswith(_UITGANG)


def _is_naamwoord(woord: str) -> bool:
    return len(woord) > _LANGER_DAN_WERKWOORD and woord.endswith(_NAAMWOORD)
