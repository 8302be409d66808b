"""Print the figures of tests/bench/topics."""

from tests.bench import topics


def main() -> None:
    """Print a line for each text, and for all."""
    total = topics.Count()
    for name in topics.names():
        found = topics.count(topics.text(name))
        print(f"{name:16} {found}")
        total.own += found.own
        total.around += found.around
        total.there += found.there
    print(f"{'all':16} {total}")


if __name__ == "__main__":
    main()
