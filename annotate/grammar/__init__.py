"""Shallow grammar for the layers that read sentences: words, marks, verbs that report, holders.

No part-of-speech tags and no parse are asked for: clauses are bounded by closed-class words and
punctuation, names come from the entities found before. Quotations, stances and contested terms
all ask the same questions of a sentence (who is the subject, whom does a pronoun mean), so the
answers live below them.
"""
