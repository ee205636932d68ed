"""Kleuren: a light tint of a colour."""


def tint(color: str, share: float) -> str:
    """Return ``color`` mixed with white; ``share`` (0 to 1) of it is left."""
    parts = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)
