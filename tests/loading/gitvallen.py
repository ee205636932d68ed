"""Traps in a repository or in the environment: each runs a program, once git is used carelessly.

A trap is laid in a repository with two commits and a branch ``tak``; ``trigger`` is what makes plain git
step into it, so that a trap which does nothing is noticed.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.repositories import commit, git, init, replace

NORM = "onderzoeken/basis/bevindingen/1.1.yaml"
ONDERZOEK = "onderzoeken/basis"


class Plek(NamedTuple):
    """Where a trap is laid: the repository, and a program that leaves a mark when it runs."""

    top: Path
    script: Path

    def set(self, *pairs: tuple[str, str]) -> None:
        """Write configuration of the repository."""
        for name, value in pairs:
            git(self.top, "config", name, value)

    @property
    def command(self) -> str:
        """Return the program as a word for a shell."""
        return str(self.script)


class Val(NamedTuple):
    """How a trap is laid, and the words of git that step into it."""

    lay: Callable[[Plek], None]
    trigger: tuple[str, ...]


def build(top: Path) -> Path:
    """Make a repository of the werkmap in ``top``: two commits, and a branch that changed the same line."""
    init(top)
    commit(top, "een", day="2026-01-05")
    git(top, "checkout", "-q", "-b", "tak")
    replace(top / NORM, "oordeel: voldoet", "oordeel: voldoet # tak")
    commit(top, "tak", day="2026-01-06")
    git(top, "checkout", "-q", "main")
    replace(top / NORM, "oordeel: voldoet", "oordeel: voldoet-niet")
    commit(top, "twee", day="2026-01-07")
    return top


def write_script(path: Path, mark: Path) -> Path:
    """Write the program that leaves ``mark``."""
    path.write_text(f"#!/bin/sh\n: > '{mark}'\nexit 1\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def _config(*names: str) -> Callable[[Plek], None]:
    return lambda plek: plek.set(*((name, plek.command) for name in names))


def _attribute(word: str, name: str) -> Callable[[Plek], None]:
    def lay(plek: Plek) -> None:
        (plek.top / ".gitattributes").write_text(f"*.yaml {word}\n", encoding="utf-8")
        commit(plek.top, "attributen")
        plek.set((name, plek.command))

    return lay


def _dirty(lay: Callable[[Plek], None]) -> Callable[[Plek], None]:
    """Change a file as well, so that git has to look at it."""

    def both(plek: Plek) -> None:
        lay(plek)
        replace(plek.top / NORM, "norm:", "# anders\nnorm:")

    return both


def _hooks(folder: str) -> Callable[[Plek], None]:
    def lay(plek: Plek) -> None:
        target = plek.top / folder
        target.mkdir(exist_ok=True)
        for name in (
            "pre-commit",
            "post-index-change",
            "reference-transaction",
            "post-checkout",
            "fsmonitor-watchman",
        ):
            shutil.copy(plek.script, target / name)
        if folder != ".git/hooks":
            plek.set(("core.hooksPath", folder))

    return lay


def _signed(*pairs: tuple[str, str]) -> Callable[[Plek], None]:
    def lay(plek: Plek) -> None:
        plek.set(("commit.gpgSign", "true"), ("log.showSignature", "true"), ("user.signingKey", plek.command))
        plek.set(*((name, value or plek.command) for name, value in pairs))

    return lay


def _include(name: str) -> Callable[[Plek], None]:
    def lay(plek: Plek) -> None:
        other = plek.top / "meer.config"
        other.write_text(f"[core]\n\tfsmonitor = {plek.command}\n", encoding="utf-8")
        plek.set((name, str(other)))

    return lay


def _partial(url: str, *pairs: tuple[str, str]) -> Callable[[Plek], None]:
    """Make it a clone that lacks an object and fetches it from ``url`` when it is read."""

    def lay(plek: Plek) -> None:
        blob = git(plek.top, "rev-parse", f"HEAD:{NORM}")
        for path in (plek.top / ".git" / "objects" / blob[:2] / blob[2:],):
            path.chmod(0o644)
            path.unlink()
        plek.set(("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"))
        plek.set(
            ("remote.origin.promisor", "true"), ("remote.origin.url", url.replace("SCRIPT", plek.command))
        )
        plek.set(("protocol.allow", "always"), ("protocol.ext.allow", "always"))
        plek.set(*((name, value or plek.command) for name, value in pairs))

    return lay


def _alternates(plek: Plek) -> None:
    other = init(plek.top.parent / "ander")
    commit(other)
    (plek.top / ".git" / "objects" / "info" / "alternates").write_text(
        f"{other}/.git/objects\n", encoding="utf-8"
    )
    plek.set(("core.alternateRefsCommand", plek.command))


def _submodule(plek: Plek) -> Path:
    inner = init(plek.top.parent / "inner")
    commit(inner)
    git(plek.top, "submodule", "--quiet", "add", str(inner), f"{ONDERZOEK}/bijlagen")
    commit(plek.top, "submodule")
    return plek.top / ONDERZOEK / "bijlagen"


def _submodule_status(plek: Plek) -> None:
    git(_submodule(plek), "config", "core.fsmonitor", plek.command)


def _submodule_update(plek: Plek) -> None:
    folder = _submodule(plek)
    git(folder, "-c", "user.name=a", "commit", "-q", "--allow-empty", "-m", "verder")
    plek.set((f"submodule.{ONDERZOEK}/bijlagen.update", f"!{plek.command}"))


def _bare_inside(plek: Plek) -> None:
    """Put a repository without ``.git`` in the onderzoek, as a zip or a commit can carry one."""
    folder = plek.top / ONDERZOEK / "bijlagen"
    git(plek.top, "init", "-q", "--bare", str(folder))
    git(folder, "config", "core.bare", "false")
    git(folder, "config", "core.worktree", str(folder))
    git(folder, "config", "core.fsmonitor", plek.command)


def _gitfile(plek: Plek) -> None:
    elders = plek.top.parent / "elders.git"
    (plek.top / ".git").rename(elders)
    (plek.top / ".git").write_text(f"gitdir: {elders}\n", encoding="utf-8")
    plek.set(("core.fsmonitor", plek.command))


def _worktree(plek: Plek) -> None:
    plek.set(("core.worktree", str(plek.top.parent)), ("core.fsmonitor", plek.command))


def _worktree_config(plek: Plek) -> None:
    plek.set(("extensions.worktreeConfig", "true"))
    git(plek.top, "config", "--worktree", "core.fsmonitor", plek.command)


_FETCH = ("fetch", "origin")
_SHOW = ("cat-file", "-p", f"HEAD:{NORM}")
_DIFF = ("diff", "HEAD~1")
# On a terminal: a pager starts nowhere else.
TERMINAL = "terminal"
_PAGER = (TERMINAL, "-p", "cat-file", "-p", "HEAD")
_EMPTY = ("commit", "--allow-empty", "-m", "x")

VALLEN: dict[str, Val] = {
    "01 core.fsmonitor": Val(_config("core.fsmonitor"), ("status",)),
    "02 core.sshCommand": Val(
        lambda plek: plek.set(("core.sshCommand", plek.command), ("remote.origin.url", "ssh://x.test/y")),
        _FETCH,
    ),
    "03 core.hooksPath": Val(_hooks("haken"), _EMPTY),
    "04 hooks of the repository": Val(_hooks(".git/hooks"), _EMPTY),
    "05 core.editor": Val(_config("core.editor"), ("commit", "--allow-empty")),
    "06 sequence.editor": Val(_config("sequence.editor"), ("rebase", "-i", "HEAD~1")),
    "07 diff.external": Val(_config("diff.external"), _DIFF),
    "08 diff.x.command": Val(_attribute("diff=x", "diff.x.command"), ("diff", "HEAD~2")),
    "09 diff.x.textconv": Val(_attribute("diff=x", "diff.x.textconv"), ("log", "-p", "-3")),
    "10 filter.x.smudge": Val(_attribute("filter=x", "filter.x.smudge"), ("checkout", "HEAD~2", "--", NORM)),
    "11 filter.x.clean": Val(_dirty(_attribute("filter=x", "filter.x.clean")), ("add", "-A")),
    "12 filter.x.process": Val(_dirty(_attribute("filter=x", "filter.x.process")), ("add", "-A")),
    "13 merge.x.driver": Val(_attribute("merge=x", "merge.x.driver"), ("merge", "tak")),
    "14 gpg.program": Val(_signed(("gpg.program", "")), _EMPTY),
    "15 gpg.ssh.program": Val(_signed(("gpg.format", "ssh"), ("gpg.ssh.program", "")), _EMPTY),
    "16 gpg.x509.program": Val(_signed(("gpg.format", "x509"), ("gpg.x509.program", "")), _EMPTY),
    "17 alias": Val(
        lambda plek: plek.set(
            *((f"alias.{name}", f"!{plek.command}") for name in ("x", "cat-file", "ls-tree"))
        ),
        ("x",),
    ),
    "18 include.path": Val(_include("include.path"), ("status",)),
    "19 includeIf": Val(_include("includeIf.gitdir:**.path"), ("status",)),
    "20 core.alternateRefsCommand": Val(_alternates, ("rev-list", "--alternate-refs")),
    "21 promisor over ext": Val(_partial("ext::SCRIPT x"), _SHOW),
    "22 promisor over ssh": Val(_partial("ssh://x.test/y", ("core.sshCommand", "")), _SHOW),
    "23 promisor with uploadpack": Val(_partial("/ergens", ("remote.origin.uploadpack", "")), _SHOW),
    "24 promisor with a proxy": Val(_partial("git://x.test/y", ("core.gitProxy", "")), _SHOW),
    "25 promisor with remote.vcs": Val(_partial("SCRIPT x", ("remote.origin.vcs", "ext")), _SHOW),
    "26 submodule with fsmonitor": Val(_submodule_status, ("status",)),
    "27 submodule.update": Val(_submodule_update, ("submodule", "update")),
    "28 bare repository inside": Val(_bare_inside, ("-C", f"{ONDERZOEK}/bijlagen", "status")),
    "29 gitfile": Val(_gitfile, ("status",)),
    "30 core.worktree": Val(_worktree, ("status",)),
    "31 config.worktree": Val(_worktree_config, ("status",)),
    "32 tar.x.command": Val(_config("tar.x.command"), ("archive", "--format=x", "HEAD")),
    "33 trailer.x.command": Val(
        _config("trailer.x.command"), ("interpret-trailers", "--trailer", "x:y", NORM)
    ),
    "34 difftool": Val(
        lambda plek: plek.set(
            ("diff.tool", "x"), ("difftool.x.cmd", plek.command), ("difftool.prompt", "false")
        ),
        ("difftool", "HEAD~1"),
    ),
    "35 core.attributesFile": Val(
        lambda plek: (
            (plek.top / "attr").write_text("*.yaml diff=x\n", encoding="utf-8"),
            plek.set(("core.attributesFile", str(plek.top / "attr")), ("diff.x.textconv", plek.command)),
        )[1],
        _DIFF,
    ),
    "36 core.askPass": Val(_config("core.askPass"), ("credential", "fill")),
    "37 credential.helper": Val(_config("credential.helper"), ("credential", "fill")),
    "53 core.pager": Val(_config("core.pager"), _PAGER),
    "54 pager.cat-file": Val(
        _config("pager.cat-file", "pager.ls-tree", "pager.rev-list"), (TERMINAL, "cat-file", "-p", "HEAD")
    ),
}


def environments(plek: Plek) -> dict[str, tuple[dict[str, str], tuple[str, ...]]]:
    """Return the traps in the environment, with the words of git that step into each."""
    mark = plek.script.parent / "teken"
    config = plek.script.parent / "config"
    config.write_text(f"[core]\n\tfsmonitor = {plek.command}\n", encoding="utf-8")
    programs = plek.script.parent / "exec"
    programs.mkdir(exist_ok=True)
    shutil.copy(plek.script, programs / "git-vreemd")
    elders = plek.script.parent / "elders"
    if not elders.exists():
        git(init(elders), "config", "core.fsmonitor", plek.command)
    status = ("status",)
    return {
        "55 GIT_PAGER": ({"GIT_PAGER": plek.command}, _PAGER),
        "56 PAGER": ({"PAGER": plek.command}, _PAGER),
        "38 GIT_EXTERNAL_DIFF": ({"GIT_EXTERNAL_DIFF": plek.command}, _DIFF),
        "39 GIT_SSH_COMMAND": ({"GIT_SSH_COMMAND": plek.command}, ("fetch", "ssh://x.test/y")),
        "40 GIT_SSH": ({"GIT_SSH": plek.command}, ("fetch", "ssh://x.test/y")),
        "41 GIT_PROXY_COMMAND": ({"GIT_PROXY_COMMAND": plek.command}, ("fetch", "git://x.test/y")),
        "42 GIT_EDITOR": ({"GIT_EDITOR": plek.command}, ("commit", "--allow-empty")),
        "43 GIT_ASKPASS": ({"GIT_ASKPASS": plek.command}, ("credential", "fill")),
        "44 GIT_DIR": ({"GIT_DIR": str(elders / ".git"), "GIT_WORK_TREE": str(elders)}, status),
        "45 GIT_CONFIG_COUNT": (
            {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "core.fsmonitor",
                "GIT_CONFIG_VALUE_0": plek.command,
            },
            status,
        ),
        "46 GIT_CONFIG_PARAMETERS": ({"GIT_CONFIG_PARAMETERS": f"'core.fsmonitor'='{plek.command}'"}, status),
        "47 GIT_CONFIG_GLOBAL": ({"GIT_CONFIG_GLOBAL": str(config)}, status),
        "48 GIT_CONFIG_SYSTEM": ({"GIT_CONFIG_SYSTEM": str(config)}, status),
        "49 GIT_TRACE": ({"GIT_TRACE": str(mark)}, status),
        "50 GIT_TRACE2_EVENT": ({"GIT_TRACE2_EVENT": str(mark)}, status),
        "51 GIT_EXEC_PATH": ({"GIT_EXEC_PATH": str(programs)}, ("vreemd",)),
        "52 a git in the repository": ({"PATH": f"{plek.top}{os.pathsep}{os.environ['PATH']}"}, status),
    }


NAMEN = (
    "--output=TEKEN",
    "--upload-pack=SCRIPT",
    "--exec=SCRIPT",
    "-OTEKEN",
    "--textconv",
    "--filters",
    "--batch-command",
    "-",
    "--",
    "@{-1}",
    ":/een",
    "main^{/een}",
    "main\n--output=TEKEN",
    "main\0--output=TEKEN",
    "$(SCRIPT)",
    "`SCRIPT`",
    ";SCRIPT",
    "|SCRIPT",
    "ext::SCRIPT",
    "main --output=TEKEN",
    ":(attr:x)",
    "\x1b]0;x\x07",
)
