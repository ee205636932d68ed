"""Files in, models out: ``bestand`` opens safely, ``yaml_text`` reads text and keeps positions,
``validatie`` types it, ``kaders`` and ``dossier`` put a case together, ``vinden`` finds folders.

Bad data is never an exception for the caller: it becomes a ``Fault`` beside what could be read.
"""
