"""Names over the corpus: what people say of them is shown everywhere, and nowhere else."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotate.errors import DecisionError
from annotate.model import Document, Entity, Mention, Number, Quote, Stance, span_id
from annotate.review import names as corpus
from annotate.review import naming, overlay
from annotate.review.decisions import NameDecision, fresh
from annotate.review.desk import Desk
from annotate.review.known import Proposal
from annotate.review.proposals import certain, proposals
from annotate.store import database, laid, names, queries, write
from annotate.store.names import Renaming, Use
from annotate.store.sql import select


def said(action: str, name: str, into: str = "", **more: object) -> NameDecision:
    return NameDecision(action=action, name=name, into=into, **more, **fresh("anja"))  # type: ignore[arg-type]


def shown(*entries: NameDecision) -> dict[str, str]:
    return {each.name: each.canonical for each in naming.renamings(entries)}


def test_names_that_lead_to_names_are_shown_as_the_last() -> None:
    assert shown(said("merge", "ODP", "Office"), said("merge", "Office", "The Office")) == {
        "ODP": "The Office",
        "Office": "The Office",
    }


def test_the_last_word_on_a_name_counts() -> None:
    assert shown(said("merge", "A", "B"), said("merge", "A", "C")) == {"A": "C"}
    assert shown(said("merge", "A", "B"), said("split", "A")) == {}
    assert shown(said("hide", "A")) == {"A": ""}
    assert shown(said("hide", "A"), said("show", "A")) == {}


def test_names_in_a_circle_come_to_rest_at_the_last_word() -> None:
    assert shown(said("merge", "A", "B"), said("merge", "B", "A")) == {"B": "A"}
    three = (said("merge", "A", "B"), said("merge", "B", "C"), said("merge", "C", "A"))
    assert set(shown(*three).values()) == {"A"}


def test_what_is_certain_yields_to_what_a_person_says() -> None:
    certain = [Renaming(name="ODP", canonical="Office", by="rule:acronym")]
    assert naming.renamings([], certain) == certain
    assert naming.renamings([said("split", "ODP")], certain) == []
    (one,) = naming.renamings([said("merge", "Office", "The Office")], certain)[1:]
    assert (one.name, one.canonical) == ("Office", "The Office")


TEXT = "The ODP came. Verrin said that 40 left, and Verrin urges Selm to act."


def article(name: str) -> Document:
    """An article in which names stand in every place that has one."""
    verrin = Mention(canonical="Verrin", start=14, end=20)
    spans = (
        Entity(label="ORG", start=4, end=7, text="ODP", by="rule:test", canonical="ODP"),
        Entity(label="PERSON", start=14, end=20, text="Verrin", by="rule:test", canonical="Verrin"),
        Quote(label="indirect", start=31, end=38, text="40 left", by="rule:test", source=verrin),
        Number(label="count", start=31, end=33, text="40", by="rule:test", said_by="Verrin; ODP"),
        Stance(
            label="opposes", start=44, end=69, text=TEXT[44:69], by="rule:test", holder=verrin,
            target="ferries", act="urges", mode="indirect", addressee="Selm; ODP", via=(verrin,),
        ),
    )  # fmt: skip
    named = tuple(replace(each, id=span_id(name, each)) for each in spans)
    return Document(id=name, text=TEXT, spans=named)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Where Anja sees to the names of two articles."""
    with closing(database.open_for_writing(tmp_path / "corpus.db")) as conn:
        for name in ("a", "b"):
            write.save(conn, article(name))
        yield Desk(conn=conn, folder=tmp_path / "decisions", coder="anja")


def everywhere(desk: Desk, document: str) -> list[object]:
    """The names in all the places that have one."""
    _, person, quote, number, stance = queries.document(desk.conn, document).spans
    assert isinstance(person, Entity)
    assert isinstance(number, Number)
    assert isinstance(quote, Quote)
    assert isinstance(stance, Stance)
    assert quote.source is not None
    assert isinstance(stance.holder, Mention)
    via = stance.via[0].canonical
    return [
        person.canonical, number.said_by, quote.source.canonical, stance.holder.canonical, via,
        stance.addressee,
    ]  # fmt: skip


BEFORE = ["Verrin", "Verrin; ODP", "Verrin", "Verrin", "Verrin", "Selm; ODP"]
MERGED = ["Tomas Verrin", "Tomas Verrin; ODP", *["Tomas Verrin"] * 3, "Selm; ODP"]


