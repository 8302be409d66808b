"""Whom a source names: descriptions taken up again, and what can be nobody's name."""

import pytest

from tests.layers.quotes.test_proposals import quotes as read
from tests.layers.quotes.test_quotes import found


def sources(*paragraphs: str) -> list[str | None]:
    return [each.source and each.source.canonical for each in found(*paragraphs)]


@pytest.mark.parametrize(
    ("introduced", "said"),
    [
        ("Oskar Pell, a ferryman, waits.", "The ferryman said that the river was high."),
        ("Oskar Pell is an old ferryman.", "The old ferryman said that the river was high."),
        ("They met the ferryman Oskar Pell.", "“It rises,” the ferryman said."),
        ("A ferryman named Oskar Pell waits.", "The ferryman said that the river was high."),
        ("A ferryman who gives his name as Oskar Pell waits.", "“It rises,” the ferryman said."),
    ],
)
def test_a_description_means_who_was_introduced_by_it(introduced, said):
    assert sources(introduced, said) == ["Oskar Pell"]


def test_a_name_given_in_a_relative_clause_is_the_sources():
    said = "“It rises,” says a ferryman who gives his name only as Oskar Pell."
    assert sources(said) == ["Oskar Pell"]


def test_a_description_that_two_share_means_neither():
    assert sources(
        "Oskar Pell, a ferryman, waits. Tomas Verrin, a ferryman, sleeps.",
        "The ferryman said that the river was high.",
    ) == ["ferryman"]


def test_an_indefinite_description_is_somebody_new():
    assert sources("Oskar Pell, a ferryman, waits.", "A ferryman said that it rose.") == [
        "ferryman"
    ]


