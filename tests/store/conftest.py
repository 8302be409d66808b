from contextlib import closing

import pytest

from annotate.store import database


@pytest.fixture
def conn():
    with closing(database.open_for_writing(":memory:")) as opened:
        yield opened
