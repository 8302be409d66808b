"""Print the figures of tests/bench/stances."""

from annotate.model import Stance
from tests.bench import stances
from tests.bench.stances import Article


def main() -> None:
    """Print a line for each article, label and rule."""
    said: list[tuple[Article, list[Stance]]] = []
    proposed: list[tuple[Article, list[Stance]]] = []
    for name in (*stances.LOOKED_AT, *stances.UNSEEN):
        found = stances.article(name)
        document = stances.tagged(found)
        said.append((found, stances.stances(document)))
        proposed.append((found, stances.stances(document, proposed=True)))
    for pair in said:
        _line(pair[0].name, stances.count([pair]))
    unseen = [pair for pair in said if pair[0].name in stances.UNSEEN]
    _line("unseen", stances.count(unseen))
    looked_at = [pair for pair in said if pair[0].name in stances.LOOKED_AT]
    _line("looked at", stances.count(looked_at))
    total = stances.count(said)
    _line("all", total)
    for label, figures in sorted(total.labels.items()):
        print(f"{label:16} {figures}")
    for rule in sorted({by for by, _ in total.rules}):
        good, bad = total.rules[rule, True], total.rules[rule, False]
        print(f"{rule:28} right {good:3} of {good + bad}")
    _line("only proposed", stances.count(proposed))
    _elsewhere([found for found, _ in said])
    fresh = [(each, stances.stances(stances.tagged(each))) for each in stances.fresh()]
    _line(f"fresh, {len(fresh)}", stances.count(fresh))


def _elsewhere(articles: list[Article]) -> None:
    """Print what topics of other subjects do."""
    wide = [
        stances.among(each, (articles[n - 3], articles[n - 5])) for n, each in enumerate(articles)
    ]
    _line("three subjects", stances.count([(w, stances.stances(stances.tagged(w))) for w in wide]))
    pairs = [(one, other) for one in articles for other in articles if one is not other]
    count = sum(stances.astray(one, other) for one, other in pairs)
    print(f"stances to topics of another article: {count} in {len(pairs)} readings")


def _line(name: str, figures: stances.Counts) -> None:
    print(f"{name:16} sentence and topic {figures.alike}   strict {figures.strict}")


if __name__ == "__main__":
    main()
