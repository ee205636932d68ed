"""Herkomst: fingerprints of what a document is made with besides the data: programs, template, style."""

import hashlib
import json
import platform
import zlib
from importlib.metadata import version

from toezicht_cli import __version__
from toezicht_cli.loading.sjablonen import Sjabloonbestanden
from toezicht_cli.rendering.stijl import Stijl

# What puts a byte into a document that we make.
_PAKKETTEN = ("typst", "python-docx", "lxml", "odfpy", "pypdf", "markdown-it-py", "mdit-py-plugins", "jinja2")


def list_programma() -> dict[str, str]:
    """Return the versions of toezicht and of all that a document is made with."""
    return {
        "toezicht": __version__,
        "python": platform.python_version(),
        **{name: version(name) for name in _PAKKETTEN},
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def hash_sjabloon(sjabloon: Sjabloonbestanden) -> str:
    """Return the fingerprint of the texts of a template and of its Word file."""
    return _hash({"teksten": sjabloon.teksten, "referentie": _plain(sjabloon.referentie)})


def hash_stijl(stijl: Stijl) -> str:
    """Return the fingerprint of a house style with its fonts and logo."""
    return _hash({name: _plain(value) for name, value in stijl._asdict().items()})


def hash_bytes(content: bytes) -> str:
    """Return the SHA-256 of a file, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def is_same_in_git(blob: bytes | None, hash_: str) -> bool:
    """Whether git holds the file with this SHA-256; it may have made the line ends of Windows its own."""
    if blob is None:
        return False
    return hash_ in (hash_bytes(blob), hash_bytes(blob.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")))


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return hash_bytes(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _hash(content: object) -> str:
    return hash_bytes(json.dumps(content, ensure_ascii=True, sort_keys=True).encode("ascii"))