def test_a_merged_name_is_shown_wherever_it_stands_and_taken_back(desk: Desk) -> None:
    corpus.merge(desk, ["Verrin"], "Tomas Verrin")
    assert everywhere(desk, "a") == everywhere(desk, "b") == MERGED
    addressees = "SELECT addressee FROM stance_addressees WHERE stance LIKE 's-%' ORDER BY 1"
    assert {row["addressee"] for row in select(desk.conn, addressees)} == {"Selm", "ODP"}
    corpus.undo(desk, "Verrin")
    assert everywhere(desk, "a") == everywhere(desk, "b") == BEFORE
    assert queries.document(desk.conn, "a").spans == article("a").spans


def test_a_merged_name_survives_a_new_build(desk: Desk) -> None:
    corpus.merge(desk, ["Verrin"], "Tomas Verrin")
    write.save(desk.conn, article("a"))
    write.save(desk.conn, article("c"))
    overlay.refresh(desk.conn, desk.folder)
    assert everywhere(desk, "a") == everywhere(desk, "c") == MERGED
    machine = laid.machines(desk.conn, queries.document(desk.conn, "a"))
    assert sorted(machine.spans, key=lambda each: each.id) == sorted(
        article("a").spans, key=lambda each: each.id
    )


def test_a_name_is_split_in_some_articles_alone(desk: Desk) -> None:
    corpus.split(desk, "Verrin", articles=["b"], into="Olga Verrin")
    assert everywhere(desk, "a") == BEFORE
    assert everywhere(desk, "b")[0] == "Olga Verrin"


def test_a_hidden_name_is_no_finding_and_comes_back(desk: Desk) -> None:
    corpus.hide(desk, ["ODP"])
    assert "ODP" not in {each.text for each in queries.document(desk.conn, "a").spans}
    assert [each.name for each in corpus.shown(desk.conn, hidden=True)] == ["ODP"]
    corpus.show(desk, ["ODP"])
    assert queries.document(desk.conn, "a").spans == article("a").spans


def test_a_renamed_name_takes_its_others_along(desk: Desk) -> None:
    corpus.merge(desk, ["Verrin"], "Tomas Verrin")
    corpus.rename(desk, "Tomas Verrin", "Tomas A. Verrin")
    assert everywhere(desk, "a")[0] == "Tomas A. Verrin"
    with pytest.raises(DecisionError, match="'ODP' is a name already; `annotate names merge`"):
        corpus.rename(desk, "Verrin", "ODP")


def test_a_name_that_is_not_used_is_refused(desk: Desk) -> None:
    with pytest.raises(DecisionError, match="no name 'Nobody' in the corpus"):
        corpus.merge(desk, ["Nobody"], "Somebody")
    with pytest.raises(DecisionError, match="in which articles"):
        corpus.split(desk, "Verrin", into="Olga Verrin")


def test_names_merged_in_one_go_are_parted_in_one(desk: Desk) -> None:
    corpus.merge(desk, ["Verrin", "ODP"], "The two")
    assert everywhere(desk, "a")[1] == "The two"
    corpus.undo(desk, "ODP")
    assert everywhere(desk, "a") == BEFORE


def test_the_list_shows_what_a_name_stands_for_and_who_says_so(desk: Desk) -> None:
    corpus.merge(desk, ["Verrin"], "Tomas Verrin")
    (found,) = corpus.shown(desk.conn, "verrin")
    assert (found.name, found.documents, found.mentions) == ("Tomas Verrin", 2, 2)
    assert found.others == ("Verrin (person:anja)",)


def test_a_label_limits_a_renaming_to_its_kind() -> None:
    decision = said("merge", "Jordan", "Ana Jordan", label="PERSON")
    every = naming.renamings([decision])
    persons = naming.of_document("a", every, {"Jordan": {"PERSON"}})
    places = naming.of_document("a", every, {"Jordan": {"GPE"}})
    number = Number(label="count", start=0, end=2, text="40", by="rule:test", said_by="Jordan")
    for named, name in ((persons, "Ana Jordan"), (places, "Jordan")):
        found = named.shown(number)
        assert isinstance(found, Number)
        assert found.said_by == name


def use(document: str, name: str, label: str = "PERSON", form: str = "") -> Use:
    return Use(document=document, name=name, label=label, form=form or name, mentions=1)


def persons(often: str, once: str) -> list[Use]:
    """A person's name of two articles, and one of a third."""
    return [use("a", often), use("b", once), use("c", often)]


OFFICE = "Office for Displaced Persons"
CHAMBER = "Lawyers’ Chamber of Selm"

