"""Vertrouwelijk: what never goes into git: the folder for it, and the keys of pseudonyms.

The one list of it. ``nieuw`` writes it into ``.gitignore``, ``git installeer`` into the exclude file of
the repository, and the hook refuses what was added all the same.
"""

import re
from fnmatch import fnmatchcase

VERTROUWELIJK = "vertrouwelijk"
# Folders of an onderzoek in which no controle of it looks: they hold no data of it.
OVERGESLAGEN = frozenset({"rapport", "bijlagen", VERTROUWELIJK})

# A file with one of these words in its name, and an extension that begins so: for data or text, or a copy
# of one (.csv.bak, .ods~). Not every extension: sleutel.py is a program. Rather a file too many than the name
# behind a pseudonym in the history.
_WOORDEN = ("sleutel", "pseudoniem", "koppeltabel")
_EXTENSIES = ("csv", "doc", "json", "numbers", "od[st]", "pdf", "tsv", "txt", "xls", "y*ml", "zip")
# docs/sleutels.md is a page of a manual; among the files of an onderzoek it is a list of names.
_IN_ONDERZOEK = ("md", "markdown")
# A file without extension, or a folder with such files.
_ALLEEN = ("sleutel", "sleutels", "pseudoniem", "pseudoniemen", "koppeltabel", "koppeltabellen")

_FIRST = re.compile(r"[a-z]")


def list_patterns() -> tuple[str, ...]:
    """Return the patterns of what goes in no repository, as git reads them in ``info/exclude``.

    ``vertrouwelijk`` without a slash: a link to such a folder is no folder to git.
    """
    return (VERTROUWELIJK, f"{VERTROUWELIJK}.zip", *_for_git(_EXTENSIES))


def list_sleutelpatronen() -> tuple[str, ...]:
    """Return the patterns of keys in an onderzoek, as git reads them: it tells upper case from lower."""
    return _for_git((*_EXTENSIES, *_IN_ONDERZOEK))


def is_vertrouwelijk(path: str, *, in_onderzoek: bool = False) -> bool:
    """Whether the file ``path`` (with ``/``, from the top) may not go into git, in any case of letters.

    Args:
        path: the file.
        in_onderzoek: whether it stands in an onderzoek or a werkmap, where a text is no manual.
    """
    *folders, name = path.lower().split("/")
    if VERTROUWELIJK in (*folders, name) or name == f"{VERTROUWELIJK}.zip":
        return True
    if not {*folders, name}.isdisjoint(_ALLEEN):
        return True
    extensies = (*_EXTENSIES, *_IN_ONDERZOEK) if in_onderzoek else _EXTENSIES
    words = (word for word in _WOORDEN if word in name)  # few names have one: a whole index is looked at
    return any(fnmatchcase(name, pattern) for word in words for pattern in _names(word, extensies))


def _for_git(extensies: tuple[str, ...]) -> tuple[str, ...]:
    patterns = (*_ALLEEN, *(pattern for word in _WOORDEN for pattern in _names(word, extensies)))
    return tuple(_FIRST.sub(lambda letter: f"[{letter[0].upper()}{letter[0]}]", item, 1) for item in patterns)


def _names(word: str, extensies: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"*{word}*.{extensie}*" for extensie in extensies)
