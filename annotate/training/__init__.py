"""The recipe that makes the trained pipeline: from data to the files that ship.

Nothing that runs imports this; it asks for the optional extra `train`. It is run by
`python -m annotate.training`, and docs/training.md tells what it needs.
"""
