"""Teksten: when two texts say the same."""

_END = " .,;:!?"


def normalize(tekst: str) -> str:
    """Return ``tekst`` without what does not count when two texts are compared.

    Capitals, white space and the punctuation at the end do not count.
    """
    return " ".join(tekst.casefold().split()).rstrip(_END)
