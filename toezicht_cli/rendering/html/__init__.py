"""Html: the parts of a page that stands on its own: elements, colours, style sheet and the tree in them."""
