"""The head for positions: whether a sentence supports or opposes what a statement says, or neither.

It reads what the encoder's lower half made of the words of both, as the head for attitudes does, so
that a text is still read once. It is trained over the graph of words that ships.
"""
