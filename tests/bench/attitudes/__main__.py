"""Print the figures of tests/bench/attitudes."""

from tests.bench import attitudes

if __name__ == "__main__":
    print("\n".join(attitudes.lines(attitudes.count(list(attitudes.sentences())))))
