"""Use cases: the only place where reading, controles, calculations and formats meet."""
