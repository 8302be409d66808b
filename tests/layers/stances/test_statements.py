"""What a topic's statement says, before any text is read."""

import pytest

from annotate.layers.stances import statements


@pytest.mark.parametrize(
    ("statement", "judged"),
    [
        ("Teachers' pay should be raised.", -1),
        ("The curfew should be lifted.", -1),
        ("The price of bread is too high.", -1),
        ("The dam will destroy the river.", -1),
        ("Pilots should be paid more.", -1),
        ("Guards need better training.", -1),
        ("The harbour needs more cranes.", -1),
        ("The school needs higher fences.", -1),
        ("The curfew should stay in force.", 1),
        ("The bridge should be built.", 1),
        ("The strike is justified.", 1),
        ("The curfew has reduced crime.", 1),
        ("The fence should not be removed.", 1),
    ],
)
def test_fault_found_with_what_shall_change_supports_the_change(statement, judged):
    assert statements.read(statement).judged == judged


@pytest.mark.parametrize(
    ("statement", "actor"),
    [
        ("The police's conduct in Karst Hill is right.", "police"),
        ("The Ministry of Water's handling of the flood is right.", "Ministry of Water"),
        ("Mayor Holm's record is good.", "Mayor Holm"),
        ("The agency has acted well.", "agency"),
        ("The conduct of the police is right.", "police"),
        ("The aims and methods of the teachers' unions are right.", "teachers' unions"),
        ("The curfew should stay in force.", ""),
    ],
)
def test_a_statement_tells_whose_conduct_it_judges(statement, actor):
    assert statements.read(statement).actor == actor
