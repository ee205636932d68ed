"""The console script ``toezicht``."""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line and exit with its code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # before anything is imported: this answer must be instant
        from toezicht_cli import __version__

        sys.stdout.write(f"toezicht {__version__}\n")
        return
    if len(arguments) == 3 and arguments[:2] == ["git", "leesbaar"]:  # git starts it twice for every file
        from toezicht_cli.services.leesbaar import read_leesbaar

        sys.stdout.buffer.write(read_leesbaar(Path(arguments[2])).encode())
        return
    _start_fast()
    from toezicht_cli.cli.entry import run

    sys.exit(run(arguments))


def _start_fast() -> None:
    """Leave out what a short process does not need, before anything is imported.

    pydantic would otherwise look through every installed package for plugins (and run them); the empty
    module keeps it from importing what it needs for that search. The garbage collector would walk the
    modules again and again while they load: with this threshold it waits until more was made than one
    onderzoek takes.
    """
    import gc
    import os
    from types import ModuleType

    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    no_plugins = ModuleType("pydantic.plugin._loader")
    no_plugins.get_plugins = lambda: ()  # type: ignore[attr-defined]  # a module takes any attribute
    sys.modules[no_plugins.__name__] = no_plugins
    gc.freeze()
    gc.set_threshold(300_000, 20, 20)


if __name__ == "__main__":
    main()
