"""Context: what a template can print, as plain data under the words of the YAML.

One module per part of a document. Texts in Markdown, oordelen, references and tables are handles: a
template places them, and ``inzetten`` knows the nodes behind them.
"""
