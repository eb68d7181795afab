"""The catalogues hold what the program says, no more and no less, and the two languages agree."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path
from typing import get_args

import builder
from builder.cli import app
from builder.cli import help as help_text
from builder.cli.verb import common_options
from builder.messages import en, ja, words_en, words_ja
from builder.messages.fill import fill, placeholders
from builder.progress import Stage
from builder.publish.stale import Reason
from builder.search.query import Mode

PACKAGE = Path(builder.__file__).parent
CODE = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
BEGINNING = re.compile(r"[a-z][a-z0-9-]*/(?:[a-z][a-z0-9-]*-)?")
"""Of several codes, in an f-string: f"ingest/is-{why}"."""
AREAS = {code.split("/")[0] for code in en.MESSAGES} | {code.split("/")[0] for code in ja.MESSAGES}


def _constants(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Texts that look like a code: all of a known area, and whatever a Diagnostic is made with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginning = str(node.values[0].value)
            if BEGINNING.fullmatch(beginning) and beginning.split("/")[0] in AREAS:
                yield beginning, node.lineno
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            if node.value.split("/")[0] in AREAS:
                yield node.value, node.lineno
        elif isinstance(node, ast.Call) and node.args:
            first = node.args[0]
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("Diagnostic", "problem", "_problem") and isinstance(first, ast.Constant):
                yield str(first.value), node.lineno


@cache
def _used() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "messages":
            for code, line in _constants(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(code, f"{path.relative_to(PACKAGE)}:{line}")
    return found


def _beginning_of(beginning: str, codes: Set[str]) -> set[str]:
    return {code for code in codes if beginning[-1] in "-/" and code.startswith(beginning)}


def test_every_code_that_is_used_has_its_sentence() -> None:
    both = en.MESSAGES.keys() & ja.MESSAGES.keys()
    missing = {code: at for code, at in _used().items() if code not in both and not _beginning_of(code, both)}
    assert missing == {}


def test_every_sentence_is_used() -> None:
    either = en.MESSAGES.keys() | ja.MESSAGES.keys()
    used = _used().keys()
    assert either - used - {code for beginning in used for code in _beginning_of(beginning, either)} == set()


def test_the_languages_have_the_same_codes_and_placeholders() -> None:
    assert en.MESSAGES.keys() == ja.MESSAGES.keys()
    for code, sentence in en.MESSAGES.items():
        for ours, theirs in zip(sentence, ja.MESSAGES[code], strict=True):  # what happened, and what to do
            assert placeholders(ours) == placeholders(theirs), code
            assert _passages(ours) == _passages(theirs), code


def _passages(sentence: str) -> Counter[frozenset[str]]:
    """What each passage in double brackets needs to be told."""
    return Counter(placeholders(passage) for passage in re.findall(r"\[\[(.*?)\]\]", sentence))


def test_the_languages_have_the_same_words_and_placeholders() -> None:
    assert words_en.WORDS.keys() == words_ja.WORDS.keys()
    for key, text in words_en.WORDS.items():
        assert placeholders(text) == placeholders(words_ja.WORDS[key]), key


def test_no_sentence_is_empty_and_japanese_is_japanese() -> None:
    for code, (what, _) in ja.MESSAGES.items():
        assert what.strip(), code
        assert re.search(r"[ぁ-んァ-ヶ一-龠]", what) or what == "{detail}", code
    for code, (what, _) in en.MESSAGES.items():
        assert what.strip(), code
        assert not re.search(r"[ぁ-んァ-ン]", what), code


def test_braces_and_brackets_of_the_catalogue_are_never_shown() -> None:
    for messages in (en.MESSAGES, ja.MESSAGES):
        for code, sentence in messages.items():
            told = fill(" ".join(sentence), dict.fromkeys(placeholders("".join(sentence)), "9"))
            assert not re.search(r"\{\{|\}\}|\{\w|\[\[|\]\]", told), code


NEED_NO_HINT = {"ingest/series-shared", "ingest/topic-proposed", "usage/other"}


def test_every_sentence_says_what_to_do() -> None:
    for messages in (en.MESSAGES, ja.MESSAGES):
        assert {code for code, (_, hint) in messages.items() if not hint.strip()} <= NEED_NO_HINT


def test_every_verb_and_option_is_described() -> None:
    root = app._root()
    ctx = root.make_context("rondan", [], resilient_parsing=True)
    ours = {parameter.name for parameter in common_options(hidden=True)}
    wanted = {"help"} | {help_text.key("", parameter) for parameter in root.params}
    for name in root.list_commands(ctx):
        command = root.get_command(ctx, name)
        assert command is not None
        options = [p for p in command.params if p.param_type_name == "option" and p.name not in ours]
        wanted |= {f"help:{name}"} | {help_text.key(name, option) for option in options}
    described = {key for key in words_en.WORDS if key.split(":")[0] == "help"} - {"help:also"}
    assert wanted == described


def test_words_for_kinds_of_a_thing_name_each_kind_and_no_other() -> None:
    for words in (words_en.WORDS, words_ja.WORDS):
        assert _kinds(words, "stage") == set(get_args(Stage))
        assert _kinds(words, "reason") == {*Reason, "search"}, "search: what the index is written for"
        assert _kinds(words, "search") == set(Mode)


def _kinds(words: Mapping[str, str], thing: str) -> set[str]:
    return {key.removeprefix(f"{thing}:") for key in words if key.startswith(f"{thing}:")}


def test_every_word_is_said() -> None:
    sources = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "messages")
    said = set(re.findall(r'"([a-z]+(?::[a-z-]+)?)"', "".join(sources)))
    said |= {f"ingest:{word}" for word in said}  # the headings of its report are named by kind
    kinds = {"help", "stage", "reason", "search"}  # held elsewhere
    assert {key for key in words_en.WORDS if key.split(":")[0] not in kinds or key == "help:also"} - said == set()
