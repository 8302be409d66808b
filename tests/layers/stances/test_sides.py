"""Simple sentences and the side that their holder takes, whichever way the statement is put.

`sides.tsv` has a sentence a line, with the key of a pair of statements of which one is the other
turned round: whoever supports the one opposes the other.
"""

from pathlib import Path

import pytest

from annotate import pipeline
from annotate.codebook import Codebook, Topic
from annotate.model import Stance

HERE = Path(__file__).resolve().parent
STATEMENTS = {
    "safer": ("Killing strays makes a city safer.", "Killing strays makes no city safer."),
    "bond": ("Jan Orvel is able to post the bond.", "Jan Orvel is not able to post the bond."),
    "seat": ("The rebels could win the seat.", "The rebels could not win the seat."),
    "blame": ("Jan Orvel is to blame for the deaths.", "Jan Orvel is not to blame for the deaths."),
    "routes": (
        "Migrants should be given legal routes.",
        "Migrants should not be given legal routes.",
    ),
    "reopen": ("The inquiry should be reopened.", "The inquiry should not be reopened."),
    "deal": ("The fishing deal is right for Dorvan.", "The fishing deal is wrong for Dorvan."),
    "enough": (
        "The government does enough for its citizens.",
        "The government does not do enough for its citizens.",
    ),
    "married": (
        "Mira Tolm owes her office to her marriage.",
        "Mira Tolm does not owe her office to her marriage.",
    ),
    "failing": ("The care at Karrow is failing patients.", "The care at Karrow fails no patients."),
    "greedy": ("Dentists are greedy.", "Dentists are not greedy."),
    "kept": (
        "The judges keep the rules of conduct.",
        "The judges do not keep the rules of conduct.",
    ),
    "massacre": ("There was a massacre in the delta.", "There was no massacre in the delta."),
    "embarrassing": ("The hearing was an embarrassment.", "The hearing was no embarrassment."),
    "rerun": ("There should be a rerun of the vote.", "There should be no rerun of the vote."),
    "impeached": (
        "Jan Orvel should be impeached and convicted.",
        "Jan Orvel should not be impeached and convicted.",
    ),
    "dam": ("The Sorrel dam should be built.", "The Sorrel dam must not be built."),
    "curfew": ("The curfew in Selm should be ended.", "The curfew in Selm should be kept."),
    "fishing": (
        "The ban on night fishing should be lifted.",
        "The ban on night fishing should stay.",
    ),
    "deport": (
        "Refugees must not be sent back to Dorvan.",
        "Refugees should be sent back to Dorvan.",
    ),
    "wages": ("Nurses should be paid more.", "Nurses should not be paid more."),
    "strike": ("The nurses' strike is justified.", "The nurses' strike is not justified."),
    "vaccine": (
        "Vaccination against measles should be compulsory.",
        "Vaccination against measles should not be compulsory.",
    ),
    "tax": ("The fuel tax is unfair.", "The fuel tax is fair."),
    "licence": ("The mining licence should be revoked.", "The mining licence must not be revoked."),
    "void": (
        "The High Court was right to void the election.",
        "The High Court was wrong to void the election.",
    ),
    "press": ("The press law is constitutional.", "The press law is unconstitutional."),
    "bees": ("The pesticide kills bees.", "The pesticide does not kill bees."),
    "port": ("The new port at Selm should be built.", "The new port at Selm should not be built."),
    "visa": (
        "The visa rule for students should be scrapped.",
        "The visa rule for students should be kept.",
    ),
    "drill": (
        "Drilling in the lagoon must be stopped.",
        "Drilling in the lagoon should be allowed.",
    ),
    "fair_trial": ("The trial of Jan Orvel was fair.", "The trial of Jan Orvel was unfair."),
    "mask": ("Masks stop the fever.", "Masks do not stop the fever."),
    "police": (
        "The police's conduct at the march was right.",
        "The police's conduct at the march was wrong.",
    ),
    "sitin": ("The students' sit-in is justified.", "The students' sit-in is not justified."),
    "toll": (
        "The toll on the Ilva bridge should be abolished.",
        "The toll on the Ilva bridge should be kept.",
    ),
    "zoo": ("The zoo in Karrow should be closed.", "The zoo in Karrow should stay open."),
    "exam": ("School exams should be abolished.", "School exams should not be abolished."),
    "oil": (
        "The licence for Karo Oil should be revoked.",
        "Karo Oil must not be stripped of its licence.",
    ),
    "ward": (
        "The maternity ward in Karrow should be closed.",
        "The maternity ward in Karrow should stay open.",
    ),
    "rise": (
        "Nurses in Ostrea should be paid more.",
        "Nurses in Ostrea should not be paid more.",
    ),
    "guilt": ("Jan Orvel should be convicted.", "Jan Orvel should be acquitted."),
    "jab": ("Vaccination should be compulsory.", "Vaccination should not be compulsory."),
    "shut": (
        "Schools should be closed during the epidemic.",
        "Schools should stay open during the epidemic.",
    ),
    "judge": (
        "Judge Emil Tarrow's conduct of the trial is right.",
        "Judge Emil Tarrow's conduct of the trial is wrong.",
    ),
    "classes": (
        "School classes in Ostrea are too large.",
        "School classes in Ostrea are not too large.",
    ),
    "levy": ("The levy hits the poor hardest.", "The levy does not hit the poor hardest."),
    "spread": ("Schools spread the fever.", "Schools do not spread the fever."),
    "mine": ("The mine will create jobs.", "The mine will not create jobs."),
    "response": (
        "The government's response to the flood is right.",
        "The government's response to the flood is wrong.",
    ),
    "merger": ("The two hospitals should be merged.", "The two hospitals should not be merged."),
    "handling": (
        "The Ministry of Health's handling of the epidemic is right.",
        "The Ministry of Health's handling of the epidemic is wrong.",
    ),
    "ballots": (
        "Paper ballots are better than voting machines.",
        "Voting machines are better than paper ballots.",
    ),
    "subsidy": ("The ferry subsidy should be halved.", "The ferry subsidy should be kept."),
    "narrow": ("The Ilva bridge is too narrow.", "The Ilva bridge is not too narrow."),
    "age": (
        "Jan Orvel is too old to be president.",
        "Jan Orvel is not too old to be president.",
    ),
    "wolves": ("Wolves are a threat to hill farming.", "Wolves are no threat to hill farming."),
    "gangs": (
        "The harbour gangs are a danger to the courts.",
        "The harbour gangs are no danger to the courts.",
    ),
    "window": ("The window levy should be cut.", "The window levy should not be cut."),
    "meet": (
        "Councillors should not meet firms that threaten tenants.",
        "Councillors should meet firms that threaten tenants.",
    ),
    "books": (
        "Church schools should be free to choose their books.",
        "Church schools should not be free to choose their books.",
    ),
    "cancel": (
        "Karo Bus was right to cancel the night route.",
        "Karo Bus was wrong to cancel the night route.",
    ),
    "expel": (
        "The Rowing Association was right to expel the club.",
        "The Rowing Association was wrong to expel the club.",
    ),
    "proof": (
        "There is enough evidence against Jan Orvel.",
        "There is not enough evidence against Jan Orvel.",
    ),
    "research": (
        "The whale programme is genuine research.",
        "The whale programme is not genuine research.",
    ),
    "boats": ("Boats should pay a harbour toll.", "Boats should not pay a harbour toll."),
    "care": ("Home care harms patients.", "Home care does not harm patients."),
    "council": (
        "The council's conduct in the flood is right.",
        "The council's conduct in the flood is wrong.",
    ),
    "walkers": (
        "The conduct of the climate protesters is acceptable.",
        "The conduct of the climate protesters is unacceptable.",
    ),
    "tackled": (
        "Wolves are a threat to hill farming that the council should tackle.",
        "Wolves are no threat to hill farming that the council should tackle.",
    ),
    "preachers": (
        "Hate preachers should be kept out of Dorvan.",
        "Hate preachers should be let into Dorvan.",
    ),
    "lets": (
        "The cap on short lets in Averley should be kept.",
        "The cap on short lets in Averley should be lifted.",
    ),
    "night": (
        "Night flights at Halden should be banned.",
        "Night flights at Halden should be allowed.",
    ),
    "tram": (
        "The tram line to Brook Hill should be built.",
        "The tram line to Brook Hill should not be built.",
    ),
    "late": (
        "The fines for late hosts are justified.",
        "The fines for late hosts are not justified.",
    ),
    "aid": (
        "The northern states will give the islands more aid.",
        "The northern states will not give the islands more aid.",
    ),
    "pledge": (
        "Donors will pay what they have pledged.",
        "Donors will not pay what they have pledged.",
    ),
    "kennel": (
        "The shelter in Karrow cares well for its dogs.",
        "The shelter in Karrow does not care well for its dogs.",
    ),
    "hotel": (
        "The Harbour Hotel treats its staff well.",
        "The Harbour Hotel does not treat its staff well.",
    ),
    "spy": ("The Tolm app is unwanted spyware.", "The Tolm app is not unwanted spyware."),
    "mayor": ("Jan Orvel should become mayor.", "Jan Orvel should not become mayor."),
    "rules": (
        "Building rules in Karrow should be loosened.",
        "Building rules in Karrow should not be loosened.",
    ),
    "fees": (
        "Parking fees should help to pay for the stadium.",
        "Parking fees should not help to pay for the stadium.",
    ),
    "lease": (
        "The city should end the lease of the shelter.",
        "The city should not end the lease of the shelter.",
    ),
    "money": ("The ferry money should go to Selm.", "The ferry money should not go to Selm."),
    "students": (
        "The university should admit fewer foreign students.",
        "The university should not admit fewer foreign students.",
    ),
    "runaways": (
        "The embassy should keep open its shelter for runaways.",
        "The embassy should not keep open its shelter for runaways.",
    ),
    "judgment": (
        "Jan Orvel shows good judgment as governor.",
        "Jan Orvel does not show good judgment as governor.",
    ),
    "package": (
        "The aid package is an election manoeuvre.",
        "The aid package is not an election manoeuvre.",
    ),
    "relations": (
        "Relations between Karrow and Selm will improve.",
        "Relations between Karrow and Selm will not improve.",
    ),
    "app": ("Selm Mobile should block the Tolm app.", "Selm Mobile should not block the Tolm app."),
    "nurses": (
        "The clinic in Karrow needs more nurses.",
        "The clinic in Karrow does not need more nurses.",
    ),
    "say": (
        "Tenants should have a say in rent cases.",
        "Tenants should not have a say in rent cases.",
    ),
    "school": ("Brook Hill needs a new school.", "Brook Hill does not need a new school."),
    "rockets": ("Shops should stop selling fireworks.", "Shops should go on selling fireworks."),
    "inquiry": (
        "The inquiry into the bridge is justified.",
        "The inquiry into the bridge is not justified.",
    ),
    "sale": (
        "Jan Orvel was involved in the land sale.",
        "Jan Orvel was not involved in the land sale.",
    ),
    "talks": (
        "The talks on the reef were useful.",
        "The talks on the reef were not useful.",
    ),
    "rents": (
        "Rents should be capped.",
        "Rents should not be capped.",
    ),
    "cards": (
        "Voters should show identity cards.",
        "Voters should not show identity cards.",
    ),
    "market": (
        "The fever came from the market.",
        "The fever did not come from the market.",
    ),
    "news": (
        "The news about the bridge was false.",
        "The news about the bridge was not false.",
    ),
    "charge": (
        "The charge against Jan Orvel is justified.",
        "The charge against Jan Orvel is not justified.",
    ),
    "violent": (
        "The strikers are violent.",
        "The strikers are not violent.",
    ),
    "first": (
        "Selm should be the first to profit from the land sale.",
        "Selm should not be the first to profit from the land sale.",
    ),
    "ruling": (
        "The ruling undermines trust in the courts.",
        "The ruling does not undermine trust in the courts.",
    ),
    "flash": (
        "There was a flash in the tunnel.",
        "There was no flash in the tunnel.",
    ),
    "unjust": (
        "The clinic treats its nurses unjustly.",
        "The clinic does not treat its nurses unjustly.",
    ),
    "abuses": (
        "Past abuses in the homes should be acknowledged.",
        "Past abuses in the homes should not be acknowledged.",
    ),
    "secure": (
        "Selm is secure.",
        "Selm is not secure.",
    ),
    "flats": (
        "Flats have become hard to get in Selm.",
        "Flats have not become hard to get in Selm.",
    ),
    "ships": (
        "All ships should keep away from the reef.",
        "Ships should not keep away from the reef.",
    ),
    "overpaid": (
        "Judges are paid more than they should be.",
        "Judges are not paid more than they should be.",
    ),
    "gain": (
        "The mayor acts for political gain.",
        "The mayor does not act for political gain.",
    ),
    "order": (
        "The fishing order is right.",
        "The fishing order is wrong.",
    ),
    "deter": (
        "Long sentences deter thieves.",
        "Long sentences do not deter thieves.",
    ),
    "teachers": (
        "The schools need more teachers.",
        "The schools do not need more teachers.",
    ),
    "islands": (
        "The islands need money from abroad.",
        "The islands do not need money from abroad.",
    ),
    "plan": (
        "The rescue plan for the clinics will work.",
        "The rescue plan for the clinics will not work.",
    ),
    "complaint": (
        "The complaint against the clinic should be pursued.",
        "The complaint against the clinic should not be pursued.",
    ),
    "verdict": (
        "The verdict on Karo Bank is fair.",
        "The verdict on Karo Bank is unfair.",
    ),
    "lorries": (
        "The Ilva bridge should be closed to lorries.",
        "The Ilva bridge should stay open to lorries.",
    ),
    "charged": (
        "Jan Orvel is responsible for the flood.",
        "Jan Orvel is not responsible for the flood.",
    ),
    "resign": (
        "The minister of health should resign.",
        "The minister of health should not resign.",
    ),
}
LABELS = {
    "+": ("supports", "opposes"),
    "-": ("opposes", "supports"),
    "0": ("neutral", "neutral"),
    "~": ("ambivalent", "ambivalent"),
}
ROWS = [
    tuple(line.split("\t"))
    for line in (HERE / "sides.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def held(words: str, statement: str) -> set[tuple[str, str]]:
    """Who holds what in a sentence, towards a statement."""
    book = Codebook(topics={"it": Topic(key="it", statement=statement)})
    document = pipeline.tag(pipeline.read(words, id="sentence", form="text"), codebook=book)
    stances = [span for span in document.spans if isinstance(span, Stance) and span.target == "it"]
    return {
        (s.holder if isinstance(s.holder, str) else s.holder.canonical, s.label) for s in stances
    }


@pytest.mark.parametrize(("key", "holder", "side", "words"), ROWS, ids=[row[3] for row in ROWS])
def test_a_sentence_takes_its_holder_s_side(key, holder, side, words):
    lead = "The hearing was on Monday. " if holder == "author" else ""
    for n, statement in enumerate(STATEMENTS[key]):
        found = {
            (name.removeprefix("the "), label) for name, label in held(lead + words, statement)
        }
        assert found == ({(holder, LABELS[side][n])} if holder else set()), statement


@pytest.mark.parametrize(
    "words",
    [
        "Anja Kolde said her life was a disgrace.",
        "Anja Kolde declined to comment for this story.",
        "Anja Kolde declined to comment on her life.",
    ],
)
def test_what_speaks_of_another_thing_tells_no_side(words):
    statement = "The Sorrel dam should be built."
    assert held(f"The mayor wants the Sorrel dam. {words}", statement) == {("mayor", "supports")}


@pytest.mark.parametrize(
    ("holder", "label", "words"),
    [
        ("Nature League", "supports", "The Nature League has campaigned for the step since 2016."),
        ("Nature League", "supports", "The Nature League pressed for such a step."),
        ("Nature League", "opposes", "The Nature League advises against: the bears are old."),
        ("Anja Kolde", "opposes", "Anja Kolde is against that."),
        ("Anja Kolde", "opposes", "Anja Kolde asked the council to drop the plan."),
    ],
)
def test_that_and_the_step_mean_what_a_statement_asks_for(holder, label, words):
    lead = "The council discussed closing the zoo in Karrow. "
    found = {
        (name.removeprefix("the "), side)
        for name, side in held(lead + words, "The zoo in Karrow should be closed.")
    }
    assert (holder, label) in found


def test_who_tells_what_would_be_without_a_thing_is_for_what_is_good_about_it():
    words = "“An island without a bridge is a waiting room,” said Anja Kolde."
    statement = "The bridge would make life on the island better."
    assert held(words, statement) == {("Anja Kolde", "supports")}
