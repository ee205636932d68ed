"""Odt: the parts of an .odt file, made from the tree."""