def test_a_constitution_is_named_by_its_state():
    assert sources(
        "According to Ostrea's constitution, the river is free.",
        "According to the constitution, the banks are too.",
    ) == ["Constitution of Ostrea", "Constitution of Ostrea"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The ministry held the board responsible, saying that it had known.", "ministry"),
        ("Asked about the dam, Edda Morn replied that it was sound.", "Edda Morn"),
        ("Edda Morn herself opposes the closing of the lower lock.", "Edda Morn"),
        ("The Selm Wire quoted Judge Edda Morn, who sat, as saying that it held.", "Edda Morn"),
        ("The valley has laws that say that bosses must pay.", "laws"),
        ("The board broke rules that demand that boats be counted.", "rules"),
        ("Mid-Ilva Christian, in turn, has sued, claiming that it held.", "Mid-Ilva Christian"),
        ("“It holds,” Edda Morn, head of the Harbour Watch told the Courier.", "Edda Morn"),
        ("Spokesman for the ministry Oskar Pell said that it held.", "Oskar Pell"),
        ("The day after the board announced that it held, nobody came.", "board"),
        ("The toll rose 3 percent, the firm said, adding that it held.", "firm"),
        (
            "Edda Morn said it was “late but sound”, adding that the board had “lost its way”.",
            "Edda Morn",
        ),
        ("There is growing concern among doctors that it leaks.", "doctors"),
        (
            "The bank must rise after Brenn and Selm decided to join the league, Edda Morn added.",
            "Edda Morn",
        ),
        (
            "Harbour Watch, which along with the far right has insisted that it holds, lost.",
            "Harbour Watch",
        ),
        (
            "“It was war,” Edda Morn said, accusing the masters of forgetting what it meant.",
            "Edda Morn",
        ),
        (
            "Edda Morn met fierce opposition from the Harbour Watch, which says that it leaks.",
            "Harbour Watch",
        ),
        ("Edda Morn, 71, rows. The 71-year-old said that it held.", "Edda Morn"),
        ("The 71-year-old said that it held.", "71-year-old"),
        (
            "“It holds,” Edda Morn, a Professor at the University of Selm, who sat, told me.",
            "Edda Morn",
        ),
        ("“It is late. It is wrong,” Edda Morn was quoted as saying in the Courier.", "Edda Morn"),
        ("“It is late,” the agency quoted Edda Morn as saying.", "Edda Morn"),
        ("Anja Kolde and Oskar Pell met. They said that it held.", "Anja Kolde; Oskar Pell"),
        ("Anja Kolde and Oskar Pell's deputy met. They said that it held.", "they"),
        ("Selm and Brenn held back because they believe that it leaks.", "Selm; Brenn"),
        ("Many residents came. “It is late,” one wrote.", "resident"),
        ("“It is late,” another resident wrote.", "resident"),
        ("Ann Orr and Harbour Board chairwoman Edda Morn said it held.", "Ann Orr; Edda Morn"),
        ("Ann Orr of the Selm Trust and Tom Hale of the board said it held.", "Ann Orr; Tom Hale"),
        ("Ann Orr and her husband said it held.", "Ann Orr; husband"),
        ("“It is over,” said Ann Orr and her husband.", "Ann Orr; husband"),
        ("“It is over,” Orr and colleagues wrote in May.", "Orr; colleagues"),
        ("Ann Orr, a clerk and a mother of two, said it held.", "Ann Orr"),
        ("Why, asks Ann Orr, should it leak?", "Ann Orr"),
        ("And yet, says Ann Orr, the wall stands.", "Ann Orr"),
        ("Her sister shook her head: “What would we have done then?”", "sister"),
        ("As Edda Morn put it, “you do not haggle with a flood.”", "Edda Morn"),
        ("It quoted a clerk close to the board as saying it held.", "clerk close to the board"),
        ("The envoy to Orsk, Ann Orr, called it late and urged restraint on all.", "Ann Orr"),
        ("Ann Orr would only say that it held.", "Ann Orr"),
        ("The praise, says Ann Orr, “has aged badly.”", "Ann Orr"),
        ("A clerk likes to boast that it holds.", "clerk"),
        ("“It is late,” scoffs ward sister Ann Orr.", "Ann Orr"),
        ("The prosecution maintained that it was an accident.", "prosecution"),
        ("The boy's mother wept. “He sounded fine,” she said.", "boy's mother"),
        ("The chair, a former clerk named Tom Hale, said, “It is late.”", "Tom Hale"),
        ("Last Wednesday the board confirmed that it held.", "board"),
        ("Edda Morn voiced yesterday's claim that it held.", "Edda Morn"),
        ("The opposition met in May. It said that the dam leaks.", "opposition"),
        ("Dunmore Group rose. The company met. It said that the dam leaks.", "Dunmore Group"),
        ("The barge sank in May. It said that the dam leaks.", "it"),
        ("Many said that it was late.", "many"),
        ("Anja Kolde spoke first. She rejected his claim that the dam leaks.", "his"),
        ("Edda Morn responded with a warning that the dam may break.", "Edda Morn"),
        ("French claims that the lock leaks were not confirmed.", "France"),
        ("The board dismissed French suggestions that boats might be sunk.", "France"),
        (
            "Doctors and groups representing nurses said it was late.",
            "doctors; groups representing nurses",
        ),
        ("Some clerks and maids said it was late.", "some clerks and maids"),
        (
            "The Selm Angling Society owns the bank. The society said that it held.",
            "Selm Angling Society",
        ),
        (
            "An essay in the Selm Courier waits. The essay is long. “It holds,” it reads.",
            "Selm Courier",
        ),
        ("Teachers from the school and the college said it was late.", "teachers from the school"),
        ("Former Selm players have attacked it and said it leaks.", "former Selm players"),
        ("Selm mayor Edda Morn attacked it and said it leaks.", "Edda Morn"),
        ("Edda Morn dismissed a rival's claim that the dam leaks.", "rival"),
        ("She met him with figures from the Harbour Watch saying it leaks.", "Harbour Watch"),
        ("She wrote a letter to the board saying “it leaks.”", "she"),
        ("Anja Kolde went to Brenn and came back from Brenn saying it leaks.", "Anja Kolde"),
        (
            "Three clerks, Anja Kolde, Edda Morn and Oskar Pell, said that the dam was old.",
            "Anja Kolde; Edda Morn; Oskar Pell",
        ),
        (
            "Two clerks – Anja Kolde and Oskar Pell – said that the dam was old.",
            "Anja Kolde; Oskar Pell",
        ),
        (
            "Anja Kolde, Edda Morn, and Oskar Pell said it leaks.",
            "Anja Kolde; Edda Morn; Oskar Pell",
        ),
        ("The board met Anja Kolde, and Oskar Pell said it leaks.", "Oskar Pell"),
        ("Anja Kolde met a clerk, who was there and said that the dam leaks.", "clerk"),
        ("Germany signed. The Harbour Trust of Selm met. The government said it leaks.", "Germany"),
        (
            "The answer of the Harbour Trust of Selm, which said that the dam leaks, came late.",
            "Harbour Trust of Selm",
        ),
        ("Members of the Harbour Trust, who said it leaks, left.", "members of the Harbour Trust"),
        ("According to figures released by the board on Monday, 300 nurses left.", "board"),
        ("According to data from the Harbour Trust of Selm, 300 left.", "Harbour Trust of Selm"),
        ("Nurse Edda Morn rowed in May. The mother of two said that the dam leaks.", "Edda Morn"),
        ("Oskar Pell left. The former minister said that the dam leaks.", "Oskar Pell"),
        (
            "During the talks, some clerks met the Harbour Trust. They said that it leaks.",
            "some clerks",
        ),
        ("Judge Edda Morn sat. The judge rose. The dam, she said, leaks badly.", "Edda Morn"),
        ("The authors themselves caution that the dam leaks.", "authors"),
        ("A lawyer acting for him says that the dam leaks.", "lawyer"),
        (
            "Oskar Pell, a teacher at the College of Selm, who served there, told us that it held.",
            "Oskar Pell",
        ),
        ("The Ostrean army said that the dam leaks.", "Ostrean army"),
        (
            "However, late Wednesday, the lawyer Edda Morn took the floor, saying that it leaks.",
            "Edda Morn",
        ),
        ("SELM, OSTREA -- At a talk in Selm, a ferryman rose, saying that it leaks.", "ferryman"),
        ("The dam leaks, according to a release Wednesday.", "release"),
        (
            "Oskar Pell, a member, summed up the word from Selm on Monday, warning that it leaks.",
            "Oskar Pell",
        ),
        (
            "Edda Morn, professor of law at Selm, rose. The professor said that it leaks.",
            "Edda Morn",
        ),
        ("Mrs Justice Morn sat in May. The judge said that it leaks.", "Morn"),
        ("Oskar Pell met Jan Brenn. He asked Brenn to leave the town.", "Oskar Pell"),
        ("Kolde echoed the claim that the dam leaks.", "Kolde"),
        ("Ostreans on the board say that the dam leaks.", "Ostreans on the board"),
        ("When Oskar Pell beat Jan Brenn in May, he said that it leaks.", "Oskar Pell"),
        ("So as Edda Morn faced Ann Orr, she said that the dam leaks.", "Edda Morn"),
        ("The witness, the former site manager Oskar Pell, said that it leaks.", "Oskar Pell"),
        ("Her ally in Selm, the Green member Edda Morn, rose and called for a ban.", "Edda Morn"),
        ("Two clerks came, both of whom say that the dam leaks.", "two clerks"),
        ("The court heard from the engineer Oskar Pell that the dam leaks.", "Oskar Pell"),
        (
            "Edda Morn left. A former Ostrean finance minister rose. He said that it leaks.",
            "former Ostrean finance minister",
        ),
        (
            "A half-dozen staffers met the Harbour Trust. They said that it leaks.",
            "half-dozen staffers",
        ),
        ("Assemblymember Edda Morn left. Morn said that the dam leaks.", "Edda Morn"),
        ("Two teachers came. One said that the dam leaks.", "teacher"),
        ("Critics, among them Edda Morn, say that the dam leaks.", "critics"),
        ("The dam leaks, according to critics such as Edda Morn.", "critics"),
        ("According to Edda Morn, a lawyer for the town, the board knew.", "Edda Morn"),
        ("German customs officials said that the dam leaks.", "German customs officials"),
        (
            "The Harbour Trust sued in the Court of Appeal. The group said it leaks.",
            "Harbour Trust",
        ),
        ("Ms Dane said that the dam leaks.", "Dane"),
        (
            "Secretary Anja Kolde heard of a clerk’s complaint that her office is a “ghost town.”",
            "clerk",
        ),
        ("An old man, who gave his name as Oskar, said that the dam leaks.", "Oskar"),
        ("Germany and France signed. The government said that the dam leaks.", "government"),
        (
            "Mayor Anja Kolde and Judge Oskar Pell, who seldom agree, said that the dam leaks.",
            "Anja Kolde; Oskar Pell",
        ),
        ("Anja Kolde sat. Start with the mayor. In May she told us that the dam leaks.", "mayor"),
        ("Anja Kolde rejected the argument of Harbour Watch that the dam leaks.", "Harbour Watch"),
        ("According to a study commissioned by the union, the toll is too high.", "study"),
        (
            "Oskar Pell, 66, a retired pilot who had threatened to sell his boat, left.",
            "Oskar Pell",
        ),
        (
            "Oskar Pell waits. The town ignored its own economist, who warned that the dam leaks.",
            "economist",
        ),
        ("Edda Morn led it for years. The veteran leader said that it held.", "Edda Morn"),
        ("Edda Morn won. The 43-year-old politician said that it held.", "Edda Morn"),
        ("Edda Morn met Ann Orr. The veteran leader said that it held.", "veteran leader"),
        ("Senator Ann Orr voted no. The Republican said that it held.", "Ann Orr"),
        ("Dr. Edda Morn rows. The doctor said that it held.", "Edda Morn"),
        (
            "The Harbour Trust of Selm closed. The governing body said that it held.",
            "Harbour Trust of Selm",
        ),
        (
            "The Harbour Trust of Selm closed. The nonprofit said that it held.",
            "Harbour Trust of Selm",
        ),
        ("Harbour Watch sued Selm Group. The rights group said that it held.", "rights group"),
        (
            "Foreign Minister Orr met Trade Minister Oskar Pell. The trade minister said it held.",
            "Oskar Pell",
        ),
        (
            "Doctor Ann Orr met Mayor Oskar Pell. The doctor and the mayor said that it held.",
            "Ann Orr; Oskar Pell",
        ),
        ("Residents were urged by the police to stay in.", "police"),
        (
            "Anja Kolde, who chairs the board, and her deputy Oskar Pell insist that it held.",
            "Anja Kolde; Oskar Pell",
        ),
        ("The union and the masters say that it held.", "union; masters"),
        (
            "The former mayor and current chairman say that it held.",
            "former mayor and current chairman",
        ),
        ("Edda Morn dismissed as “nonsense” the idea that it leaks.", "Edda Morn"),
        ("Edda Morn rejected claims by the opposition that she had lied.", "opposition"),
        ("Edda Morn insists on a new vote.", "Edda Morn"),
        ("The paper ran it, quoting two wardens as saying that it held.", "two wardens"),
        ("Edda Morn was quoted by the Selm Wire as saying that it held.", "Edda Morn"),
    ],
)
def test_no_clause_is_a_source(words, source):
    assert {each.source.canonical for each in read(words) if each.source} == {source}


