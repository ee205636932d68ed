"""Rendering: from a checked dossier to a document, along one road for every template and every format.

A template (Jinja2 that yields Markdown) is filled with markers instead of values (``sjabloon``), the
Markdown is parsed (``opmaak``), every marker becomes the node of its value, and the result is one tree of
whitelisted nodes (``boom``) that a writer turns into bytes (``writers``). A value is never pasted into
Markdown, HTML, Typst or XML as text, so there is nothing to escape and nothing to inject.
"""
