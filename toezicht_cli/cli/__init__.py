"""The command line: one Typer module per command; a body calls a service, renders and exits.

``entry`` is the way in and turns every error into Dutch, ``app`` lists the commands, ``common``
holds the arguments and exit codes that they share, ``dutch`` translates what Typer says itself.
"""