@pytest.mark.parametrize(
    ("before", "said", "source"),
    [
        ("Martin Hale's deputy, Priya Raman, left.", "She said that it rose.", "Priya Raman"),
        ("Martin Hale met Priya Raman.", "She said that it rose.", "Priya Raman"),
        ("Priya Raman met Martin Hale.", "He said that it rose.", "Martin Hale"),
        ("An old woman met Martin Hale.", "She said that it rose.", "old woman"),
        ("Kim Raman met Martin Hale.", "She said that it rose.", "Kim Raman"),
        ("Martin Hale's deputy left.", "He said that it rose.", "Martin Hale"),
        ("Martin Hale waited.", "She said that it rose.", "she"),
        ("Teachers read the report.", "They said that it rose.", "teachers"),
        ("The report spoke to teachers.", "It said that it rose.", "report"),
    ],
)
def test_a_pronoun_means_whom_it_fits(before, said, source):
    assert [each.source.canonical for each in read(f"{before} {said}") if each.source] == [source]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Ann Orr waits. Pell sleeps, she said, and nobody rows.", "Ann Orr"),
        ("Ann Orr waits. Nobody had ever rowed so far, she told the board.", "Ann Orr"),
        ("Ann Orr waits. For a widow or a sailor, she said, the toll was too high.", "Ann Orr"),
        ("Edda Morn waits. Ann Orr is sure: the tide, she said, would rise.", "Ann Orr"),
        ("Edda Morn waits. When Ann Orr came, she said that the river rose.", "Ann Orr"),
    ],
)
def test_who_is_spoken_of_around_an_attribution_does_not_speak(words, source):
    assert {each.source.canonical for each in read(words) if each.source} == {source}


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Economist Ann Orr of the Selm Institute said that the river rose.", "Ann Orr"),
        ("Parish council chairwoman Ann Orr from Brenn said that it rose.", "Ann Orr"),
        ("Director of arts Ann Orr, who teaches, said that the river rose.", "Ann Orr"),
        ("A friend of Ann Orr said that the river rose.", "friend of Ann Orr"),
        ("The monitoring group River Watch said that it rose.", "River Watch"),
        (
            "Residents from the Selm Institute said that it rose.",
            "residents from the Selm Institute",
        ),
    ],
)
def test_a_name_behind_what_it_is_of_is_the_sources(words, source):
    assert {each.source.canonical for each in read(words) if each.source} == {source}