COUNCIL = "Port Brenn City Council"
PROPOSED = [
    # what the corpus says, what is proposed, whether a build applies it
    ([use("a", OFFICE, "ORG", "ODP"), use("b", "ODP", "ORG")], ("ODP", OFFICE), True),
    ([use("a", OFFICE, "ORG"), use("b", "ODP", "ORG")], ("ODP", OFFICE), False),
    (persons("Tomas Verrin", "TOMAS VERRIN"), ("TOMAS VERRIN", "Tomas Verrin"), True),
    (persons("J. Marant", "J Marant"), ("J Marant", "J. Marant"), True),
    (persons("Tomas Verrin", "Dr Tomas Verrin"), ("Dr Tomas Verrin", "Tomas Verrin"), True),
    (persons("Kim Ha-neul", "Kim Ha Neul"), ("Kim Ha Neul", "Kim Ha-neul"), True),
    (persons("Tomas Verrin", "Verrin"), ("Verrin", "Tomas Verrin"), False),
    (persons("Tomas Verrin", "T. Verrin"), ("T. Verrin", "Tomas Verrin"), False),
    (persons("Tomas K. Verrin", "TK Verrin"), ("TK Verrin", "Tomas K. Verrin"), False),
    (persons("Katarina Dov", "Katerina Dov"), ("Katerina Dov", "Katarina Dov"), False),
    ([use("a", COUNCIL, "ORG"), use("a", "council", "")], ("council", COUNCIL), False),
    ([use("a", COUNCIL, "ORG"), use("a", "City Council", "")], ("City Council", COUNCIL), False),
    (
        [use("a", CHAMBER, "ORG"), use("b", "Lawyers' Chamber", "ORG")],
        ("Lawyers' Chamber", CHAMBER),
        False,
    ),
    (
        [use("a", CHAMBER, "ORG"), use("b", "Chamber of Selm", "ORG")],
        ("Chamber of Selm", CHAMBER),
        False,
    ),
    (
        [use("a", "Courts Act of 1952", "LAW"), use("b", "Courts Act", "LAW")],
        ("Courts Act", "Courts Act of 1952"),
        False,
    ),
    (persons("Seán Ó Dálaigh", "Sean O Dalaigh"), ("Sean O Dalaigh", "Seán Ó Dálaigh"), False),
]


@pytest.mark.parametrize(("uses", "pair", "certain"), PROPOSED)
def test_names_that_may_be_one_are_proposed(
    uses: list[Use], pair: tuple[str, str], certain: bool
) -> None:
    (found,) = proposals(uses)
    assert (found.name, found.into, found.certain) == (*pair, certain)
    assert found.evidence


NOT_ONE = [
    [use("a", "Tomas Verrin"), use("b", "O. Verrin")],
    [use("a", "Tomas Verrin"), use("b", "Theo Verrin"), use("c", "T. Verrin")],
    [use("a", "Tomas Verrin"), use("b", "Olga Verrin"), use("c", "Verrin")],
    [use("a", "Tomas Verrin"), use("b", "Olga Verrin")],
    [use("a", "Ministry of Health", "ORG"), use("b", "Ministry of Wealth", "ORG")],
    [use("a", "Resolution 1718", "LAW"), use("b", "Resolution 1719", "LAW")],
    [use("a", CHAMBER, "ORG"), use("b", "Chamber", "ORG")],
    [
        use("a", "Supreme Court", "ORG"),
        use("b", "Supreme Court of Selm", "ORG"),
        use("b", "Supreme Court of Ostrea", "ORG"),
    ],
    [use("a", "Bank of Selm", "ORG"), use("b", "Bank of Ostrea", "ORG")],
    [use("a", "Iran", "GPE"), use("b", "Iraq", "GPE")],
    [use("a", "Niger", "GPE"), use("b", "Nigeria", "GPE")],
    [use("a", "Verrin", "GPE"), use("b", "Tomas Verrin")],
    [use("a", OFFICE, "ORG", "ODP"), use("b", "ODQ", "ORG")],
    [use("a", COUNCIL, "ORG"), use("b", "council", "")],
    [use("a", COUNCIL, "ORG"), use("a", "Selm Council", "ORG"), use("a", "council", "")],
    [use("a", COUNCIL, "ORG"), use("a", "councils", "")],
    [use("a", "North Selm", "GPE"), use("b", "South Selm", "GPE")],
]


