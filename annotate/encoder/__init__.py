"""The trained English pipeline at work: one encoder with a head for each thing asked of a word.

Words go in by windows (`windows`), sub-words and case (`pieces`); the graphs answer (`session`);
out of the answers come trees, lemmas, names, quotations and attitudes, a file each; `reading` puts
them on spaCy docs and `component` into a pipeline.
"""
