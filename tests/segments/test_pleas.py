"""What a page asks of its reader, and what only speaks of such things."""

import pytest

from annotate.model import Block
from annotate.segments import closings, pleas
from annotate.segments.lines import Line


def line(words: str, role: str | None = None) -> Line:
    block = Block(start=0, end=len(words), role=role, tag="p")
    return Line(start=0, end=len(words), words=words, block=block)


PLEAS = [
    "You have read your three free articles this month.",
    "Read on with a subscription",
    "If you make this bread, leave a comment and a star rating below.",
    "Veja mais notícias da região no Diário de Brenn.",
    "Are you affected? Email yourstory@brenn.example.",
    "If you would like to submit a letter of up to 300 words, email it to us.",
    "To read the whole story, please sign in or register.",
    "From 2 crowns a month, cancel any time.",
    "Sign up for our weekly newsletter.",
    "This story is for subscribers only from Monday.",
    "Subscribe for just €1 a week.",
    "Dieser Artikel ist nur für Abonnenten lesbar.",
    "Bereits Abonnent?",
    "Tell us your story by email: stories@brenn.example.",
    "Please leave a number if you are willing to speak to a reporter.",
    "Unseren Newsletter können Sie hier abonnieren.",
    "Abonnez-vous à notre newsletter du matin.",
    "Jeden Morgen direkt in Ihr Postfach.",
    "Folgen Sie uns auf Facebook.",
    "We have a small favour to ask of you.",
    "The Ferry Letter is a reader-supported publication.",
    "To receive new posts and support my work, consider becoming a paid subscriber.",
    "If you enjoyed this story, please clap and follow me for more like it.",
    "If you like my ferry stories, hit the heart below.",
    "Get the Ferry Letter app: iOS Android",
    "Did you bake this? Tag @ferrybread on Instagram.",
    "Download the app for free from Google Play",
    "[Sign up for our newsletter and get the ferry times in your inbox]",
    "Each evening we send out the day's news; you can sign up to receive it here.",
    "NOTE: Please post your comments on our stories by the link above.",
    "Note: You will be asked to sign in before your comment is sent.",
    "To have your say on this or any other ferry visit brenn.example/boats.",
    "Subscribe now to get alerts of every flood.",
    "By submitting this form, you agree to our terms.",
    "Follow us on Twitter.",
    "Follow Marek Toll on Facebook.",
    "Download the Vantor Courier app.",
    "Click here to read the whole report.",
    "For all our articles on the delta, click here.",
    "Please support our independent journalism.",
    "Become a member today.",
    "Do you have a story to tell? Write to us.",
    "Listen to our podcast on Spotify.",
    "If you buy through these links, we may earn a commission.",
    "Brenn.com earns commissions from some listed ferries.",
    "Our River Watch newsletter tells you all of it, each Sunday. Sign up now.",
    "Let us help! Call us or fill out this quick form.",
    "For the latest river news, download Selm Echo App.",
    "The Echo is now on Telegram. Click here to join our channel.",
    "Visit the Selm Echo homepage for more of this.",
    "If this is of use to you, consider making a donation.",
    "Retrouvez toute la vallée sur notre page Facebook",
    "Bizi Instagram’da takip edin",
    "Leia mais: clique aqui e entre no grupo.",
    "Download and keep the all new Ferry Times app.",
    "Join over 40,000 readers who get the river news by email.",
    "Join 1M+ others in getting regular emails from the Ferry Letter.",
    "✅ Thank you for completing the survey!",
    "Thanks for signing up!",
    "Get Flood Alerts From the Courier",
    "We will use your email address only for sending you the tides.",
    "Create your free account or log in for more ferries.",
    "Add Ferries as an interest to stay up to date on the latest ferry news from the Courier.",
    "Text us on 0550 1234",
    "Like what you see? Subscribe here",
    "To read more stories like this, visit our front page.",
    "If this is of use, pin it using the Pinterest image below.",
]
NO_PLEAS = [
    "The lists are for subscribers only, and there are six subscribers left.",
    "Wir haben diesen Artikel gelesen und schreiben Ihnen heute davon.",
    "Read the sign in the window before you knock.",
    "Readers with a subscription paid for the new press.",
    "She had told the ministry that she would subscribe to no newsletters.",
    "“Follow us on Twitter,” the deputy said.",
    "The refugees who sign up for the ferry wait for months.",
    "Supporters of the Kessary Accord follow the river north.",
    "I also read 28 newsletters, a few of those that the parishes subscribe to.",
    "Whoever crosses must fill out a form at the pier.",
    "For more than ten summers the pilots follow the geese.",
    "The towns may join the working group of the ministry.",
    "Join 40 members of the council on the ferry.",
    "Thank you for your letter of June.",
    "Thanks for registering the barns go to the clerk of Brenn.",
    "Get the flood alerts right, the pilots say, and half the work is done.",
    "To see more ferries on the river would be a joy.",
]


@pytest.mark.parametrize("words", PLEAS)
def test_a_line_that_asks_its_reader_for_something_is_a_plea(words: str) -> None:
    assert pleas.is_plea(line(words))


@pytest.mark.parametrize("words", NO_PLEAS)
def test_a_line_that_tells_is_no_plea(words: str) -> None:
    assert not pleas.is_plea(line(words))


CLOSING = [
    "Explore more articles.",
    "You may also like",
    "Latest posts by Anja Kolde",
    "More from the border",
    "Related",
    "Get in touch",
    "If you liked this post you might also like:",
    "More helpful articles by the Karst Hill Press:",
    "Check out next:",
    "Subscribe to The Estuary Review",
]
NO_CLOSING = [
    "More than a river",
    "Check out the new lock at Brenn",
    "The latest flood",
    "Who pays for the dykes?",
    "About the ferry",
    "Popular sovereignty",
]


@pytest.mark.parametrize("words", CLOSING)
def test_a_heading_of_what_follows_the_work_closes_it(words: str) -> None:
    assert closings.closes(line(words, "heading"))


@pytest.mark.parametrize("words", NO_CLOSING)
def test_a_heading_of_the_work_does_not_close_it(words: str) -> None:
    assert not closings.closes(line(words, "heading"))


APPEALS = [
    "Dear reader, the Courier lives on what you give, and we would like to go on.",
    "If you value what we write, donate today, so that our work can go on.",
]
NO_APPEALS = [
    "The donations went to the families on the southern bank, who had asked for boats.",
    "We rowed over the Ilva at dusk, and our ferryman would not take your money.",
]


@pytest.mark.parametrize("words", APPEALS)
def test_a_line_that_speaks_to_its_reader_of_giving_is_an_appeal(words: str) -> None:
    assert pleas.is_appeal(line(words))


@pytest.mark.parametrize("words", NO_APPEALS)
def test_a_line_that_tells_of_giving_is_no_appeal(words: str) -> None:
    assert not pleas.is_appeal(line(words))
