"""Tags: make an annotated tag, signed with the key of the user, without running anything of the repository.

Which key and which program sign is read from the settings of the user and the system. A repository that
somebody else made could name any program there, so what it says about signing is set aside.
"""

from typing import NamedTuple

from toezicht_cli.loading.git.aanroep import GitError, GitLeesError, Repository
from toezicht_cli.loading.git.objecten import Commit, find_commits

_FORMATEN = ("openpgp", "ssh", "x509")
_PROGRAMMA = {"openpgp": "gpg", "ssh": "ssh-keygen", "x509": "gpgsm"}


class Ondertekenaar(NamedTuple):
    """The key of the user, the kind of signature, and the program that makes it."""

    sleutel: str
    formaat: str
    programma: str


def find_ondertekenaar(repository: Repository) -> Ondertekenaar | None:
    """Return with what the user signs, None when neither the user nor the system names a key."""
    sleutel = _setting(repository, "user.signingkey")
    if sleutel is None:
        return None
    formaat = _setting(repository, "gpg.format") or "openpgp"
    if formaat not in _FORMATEN:
        raise GitError("in de instellingen van git staat een onbekende soort handtekening (gpg.format)")
    own = _setting(repository, f"gpg.{formaat}.program")
    if own is None and formaat == "openpgp":
        own = _setting(repository, "gpg.program")
    return Ondertekenaar(sleutel, formaat, own or _PROGRAMMA[formaat])


def find_tag(repository: Repository, naam: str) -> Commit | None:
    """Return the commit that a tag is on, None when there is no such tag."""
    ref = f"refs/tags/{naam}"
    if not repository.run("for-each-ref", "--format=%(objectname)", "--", ref).strip():
        return None
    return find_commits(repository, [ref])[0]


def make_tag(
    repository: Repository, naam: str, commit: Commit, message: str, ondertekenaar: Ondertekenaar | None
) -> None:
    """Make the annotated tag ``naam`` on ``commit``.

    Args:
        repository: where the tag comes.
        naam: the name, made of words of ours and ids.
        commit: what it is on.
        message: what the tag says.
        ondertekenaar: with what it is signed; None: it is not.

    Raises:
        GitError: git does not know who makes it, or the signature failed.
    """
    sign = ["-s"] if ondertekenaar else ["-a"]
    settings = _settings(ondertekenaar)
    try:
        repository.run(
            *settings, "tag", "--cleanup=verbatim", *sign, "-F", "-", naam, commit.id, stdin=message.encode()
        )
    except GitLeesError as error:
        if ondertekenaar:
            raise _unsigned() from error
        hulp = 'zeg git wie je bent: git config --global user.name "…" en user.email "…"'
        raise GitError("git kon de tag niet maken", hulp) from error
    if ondertekenaar:
        _check_signed(repository, naam)


def _check_signed(repository: Repository, naam: str) -> None:
    """Take a tag away again that git made without the signature it was asked for, and raise GitError.

    Git 2.39 does so when it cannot read the public key, and tells nobody.
    """
    ref = f"refs/tags/{naam}"
    made = repository.run("rev-parse", "--verify", "--end-of-options", ref).decode().strip()
    if b"\n-----BEGIN " in repository.run("cat-file", "tag", made):
        return
    repository.run("update-ref", "-d", ref, made)
    raise _unsigned()


def _unsigned() -> GitError:
    message = "de tag kon niet ondertekend worden, en is dus niet gemaakt"
    return GitError(message, "werkt je sleutel? git tag -s proef laat zien wat er mis is")


def _settings(ondertekenaar: Ondertekenaar | None) -> list[str]:
    """Return what overrules every setting of the repository about signing."""
    found = ["-c", "tag.gpgSign=false", "-c", "tag.forceSignAnnotated=false"]
    if ondertekenaar is None:
        return found
    values = {"user.signingkey": ondertekenaar.sleutel, "gpg.format": ondertekenaar.formaat}
    for formaat in _FORMATEN:
        used = ondertekenaar.programma if formaat == ondertekenaar.formaat else _PROGRAMMA[formaat]
        values[f"gpg.{formaat}.program"] = used
    values["gpg.program"] = values["gpg.openpgp.program"]
    return [*found, *(word for name, value in values.items() for word in ("-c", f"{name}={value}"))]


def _setting(repository: Repository, name: str) -> str | None:
    """Return a setting of the user, else of the system; the repository is not asked."""
    for scope in ("--global", "--system"):
        found = repository.run("config", scope, "--includes", "--get", name, accept=(0, 1, 128))
        if found.strip():
            return found.decode(errors="replace").strip()
    return None
