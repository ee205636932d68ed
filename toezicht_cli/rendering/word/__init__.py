"""Word: the parts of a .docx file, made from the tree."""
