"""RAP: reports against the data. Only RAP001 runs in every check; the others need the text of a report."""
