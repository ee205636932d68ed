"""The console script ``toezicht``."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:  # before anything is imported: this answer must be instant
        from toezicht_cli import __version__

        sys.stdout.write(f"toezicht {__version__}\n")
        return
    from toezicht_cli.cli.entry import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
