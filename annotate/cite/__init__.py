"""A passage leaves as a citation that leads back to its exact characters.

`references` reads what somebody points at, `anchors` finds it again, `snippet` puts the
quotation, its citation and its deep link together, `formats` writes them.
"""