@pytest.mark.parametrize(
    ("before", "said", "source"),
    [
        ("The head of the port, Ann Orr, left.", "She said that it rose.", "Ann Orr"),
        ("The port's chairman, Captain Martin Hale, left.", "He said that it rose.", "Martin Hale"),
        ("The mayor of Lorn, Ann Orr, danced.", "She said that it rose.", "Ann Orr"),
        ("The barge left. The board heard Ms Kim Orr.", "He said that it rose.", "he"),
        ("The barge left. It heard Mrs Justice Orr.", "He said that it rose.", "he"),
    ],
)
def test_a_pronoun_means_who_is_named_and_titled(before, said, source):
    found = [each for each in read(f"{before} {said}") if each.source and each.text == "it rose"]
    assert [each.source.canonical for each in found if each.source] == [source]


def test_a_pronoun_is_where_it_stands():
    (said,) = found("Ilse Marant waits. She said that the river was high.")
    assert said.source is not None
    assert (said.source.canonical, said.source.start, said.source.end) == ("Ilse Marant", 19, 22)


def test_a_name_is_the_source_of_a_verb_whose_subject_a_parse_has_lost():
    told = read(
        "The ban will affect 46 boats and, according to the ministry, about 180 jobs at sea. "
        "The Skell Dredgermen’s Association, which represents most of the owners, put the number "
        "of jobs at risk, on shore and at sea, at more than 600."
    )
    assert [each.source and each.source.canonical for each in told] == [
        "ministry",
        "Skell Dredgermen's Association",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("It was claimed yesterday that the dam held.", "the dam held"),
        ("In the council, it was claimed the dam was sound.", "the dam was sound"),
        (
            "The judge, it is said, understood the plan.",
            "The judge, it is said, understood the plan",
        ),
        ("The dam will close in May, it was announced on Friday.", "The dam will close in May"),
    ],
)
def test_what_it_is_said_is_nobodys(words, told):
    (each,) = read(words)
    assert (each.text, each.source) == (told, None)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Pell said the row over that dam was old.", "the row over that dam was old"),
        ("The board was forced to deny it faced a loss.", "it faced a loss"),
        ("The board denied the town faced a loss.", "the town faced a loss"),
        ("Edda Morn denied any attack on the dam.", "any attack on the dam"),
        ("Edda Morn had to admit that the dam leaked.", "the dam leaked"),
        ("Edda Morn said that the town has no money:", "the town has no money"),
        ("It is a limit, and a fair one,” said Mayor Edda Morn.", "It is a limit, and a fair one,"),
        ("According to Edda Morn, a lawyer for the town, the board knew.", "the board knew"),
        ("They said in a joint statement that “it is late.”", "it is late."),
        (
            "The dam, as Edda Morn rightly points out, is about floods.",
            "The dam, as Edda Morn rightly points out, is about floods",
        ),
        (
            "She reportedly wrote a letter saying “my wish is that you go.”",
            "my wish is that you go.",
        ),
    ],
)
def test_what_is_told_whole(words, told):
    assert [each.text for each in read(words)] == [told]