def test_a_surname_is_the_one_persons_though_a_text_has_initials_too() -> None:
    found = proposals([use("a", "Tomas Verrin"), use("b", "T. Verrin"), use("c", "Verrin")])
    assert {(each.name, each.into) for each in found} == {
        ("T. Verrin", "Tomas Verrin"),
        ("Verrin", "Tomas Verrin"),
    }


@pytest.mark.parametrize("uses", NOT_ONE)
def test_names_of_two_things_are_not_proposed(uses: list[Use]) -> None:
    assert proposals(uses) == []


def test_a_body_called_by_its_kind_is_another_one_in_another_article() -> None:
    selm = "Council of Selm Council"
    used = [use("a", COUNCIL, "ORG"), use("b", selm, "ORG"), use("c", COUNCIL, "ORG")]
    described = [use(each, "council", "") for each in "abc"]
    found = proposals([*used, *described])
    assert [(each.into, each.documents) for each in found] == [
        (COUNCIL, ("a", "c")),
        (selm, ("b",)),
    ]
    assert len({each.id for each in found}) == 2


def test_letters_that_stand_for_two_things_are_left_to_a_person() -> None:
    other = "Organisation of Delta Pilots"
    uses = [use("a", OFFICE, "ORG", "ODP"), use("c", other, "ORG", "ODP"), use("b", "ODP", "ORG")]
    (found,) = proposals(uses)
    assert not found.certain
    assert OFFICE in found.evidence
    assert other in found.evidence


TOWNS = ("Selm", "Vantor", "Dorvania", "Haixia", "Brenn", "Osk")


def on(*articles: str, towns: tuple[str, ...]) -> list[Use]:
    """What tells that articles are on one subject."""
    return [use(each, town, "GPE") for each in articles for town in towns]


def test_a_surname_is_nobodys_of_whom_an_article_on_another_subject_speaks() -> None:
    said = [use("a", "Tomas Verrin"), use("b", "Verrin"), use("c", "Verrin")]
    others = tuple(f"New {each}" for each in TOWNS)
    (found,) = proposals([*said, *on("a", "b", towns=TOWNS), *on("c", towns=others)])
    assert (found.name, found.into, found.documents) == ("Verrin", "Tomas Verrin", ("b",))


def test_letters_stand_for_what_articles_on_their_subject_write_out() -> None:
    said = [use("a", OFFICE, "ORG", "ODP"), use("b", "ODP", "ORG"), use("c", "ODP", "ORG")]
    others = tuple(f"New {each}" for each in TOWNS)
    uses = [*said, *on("a", "b", towns=TOWNS), *on("c", towns=others)]
    (found,) = certain(proposals(uses))
    assert (found.name, found.canonical, found.document) == ("ODP", OFFICE, "b")


def test_the_codebooks_item_makes_two_names_one() -> None:
    uses = [use("a", "Selm", "GPE"), use("c", "Selm", "GPE"), use("b", "Sorn", "GPE")]
    (found,) = proposals(uses, {"Selm": "Q1", "Sorn": "Q1"})
    assert (found.name, found.into, found.kind) == ("Sorn", "Selm", "wikidata")


def test_a_proposal_is_accepted_by_its_id_and_holds_where_it_was_seen(desk: Desk) -> None:
    named = Entity(
        label="PERSON", start=14, end=20, text="Verrin", by="rule:test", canonical="Tomas Verrin"
    )
    named = replace(named, id=span_id("full", named))
    write.save(desk.conn, Document(id="full", text=TEXT, spans=(named,)))
    overlay.refresh(desk.conn, desk.folder)
    (found,) = corpus.proposed(desk)
    assert isinstance(found, Proposal)
    corpus.take(desk, [found.id])
    assert everywhere(desk, "a") == MERGED
    assert corpus.proposed(desk) == []
    write.save(desk.conn, article("later"))
    overlay.refresh(desk.conn, desk.folder)
    assert everywhere(desk, "later") == BEFORE
    with pytest.raises(DecisionError, match="no proposal"):
        corpus.refuse(desk, [found.id])


def test_a_refused_proposal_is_proposed_no_more(desk: Desk) -> None:
    uses = names.uses(desk.conn)
    assert uses
    named = Entity(
        label="PERSON", start=14, end=20, text="Verrin", by="rule:test", canonical="Tomas Verrin"
    )
    named = replace(named, id=span_id("full", named))
    write.save(desk.conn, Document(id="full", text=TEXT, spans=(named,)))
    (found,) = corpus.proposed(desk)
    corpus.refuse(desk, [found.id])
    assert corpus.proposed(desk) == []
    assert everywhere(desk, "a") == BEFORE
