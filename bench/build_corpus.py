"""Archives of any size for the build bench: invented words, three quarters Japanese, the shape of real commentary.

Every article follows from its number alone, so an archive is the same on every machine. Lengths are lognormal (median
some 2,000 Japanese characters or 700 English words), authors grow with the square root of the archive, both they and
forty topics are used as unevenly as in life; headings, lists, quotations, links, emphasis, footnotes, a few tables.
"""

from __future__ import annotations

import bisect
import datetime
import itertools
import math
import random
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

_KANJI = (
    "海山川風花鳥月光声道町村港橋駅森林野原空雲雨雪春夏秋冬朝夕夜灯火石"
    "岩砂土草木葉根種実糸布紙筆墨絵歌詩話語文字数図形色音"
)
_ENDINGS = ("である。", "と考えられる。", "だろうか。", "と言ってよい。", "にほかならない。", "とは限らない。")
_JOINTS = ("の", "を", "に", "へと", "から", "について", "と", "や", "をめぐる")
_OPENINGS = ("", "", "", "しかし、", "そして、", "だから、", "もっとも、")
_SOUNDS = """b br c d dr f g gr h k l m n p pl r s st t tr v w / a e i o u ai ea ou / _ n r l s nd st m th
the of and to in a that it is for on as with was by at from not but this which are be or an"""
_ONSETS, _VOWELS, _CODAS = (part.replace("_", "").split(" ") for part in _SOUNDS.split("\n")[0].split(" / "))
_LITTLE = _SOUNDS.split("\n")[1].split()
_TOPICS = 40
_FIRST_DAY, _DAYS = datetime.date(2004, 4, 1), 7600


class _Uneven:
    """Draws items with frequencies that fall with their rank."""

    def __init__(self, items: list[str], steepness: float) -> None:
        self.items = items
        self._sums = list(itertools.accumulate(1 / (rank + 2.5) ** steepness for rank in range(len(items))))

    def draw(self, rng: random.Random) -> str:
        return self.items[bisect.bisect(self._sums, rng.random() * self._sums[-1])]


@cache
def _words() -> tuple[_Uneven, _Uneven]:
    rng = random.Random("words")
    japanese = sorted({"".join(rng.choices(_KANJI, k=rng.choice((1, 2, 2, 2, 3)))) for _ in range(20_000)})
    syllable = lambda: rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS)  # noqa: E731
    english = sorted({"".join(syllable() for _ in range(rng.choice((1, 2, 2, 3)))) for _ in range(15_000)})
    rng.shuffle(japanese)
    rng.shuffle(english)
    return _Uneven(japanese, 1.0), _Uneven(english, 1.0)


@cache
def _names(articles: int) -> tuple[_Uneven, _Uneven]:
    rng = random.Random("names")
    english = _words()[1].items
    people = [f"{a.capitalize()} {b.capitalize()}" for a, b in zip(english[:4000], english[4000:8000], strict=True)]
    rng.shuffle(people)
    return _Uneven(people[: max(5, round(math.sqrt(articles)))], 0.9), _Uneven(english[8000 : 8000 + _TOPICS], 0.8)


def _sentence(rng: random.Random, japanese: bool) -> str:
    if japanese:
        draw = _words()[0].draw
        parts = [draw(rng) + rng.choice(_JOINTS) for _ in range(rng.randint(2, 6))]
        return rng.choice(_OPENINGS) + "".join(parts) + draw(rng) + rng.choice(_ENDINGS)
    draw = _words()[1].draw
    words = [rng.choice(_LITTLE) if rng.random() < 0.45 else draw(rng) for _ in range(rng.randint(8, 26))]
    return " ".join(words).capitalize() + "."


def _paragraph(rng: random.Random, japanese: bool, notes: list[str]) -> str:
    sentences = []
    for _ in range(rng.randint(3, 6)):
        text, chance = _sentence(rng, japanese), rng.random()
        word, space = _words()[0 if japanese else 1].draw(rng), "" if japanese else " "
        if chance < 0.05:
            text += f"{space}**{word}**"
        elif chance < 0.08:
            text += f"{space}*{word}*"
        elif chance < 0.11:
            text += f"{space}[{word}](https://example.org/{rng.randint(1, 99999)})"
        elif chance < 0.13:
            notes.append(_sentence(rng, japanese))
            text += f"[^{len(notes)}]"
        sentences.append(text)
    return ("" if japanese else " ").join(sentences)


def _block(rng: random.Random, japanese: bool, notes: list[str]) -> str:
    chance, sentence = rng.random(), partial(_sentence, rng, japanese)
    if chance < 0.12:
        return "## " + _title(rng, japanese)
    if chance < 0.18:
        return "\n".join(f"- {sentence()}" for _ in range(rng.randint(3, 5)))
    if chance < 0.20:
        return "\n".join(f"{n}. {sentence()}" for n in range(1, rng.randint(4, 6)))
    if chance < 0.27:
        return "\n".join(f"> {sentence()}" for _ in range(rng.randint(1, 3)))
    if chance < 0.275:
        return "| A | B |\n|---|---|\n" + "\n".join(
            f"| {rng.randint(1, 999)} | {rng.randint(1, 99)} |" for _ in range(4)
        )
    return _paragraph(rng, japanese, notes)


def _title(rng: random.Random, japanese: bool) -> str:
    draw = _words()[0 if japanese else 1].draw
    first, second = draw(rng), draw(rng)
    return f"{first}の{second}を問う" if japanese else f"The {first.title()} of {second.title()}"


def article(number: int, articles: int) -> tuple[str, str]:
    """(year and stem of the file, its text) of one article of an archive of ``articles``."""
    rng = random.Random(number)
    japanese = rng.random() < 0.75
    wanted = min(3.6, max(0.25, math.exp(rng.gauss(0, 0.55)))) * (2000 if japanese else 4300)
    day = _FIRST_DAY + datetime.timedelta(days=number * _DAYS // articles)
    blocks, notes, size = [_paragraph(rng, japanese, [])], [], 0
    while size < wanted:
        blocks.append(_block(rng, japanese, notes))
        size += len(blocks[-1])
    if notes:
        blocks.append("\n".join(f"[^{n}]: {text}" for n, text in enumerate(notes, 1)))
    people, topics = _names(articles)
    authors = dict.fromkeys(people.draw(rng) for _ in range(2 if rng.random() < 0.08 else 1))
    about = dict.fromkeys(topics.draw(rng) for _ in range(rng.choice((1, 2, 2, 3))))
    stem = f"a{number:06d}"
    front = [f"id: {stem}", f"title: {_title(rng, japanese)}", f"date: {day}", "authors:", *(f"- {a}" for a in authors)]
    front += ["topics:", *(f"- {t}" for t in about), f"language: {'ja' if japanese else 'en'}"]
    front.append(f"summary: {_sentence(rng, japanese)}")
    return f"{day.year}/{stem}", "---\n" + "\n".join(front) + "\n---\n\n" + "\n\n".join(blocks) + "\n"


def _write(numbers: range, articles: int, folder: Path) -> None:
    for number in numbers:
        name, text = article(number, articles)
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def make(articles: int, folder: Path) -> None:
    """Writes the articles of an archive of that size into ``folder``, which is then content/articles."""
    for year in range(_FIRST_DAY.year, (_FIRST_DAY + datetime.timedelta(days=_DAYS)).year + 1):
        (folder / str(year)).mkdir(parents=True, exist_ok=True)
    chunks = [range(start, min(start + 250, articles)) for start in range(0, articles, 250)]
    with ProcessPoolExecutor() as pool:
        list(pool.map(partial(_write, articles=articles, folder=folder), chunks))