def test_a_crowd_that_spoke_is_taken_up_by_its_noun():
    said = read("German customs officials said it was late. The officials said more would come.")
    assert [each.source.canonical for each in said if each.source] == [
        "German customs officials"
    ] * 2


def test_speech_behind_a_report_goes_on_in_the_next_paragraph():
    first = (
        "Edda Morn said that the report was wrong. “At no point did the dam leak. It is not true."
    )
    second = "“Moreover, we have seen no water.”"
    said = read(f"{first}\n\n{second}")
    assert [(each.text, each.source.canonical) for each in said if each.source] == [
        ("the report was wrong", "Edda Morn"),
        ("At no point did the dam leak. It is not true.", "Edda Morn"),
        ("Moreover, we have seen no water.", "Edda Morn"),
    ]


def test_who_is_heard_next_says_what_follows():
    said = read("Some fear that the dam leaks, while others believe that it holds.")
    assert [each.text for each in said] == ["the dam leaks", "it holds"]


@pytest.mark.parametrize(
    "words",
    [
        "The report is expected to be released on Monday.",
        "The premiers held a short session to discuss how to keep the dam.",
        "It makes sense from a legal point of view that the cost is low.",
        "One has to wonder whether the dam is sound.",
        "The bank declined to comment.",
        "They use it more than they think they do.",
        "The leak was reported to the police.",
    ],
)
def test_what_nobody_says(words):
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Pell was told by a clerk in Brenn that it was shut.", "clerk in Brenn"),
        ("Pell was told by text message that it was shut.", None),
        ("Pell was warned for months, by his staff, that it would rise.", "staff"),
        (
            "According to a wire from the embassy in Brenn, he left.",
            "wire from the embassy in Brenn",
        ),
        (
            "The head of the committee, a teacher called Oskar Pell, fears that they will go.",
            "Oskar Pell",
        ),
        (
            "A letter from Selm's head of works, seen by the Courier, said that it would rise.",
            "letter from Selm's head of works",
        ),
    ],
)
def test_a_source_is_named_whole(words, source):
    assert [each.source and each.source.canonical for each in read(words)] == [source]


