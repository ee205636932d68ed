"""JSON: how every output is written, so that a reader needs to know it once."""

import json


def to_json(output: object) -> str:
    """Return ``output`` as indented JSON in UTF-8 with a newline at the end."""
    return json.dumps(output, ensure_ascii=False, indent=2) + "\n"
