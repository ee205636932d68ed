"""Namen: the names of the files in one folder, on every branch that this clone knows."""

from toezicht_cli.loading.git.aanroep import Repository

_REFS = ("refs/heads", "refs/remotes")


def list_names_on_branches(repository: Repository, folder: str) -> frozenset[str]:
    """Return the names of all files directly in ``folder`` (from the top) on every branch, remote ones too.

    Folders that are equal on several branches are read once.

    Raises:
        GitError: git cannot read the repository.
    """
    output = repository.run("for-each-ref", "--format=%(objectname)", *_REFS)
    commits = sorted(set(output.decode().split()))
    asked = "".join(f"{commit}:{folder}\n" for commit in commits).encode()
    found = repository.run("cat-file", "--batch-check=%(objecttype) %(objectname)", stdin=asked)
    trees = {
        line.split()[1] for line in found.decode(errors="replace").splitlines() if line.startswith("tree ")
    }
    names: set[str] = set()
    for tree in sorted(trees):
        listed = repository.run("ls-tree", "-z", "--name-only", tree)
        names |= {name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name}
    return frozenset(names)
