"""Reports in, text out: Markdown, plain text, HTML, PDF, DOCX and ODT, of our own making or foreign.

``kenmerk`` only looks for the fingerprint and is cheap: plain ``controleer`` uses it. ``lezen`` reads
the text. What takes more than decoding (HTML, PDF, DOCX, ODT) is read in a process of its own with
limits on time and memory (``kindproces``), for a file from elsewhere may be made to hang its reader.
Whatever is wrong with a file is a ``BuitenbestandError`` in Dutch.
"""
