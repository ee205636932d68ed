"""Read a filled-in list (XLSX) in a process of its own, as text with places."""
