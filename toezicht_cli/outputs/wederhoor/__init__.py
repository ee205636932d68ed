"""How hoor en wederhoor stands: a file per format."""
