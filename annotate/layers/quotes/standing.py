"""Whether a parse lets a report stand: somebody says it, and what is said hangs on the saying."""

from annotate.grammar.cues import INSTEAD, nouns, of_class
from annotate.grammar.trees import Tree
from annotate.layers.quotes.reports import Report


def stands(tree: Tree, report: Report) -> bool:
    """Whether a parse lets a report stand that words alone have found."""
    if report.cue is None:
        return True
    at = report.cue[0]
    if report.rule == "noun":
        relative = tree.under(at, "acl:relcl")
        return not any(tree.says(each, {"that"}, "mark") is None for each in relative)
    if report.rule == "verb-set-in" and _governs_itself(tree, at, report):
        return False
    if not report.rule.startswith("verb-"):
        return True
    return tree.kinds[at] in {"VERB", "AUX"} and somebodys(tree, ruling(tree, at))


def somebodys(tree: Tree, at: int) -> bool:
    """Whether somebody does what a verb says: it is no wish, condition, question or order."""
    left = only_thought_of(tree, at) or asked(tree, at) or _nobodys(tree, at)
    return not (left or " ".join(tree.words[max(0, at - 3) : at]).endswith(INSTEAD))


def _governs_itself(tree: Tree, at: int, report: Report) -> bool:
    """Whether a verb is set into nothing: it belongs to a noun, or its clause stands behind it.

    Or has its subject in what is said: "The union, which struck in May, | warned the yard".
    """
    inverted = report.last <= at and tree.words[at - 1] in {",", "–", "—"}
    if inverted and any(report.first <= s < report.last for s in tree.under(at, "nsubj")):
        return True
    belongs = tree.relations[at] in {"acl", "acl:relcl", "amod"} and not _amid(tree, at, report)
    behind = report.last <= at and any(each > at for each in tree.under(at, "ccomp"))
    return belongs or behind


def _amid(tree: Tree, at: int, report: Report) -> bool:
    """Whether commas part a verb and its subject from what stands around them, which no clause
    has that belongs to a noun: "The stock, | the group had written in May |, could bear it".
    """
    first = min((tree.edges[each][0] for each in tree.under(at, "nsubj")), default=0)
    first += tree.words[first] == ","  # where a parse hangs the comma on the subject
    return report.first < first < at < report.last and tree.words[first - 1] == ","


def apart(tree: Tree, at: int, behind: int, first: int) -> bool:
    """Whether a clause stands apart from the verb of which it is told, and no parse joins them.

    "Writes books to prove | that …", "stressed her part in the raid that | killed him"; not "heard
    by now that | …", "wrote in the night that | …", "told them of its concern that | …". Without
    its "that" a clause stands right behind its verb, marks aside.
    """
    between = [word for word in tree.words[behind:first] if word not in MARKS]
    if first >= behind and between in ([], ["that"]):
        return False
    joined = any(tree.edges[each][0] <= first <= each for each in tree.under(at, "ccomp"))
    voiced = any(word in nouns() for word in between)
    when = bool({*between[-2:-1]} & of_class("period")) and tree.is_a(first - 2, "obl")
    return not ((joined or voiced or when) and between[-1:] == ["that"])


def leads(tree: Tree, at: int, report: Report) -> bool:
    """Whether a clause hangs on a verb, or marks follow: "added a note", "said when she left"."""
    clauses = tree.under(at, "ccomp", "parataxis", "xcomp")
    return bool(clauses) or any(word in MARKS for word in tree.words[at : report.first + 1])


def _nobodys(tree: Tree, at: int) -> bool:
    """Whether nobody is said to do what a verb says: "please note that", "it is worth noting that".

    A bare verb with a subject and no helper is an order too, or a parse that lost its way.
    """
    if tree.under(at, "aux"):
        return False
    bare = tree.tags[at] == "VB" and (tree.heads[at] == at or tree.is_a(at, "parataxis"))
    return bare or (tree.is_a(at, "csubj") and not tree.under(at, "nsubj"))


def ruling(tree: Tree, at: int) -> int:
    """The verb whose subject and helpers a verb shares, mostly itself.

    "They should | clear the road and welcome the change".
    """
    while tree.is_a(at, "conj") and tree.tags[at] in _BARE and not tree.under(at, *_ITS_OWN):
        at = tree.heads[at]
    return at


_BARE = frozenset({"VB", "VBP"})
_ITS_OWN = ("aux", "nsubj", "mark")


def only_thought_of(tree: Tree, at: int) -> bool:
    """Whether a verb is a purpose, a wish or a condition."""
    if tree.infinitive(at) and not _raised(tree, at):
        return True
    return tree.relations[at] == "advcl" and tree.says(at, {"if", "unless"}, "mark") is not None


def asked(tree: Tree, at: int) -> bool:
    """Whether the sentence asks whether it is said: "Does he | think that it holds?"."""
    subjects = tree.under(at, "nsubj")
    inverted = any(aux < each for aux in tree.under(at, "aux") for each in subjects)
    return inverted and next((w for w in tree.words[at:] if w in _STOPS), "") == "?"


def _raised(tree: Tree, at: int) -> bool:
    """Whether an infinitive is said of its subject: "continues to | argue", "went on to | say"."""
    head = tree.heads[at]
    held = tree.relations[at] == "xcomp" and tree.words[head] in of_class("raising")
    return held and not (tree.infinitive(head) and not _raised(tree, head))


MARKS = frozenset({"“", '"', "‘", "''", "``"})
_STOPS = frozenset({".", "?", "!"})
