"""Aantalwoorden: the words by which a text says how many people were heard and papers were read."""

from typing import Literal

MAX_ZIN = 2_000
Telsoort = Literal[
    "clienten",
    "medewerkers",
    "begeleiders",
    "ketenpartners",
    "naasten",
    "clientdossiers",
    "personeelsdossiers",
    "dossiers",
    "beleidsdocumenten",
    "interviews",
]

NOUNS: dict[str, Telsoort] = {
    "clienten": "clienten",
    "medewerkers": "medewerkers",
    "begeleiders": "begeleiders",
    "ketenpartners": "ketenpartners",
    "samenwerkingspartners": "ketenpartners",
    "naasten": "naasten",
    "clientdossiers": "clientdossiers",
    "clientendossiers": "clientdossiers",
    "personeelsdossiers": "personeelsdossiers",
    "dossiers": "dossiers",
    "beleidsdocumenten": "beleidsdocumenten",
    "beleidsstukken": "beleidsdocumenten",
    "interviews": "interviews",
    "gesprekken": "interviews",
}
ENKELVOUD: dict[str, Telsoort] = {
    "client": "clienten",
    "medewerker": "medewerkers",
    "begeleider": "begeleiders",
    "ketenpartner": "ketenpartners",
    "naaste": "naasten",
    "clientdossier": "clientdossiers",
    "personeelsdossier": "personeelsdossiers",
    "dossier": "dossiers",
    "beleidsdocument": "beleidsdocumenten",
    "interview": "interviews",
}
ONE = frozenset({"een", "1"})
PART = frozenset({"en", "nog"})
PERSONEN: tuple[Telsoort, ...] = ("clienten", "medewerkers", "begeleiders", "ketenpartners", "naasten")

SPOKEN = frozenset({"gesproken", "geinterviewd"})
HELD = frozenset({"gehouden", "gevoerd", "afgenomen", "gedaan", "gehad"})
READ = frozenset(
    {
        *("gelezen", "ingezien", "bekeken", "gecontroleerd", "onderzocht", "beoordeeld", "bestudeerd"),
        *("doorgenomen", "getoetst", "geanalyseerd"),
    }
)
SPEAKING = SPOKEN | {
    *("interview", "interviews", "interviewde", "interviewden", "gesprek", "gesprekken", "sprak", "spraken"),
}
READING = READ | {
    *("controle", "steekproef", "inzage", "analyse", "dossieronderzoek", "dossiercontrole", "onderzoek"),
    *("las", "lazen", "bekeek", "bekeken", "controleerde", "controleerden", "bestudering", "beoordeling"),
}
PARTICIPLES = SPOKEN | HELD | READ
# The word before the number shows that this is about what the toezichthouder did.
VERBS = frozenset(
    {
        *("sprak", "spraken", "interviewde", "interviewden", "las", "lazen", "bekeek", "bekeken"),
        *("controleerde", "controleerden", "hielden", "voerden"),
    }
)
AUXILIARIES = frozenset({"is", "zijn", "was", "waren", "werd", "werden", "heeft", "hebben"})
READING_NOUNS = frozenset(
    {
        "controle",
        "steekproef",
        "inzage",
        "analyse",
        "dossiercontrole",
        "onderzoek",
        "bestudering",
        "beoordeling",
    }
)
ADVERBS = frozenset(
    {
        *("totaal", "ook", "verder", "daarnaast", "tevens", "aselect", "willekeurig", "steekproefsgewijs"),
        *("vervolgens", "daarna", "eerst", "uiteindelijk", "telefonisch", "wij", "we"),
    }
)
# With one of these the number may be about a part, a plan or each place apart.
VAGUE = frozenset(
    {
        *(
            "per",
            "elk",
            "elke",
            "ieder",
            "iedere",
            "telkens",
            "steeds",
            "waarvan",
            "hen",
            "wie",
            "niet",
            "geen",
        ),
        *("zonder", "behalve", "uitgenodigd", "benaderd", "aangeschreven", "gepland", "willen", "wilden"),
        *("zouden", "zullen", "circa", "ca", "ongeveer", "ruim", "bijna", "minstens", "minimaal", "maximaal"),
        *("hoogstens", "meer", "minder", "minste", "keer", "maal"),
    }
)
NO_ADJECTIVE = frozenset({"de", "die", "deze", "alle", "andere", "beide", "onze", "hele"})

PLACES = frozenset({"aanbieder", "locatie", "vestiging", "woning", "woongroep", "groep", "team", "huis"})
AND = frozenset({"en", ","})
