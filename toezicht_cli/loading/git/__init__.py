"""Read from git without trusting the repository: plumbing only, nothing of its configuration runs.

| module | about |
|---|---|
| aanroep | start git with a clean environment |
| objecten | revisions to commits, and the bytes of objects |
| boom | the files of a commit or of the index, below one folder |
| gitstand | an onderzoek in a commit or in the index, as ``Stand``, with the kaders of its werkmap |
| momenten | named moments (a fase, a day) as commits |

The working tree is never touched and nothing is written: no lock, no index refresh, no fetch.
"""
