"""What leads to a colon: a verb of saying at a paragraph's end, with what is said in the next one
("Kolde went on:"), and words that say nothing by themselves ("calls on the city to:").
"""

from annotate.grammar import holders, memories, plain_subjects
from annotate.grammar.cues import find
from annotate.grammar.memories import Memory
from annotate.grammar.reading import Reading
from annotate.layers.quotes import finite, trust
from annotate.layers.quotes.reports import Report, place

_BRIEF = 9
"""Tokens between the verb and the colon at most: "told reporters in Brenn on Monday:"."""


def report(reading: Reading, memory: Memory) -> Report | None:
    """The report that a passage introduces and the next one holds: nothing of it stands here."""
    if not reading.units or reading.words[-1] != ":":
        return None
    first, last = reading.units[-1]
    for cue in reversed(list(find(reading, first, last))):
        between = reading.words[cue.last : last - 1]
        if not cue.takes("dc") or cue.passive or cue.modal or reading.spoken(cue.first):
            continue
        if len(between) > _BRIEF or "that" in between:
            return None
        who = (
            plain_subjects.main_subject(reading, cue)
            if cue.form == "ing"
            else plain_subjects.before(reading, cue, first)
        )
        source = holders.mention(reading, who, memory) if who else None
        if source is None:
            return None
        memories.keep_speaker(reading, who, source, memory)
        return Report(
            first=0, last=0, rule="introduced", source=source,
            told=place(reading, (cue.first, cue.last)), label="direct",
        )  # fmt: skip
    return None


def introduces(reading: Reading, end: int) -> bool:
    """Whether words only lead to what stands behind a colon: "The union calls on the city to:"."""
    after = reading.words[end : end + 2]
    return reading.words[end - 1] == ":" or after[:1] == (":",) or after == ("to", ":")


def only_introduces(reading: Reading, report: Report, begun: int) -> bool:
    """Whether a report leads to a colon behind which nothing has the same cue, and is no clause:
    "said that the town has no money:" says so.

    begun: where the last report of its cue begins.
    """
    behind = begun >= report.last
    told = report.last - report.first > trust.STATED
    behind = behind or (told and finite.within(reading, report.first, report.last))
    return not behind and introduces(reading, report.last)
