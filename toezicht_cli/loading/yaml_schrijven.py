"""Write a scalar so that our own reader, and any other, gives back the same text.

What is not plainly a word goes between double quotes: ``nee`` is a boolean and ``1.10`` a number to
other programs, and a colon or a hash in a name would change what stands there.
"""

import re

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlTextError, parse

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ](?:[A-Za-zÀ-ÖØ-öø-ÿ0-9 ()/.’@-]{0,200}[A-Za-zÀ-ÖØ-öø-ÿ0-9).])?")
# Words that other programs do not read as text.
NO_TEXT_ELSEWHERE = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def write_scalar(text: str) -> str:
    """Return ``text`` as a YAML scalar of one line, for a value in block style.

    Raises:
        ToezichtError: the text holds a character that may not stand in a case.
    """
    if _PLAIN.fullmatch(text) and text.lower() not in NO_TEXT_ELSEWHERE:
        return text
    return write_quoted(text)


def write_quoted(text: str) -> str:
    """Return ``text`` between double quotes on one line; raises as ``write_scalar`` does."""
    scalar = f'"{text.translate(_ESCAPES)}"'
    try:
        text.encode()
        read = parse(f"veld: {scalar}\n", "").value
    except UnicodeEncodeError as error:
        raise ToezichtError("er staat een teken in dat geen tekst is", "typ het opnieuw") from error
    except YamlTextError as error:
        raise ToezichtError(str(error), error.faults[0].help) from error
    if read != {"veld": text}:
        raise ToezichtError("deze tekst is niet goed op te slaan", "gebruik letters, cijfers en leestekens")
    return scalar


def write_list(texts: tuple[str, ...]) -> str:
    """Return ``texts`` as a YAML list of one line; a text that could end the list is quoted."""
    return f"[{', '.join(write_scalar(text) for text in texts)}]"
