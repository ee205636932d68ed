"""Pure calculations over models: tallies, words, dates. No files, no terminal, no clock."""
