"""What a mail quotes of another mail, and that one of a third."""

import annotate
from annotate.model import BLANK, Number, Quote

MAIL = """\
From: Oskar Pell <pell@courier.example>
Subject: Re: boats
Date: Tue, 4 May 2021 09:00:00 +0000

I agree.

On Mon, 3 May 2021 at 17:40, Anja Kolde <kolde@courier.example> wrote:

> He is wrong.
>
> On Sun, 2 May 2021 at 11:02, Tomas Verrin <verrin@courier.example> wrote:
>
> > Dear Anja, the board has 40 boats and 900 ferrymen
> > in all.
> >
> > Tomas Verrin
> > ferry board, Brenn
>
> Do not believe it.
>
> Anja
"""


def test_what_a_mail_quotes_of_a_mail_is_its_writers_own() -> None:
    made = annotate.read(MAIL.encode(), id="boats", name="boats.eml")
    spans = annotate.tag(made, pipeline=BLANK).spans
    said = [
        (each.source and each.source.canonical, each.text)
        for each in spans
        if isinstance(each, Quote)
    ]
    assert said == [
        ("Anja Kolde", "He is wrong."),
        ("Tomas Verrin", "Dear Anja, the board has 40 boats and 900 ferrymen\n> > in all."),
        ("Anja Kolde", "Do not believe it."),
    ]
    figures = {each.text: each.said_by for each in spans if isinstance(each, Number)}
    assert (figures["40"], figures["900"]) == ("Tomas Verrin", "Tomas Verrin")
