"""Lists in XLSX: to fill in, with keys by which they can be read back."""
