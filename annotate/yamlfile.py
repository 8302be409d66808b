"""A YAML file checked against its JSON Schema: an error names file, line and key.

People write these files by hand, so we read less than YAML offers: `no` is a word (Norway's code),
`2012-03-01` is text and so is `08`, a key may stand once, and there are no tags (`!!int`) and no
aliases, whose expansion could be without bounds.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jsonschema.exceptions import ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from annotate import schemas
from annotate.errors import CodebookError

Key = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the outermost in."""


@dataclass(frozen=True)
class Checked:
    """What a file says, and the line on which each of its values stands."""

    value: Mapping[str, Any]
    lines: Mapping[Key, int]
    path: Path

    def error(self, key: Key, problem: str) -> CodebookError:
        """A sentence that says where in the file what is wrong."""
        return CodebookError(f"{self.path}, line {self.lines.get(key, 1)}: {problem}")


class _Loader(yaml.SafeLoader):
    """YAML whose only plain scalars besides text are null, true, false and numbers."""

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        """The next node; an alias and a tag are refused."""
        if self.check_event(yaml.AliasEvent):
            mark = self.get_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(problem="an alias (*name); write it out", problem_mark=mark)
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            problem = "a tag (!!name); write the value without it"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
        node: Node | None = super().compose_node(parent, index)
        return node

    def compose_scalar_node(self, anchor: dict[Any, Node]) -> ScalarNode:
        """The next scalar; half a character is refused, two halves are one, as in JSON."""
        node = super().compose_scalar_node(anchor)
        try:
            node.value = node.value.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            problem = "half a character (a lone surrogate)"
            mark = node.start_mark
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark) from None
        return node


_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str")


_Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^[-+]?(?:0|[1-9][0-9]{0,17})$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]{1,99}\.[0-9]+(?:[eE][-+]?[0-9]{1,2})?$", list("-+0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def load(path: Path, schema: str, *, shown: str | None = None) -> Checked:
    """The content of a YAML (or JSON) file that its schema allows: "codebook".

    shown: what errors call the file, if not by its path.
    An empty file says nothing, which every schema allows. Raises CodebookError naming the file,
    the line and the key of the first thing that is wrong.
    """
    named = Path(shown or path)
    checked = parse(_text(path, named), named)
    problems = sorted(
        schemas.validator(schema).iter_errors(checked.value),
        key=lambda problem: checked.lines.get(tuple(problem.absolute_path), 0),
    )
    for problem in problems:
        raise _sentence(checked, problem)
    return checked


def parse(text: str, path: Path) -> Checked:
    """What a YAML text says, unchecked but for its own grammar."""
    lines: dict[Key, int] = {}
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        value = None if node is None else _built(loader, node, (), lines, path)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CodebookError(f"{path}, line {line}: not YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, *_NO_CHARACTER) as error:
        raise CodebookError(f"{path}: not YAML: {' '.join(str(error).split())}") from None
    return Checked(value={} if value is None else value, lines=lines, path=path)


_NO_CHARACTER = (ValueError, OverflowError)
"""What Python says of an escape (\\U with a number) that no character has."""


def _text(path: Path, named: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CodebookError(f"{named}: not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise CodebookError(f"{named}: cannot be read: {error.strerror}") from None


def _built(
    loader: yaml.SafeLoader, node: Node, key: Key, lines: dict[Key, int], path: Path
) -> Any:  # whatever the file holds
    if key in lines:
        raise CodebookError(f"{path}, line {node.start_mark.line + 1}: {key[-1]!r} stands twice")
    lines[key] = node.start_mark.line + 1
    if isinstance(node, MappingNode):
        return _mapping(loader, node, key, lines, path)
    if isinstance(node, SequenceNode):
        return [_built(loader, item, (*key, n), lines, path) for n, item in enumerate(node.value)]
    return loader.construct_object(node, deep=True)


def _mapping(
    loader: yaml.SafeLoader, node: MappingNode, key: Key, lines: dict[Key, int], path: Path
) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for name, item in node.value:
        if not isinstance(name, ScalarNode):
            raise CodebookError(f"{path}, line {name.start_mark.line + 1}: a key is not a word")
        built[name.value] = _built(loader, item, (*key, name.value), lines, path)
        lines[(*key, name.value)] = name.start_mark.line + 1
    return built


def _sentence(checked: Checked, problem: ValidationError) -> CodebookError:
    key = tuple(problem.absolute_path)
    schema: Any = problem.schema
    if problem.validator == "additionalProperties" and isinstance(problem.instance, Mapping):
        known = sorted(schema.get("properties", {}))
        unknown = _first_unknown(problem.instance, known)
        return checked.error(
            (*key, unknown),
            f"{_dotted(key, unknown)}: unknown key; the keys are {', '.join(known)}",
        )
    if problem.validator in ("oneOf", "anyOf"):
        told = f" ({schema['description']})" if "description" in schema else ""
        return checked.error(key, f"{_dotted(key)}: not of its form{told}")
    tell = _TOLD.get(str(problem.validator))
    told = tell(problem) if tell else problem.message
    return checked.error(key, f"{_dotted(key)}: {told[:_LONGEST]}")


_LONGEST = 300


def _type(problem: ValidationError) -> str:
    """What stands where something of another form belongs."""
    wanted: Any = problem.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    belongs = " or ".join(_FORMS.get(each, each) for each in names)
    value = problem.instance
    given = "nothing" if value is None else repr(value)[:_SHOWN]
    return f"{given} stands where {belongs} belongs"


def _enum(problem: ValidationError) -> str:
    known: Any = problem.validator_value
    return f"{problem.instance!r} is none of {', '.join(map(str, known))}"


_SHOWN = 60
_FORMS = {
    "object": "a block of `key: value`",
    "array": "a list, as [one, two],",
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "nothing",
}
_TOLD: Mapping[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "required": lambda each: f"lacks {each.message.partition(' is a required')[0]}",
    "enum": _enum,
    "minLength": lambda _: "is empty",
    "minItems": lambda _: "is empty",
}
"""What breaks a rule of a schema, in words; the schema's own message for any other."""


def _first_unknown(instance: Mapping[str, Any], known: Iterable[str]) -> str:
    return next(name for name in instance if name not in set(known))


def _dotted(key: Key, *more: str) -> str:
    return ".".join(str(part) for part in (*key, *more)) or "the file"
