"""Woorden: Dutch numbers and lists in words."""

from collections.abc import Sequence

_ONES = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"),
    *("elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"),
    "negentien",
)
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
MAX_IN_WORDS = 999


def number_word(number: int) -> str:
    """Return 0–999 in Dutch words (``zestien``, ``honderdeenentwintig``), larger ones in digits.

    Spelling after the Groene Boekje; tests compare every number with the library num2words.
    """
    if not 0 <= number <= MAX_IN_WORDS:
        return str(number)
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        if not ones:
            return _TENS[tens]
        return f"{_ONES[ones]}{'ën' if _ONES[ones].endswith('e') else 'en'}{_TENS[tens]}"
    hundreds, rest = divmod(number, 100)
    start = "honderd" if hundreds == 1 else f"{_ONES[hundreds]}honderd"
    return start if not rest else f"{start}{number_word(rest)}"


_NUMBER_BY_WORD = {number_word(number): number for number in range(MAX_IN_WORDS + 1)} | {
    "één": 1,
    "eén": 1,
    "géén": 0,
    "geen": 0,
}


def parse_number(word: str) -> int | None:
    """Return the number that ``word`` writes, in digits or in Dutch words; None when it is none."""
    if word.isascii() and word.isdigit():
        return int(word) if len(word) <= 9 else None
    return _NUMBER_BY_WORD.get(word.lower())


def join_words(words: Sequence[str], last: str = "en") -> str:
    """Return ``a, b en c``."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def join_some(words: Sequence[str], most: int = 6) -> str:
    """Return ``a, b en c``; of more than ``most`` words the first ones and how many others there are."""
    if len(words) <= most:
        return join_words(words)
    return join_words([*words[: most - 1], f"{len(words) - most + 1} andere"])


def plural(number: int, one: str, many: str) -> str:
    """Return ``1 fout`` or ``2 fouten``."""
    return f"{number} {one if number == 1 else many}"