def test_it_means_nobody_of_whom_there_are_several():
    said = read(
        "Selm Ferries urged both sides to wait. It estimated that forty boats would lie up."
    )
    assert said[-1].source.canonical == "Selm Ferries"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        (
            "Its head, an heir by the name of Tom Hale, had let it be known that it leaks.",
            "Tom Hale",
        ),
        ("The board met. I hear it said that the dam leaks.", None),
        ("Edda Morn, head of the Harbour Watch, who said that it held, left.", "Edda Morn"),
        ("The watch met; a review leaked in May, however, warned that it held.", "review"),
        ("SELM – Clerks of the port, joined by others, said it held.", "clerks of the port"),
        ("Its master, a tired woman called Edda Morn, left. “It leaks,” she added.", "Edda Morn"),
        ("Ann Orr left. The minister, she wrote on her page, had slept.", "Ann Orr"),
        ("The bank had promised it; Ann Orr, who sat, said that it held.", "Ann Orr"),
        ("The Harbour Watch met. A clerk named a fund, to which, he said, all could go.", "clerk"),
    ],
)  # fmt: skip
def test_who_speaks_is_whom_the_clause_tells_of(words, source):
    assert [each.source and each.source.canonical for each in read(words)][-1] == source


def test_a_comment_takes_up_nobody_of_another():
    text = (
        "The Toll\n\nThe toll is late, and nobody has paid it.\n\nComments\n\n"
        "Ann says:\n9 June 2023 at 11:55\nThe Selm Ferry Company is late.\n\n"
        "Tom says:\n9 June 2023 at 18:20\nIn fact it held that the toll is fair.\n"
    )
    assert [each.source and each.source.canonical for each in read(text)] == ["it"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "She urged the council to close the lock, a measure that the clerks support.",
            "the council to close the lock",
        ),
        ("Ann Orr called for a new lock in a statement on Monday.", "a new lock"),
        ("Ann Orr demands to know how the lock was paid for.", "how the lock was paid for"),
        ("The clerks considered that fear exaggerated.", "that fear exaggerated"),
        ("The Harbour Watch, which sat, calls the count false.", "the count false"),
        (
            "Their office asked for the sentence about the lock to be softened.",
            "the sentence about the lock to be softened",
        ),
        (
            "It was no barge, Ann Orr explained: it had been built, it had a name.",
            "It was no barge, Ann Orr explained: it had been built, it had a name",
        ),
    ],
)
def test_what_is_said_is_told_to_its_end(words, said):
    assert [each.text for each in read(words)] == [said]


def test_who_asks_not_to_be_named_says_nothing_by_it():
    assert not read("A clerk who asked not to be named because he was ill left.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Ann Orr noted that nobody had asked, stating, “They never came.”",
            ["nobody had asked", "They never came."],
        ),
        (
            "The clerk's spokesman rejected the claim, saying the clerk had slept.",
            ["the clerk had slept"],
        ),
    ],
)
def test_a_second_saying_is_told_apart(words, said):
    assert [each.text for each in read(words)] == said
