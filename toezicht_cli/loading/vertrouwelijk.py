"""Vertrouwelijk: what never goes into git: the folder for it, and the keys of pseudonyms.

The one list of it. ``nieuw`` writes it into ``.gitignore``, ``git installeer`` into the exclude file of
the repository, and the hook refuses what was added all the same.
"""

from fnmatch import fnmatchcase

VERTROUWELIJK = "vertrouwelijk"

# A file with one of these words in its name, and an extension for data or text, or a copy of one (.csv.bak,
# .ods~). Not every extension: sleutel.py is a program and sleutels.md a page of a manual. Rather a
# file too many than the name behind a pseudonym in the history.
_WOORDEN = ("sleutel", "pseudoniem", "koppeltabel")
_EXTENSIES = ("csv", "doc*", "json", "numbers", "od[st]", "pdf", "tsv", "txt", "xls*", "y*ml", "zip")
_STAARTEN = ("", "~", ".*")


def list_patterns() -> tuple[str, ...]:
    """Return the patterns of all of it, as git reads them in ``.gitignore``."""
    return (VERTROUWELIJK, f"{VERTROUWELIJK}.zip", *list_sleutelpatronen())


def list_sleutelpatronen() -> tuple[str, ...]:
    """Return the patterns of keys of pseudonyms, as git reads them: it tells upper case from lower."""
    return tuple(
        pattern.replace(word, f"[{word[0].upper()}{word[0]}]{word[1:]}")
        for word in _WOORDEN
        for pattern in _names(word)
    )


def is_vertrouwelijk(path: str) -> bool:
    """Whether the file ``path`` (with ``/``, from the top) may not go into git, in any case of letters."""
    *folders, name = path.lower().split("/")
    if VERTROUWELIJK in (*folders, name) or name == f"{VERTROUWELIJK}.zip":
        return True
    return any(fnmatchcase(name, pattern) for word in _WOORDEN for pattern in _names(word))


def _names(word: str) -> tuple[str, ...]:
    return tuple(f"*{word}*.{extensie}{staart}" for extensie in _EXTENSIES for staart in _STAARTEN)
