"""Imports point downward: the table of docs/architecture.md, held by reading the imports."""

import ast
import re
from pathlib import Path

import pytest

import builder

PACKAGE = Path(builder.__file__).parent

# Each room, and the rooms it may import. A room may always import from itself.
TEXT = {"model", "diagnostics", "text"}
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "diagnostics": set(),
    "progress": set(),
    "program": set(),
    "processes": set(),
    "spreading": {"processes"},
    "data": set(),
    "yaml_faults": set(),
    "yaml_source": {"diagnostics", "yaml_faults"},
    "config": {"model", "diagnostics", "yaml_source"},
    "text": {"model", "yaml_source"},
    "messages": {"diagnostics"},
    "archive": TEXT | {"config", "yaml_source"},
    "ingest": TEXT | {"config", "yaml_source", "progress", "program", "processes", "archive"},
    "pages": {"model", "config", "text"},
    "render": TEXT | {"program", "pages"},
    "search": TEXT | {"program", "spreading"},
    "publish": TEXT
    | {"config", "progress", "program", "processes", "spreading", "archive", "pages", "render", "search"},
    "check": {"diagnostics", "progress", "archive"},
    "preview": {"diagnostics", "config", "processes", "publish"},
}

# The rooms of ingest, from the bottom up, a floor a line: each may import from the floors below it.
FLOORS = (
    {"extraction", "addresses", "files", "file_names", "saved_pages", "refusals", "shelf"},
    {"raw", "cleaning", "comparing", "report", "topics", "cluster"},
    {"html"},
    {"dump"},
    {"body"},
    {"metadata"},
    {"formats"},
    {"extract", "extract_document"},
    {"pile"},
    {"works", "extract_files"},
    {"filing"},
    {"trail", "suggest_rules"},
    {"ingest", "review"},
)


def room(path: Path, house: Path = PACKAGE) -> str:
    relative = path.relative_to(house)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported_rooms(path: Path, house: str = "builder") -> set[str]:
    package = ("builder", *path.relative_to(PACKAGE).parts[:-1])
    depth = house.count(".") + 1
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            start = ".".join(part for part in (base, node.module or "") if part)
            names = [start, *(f"{start}.{alias.name}" for alias in node.names)] if start == house else [start]
        else:
            continue
        found |= {name.split(".")[depth] for name in names if name.startswith(f"{house}.")}
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downward(path: Path) -> None:
    here = room(path)
    if here in {"__init__", "__main__", "cli"}:
        return
    assert imported_rooms(path) - {here, "__init__", "__version__"} <= ALLOWED[here]


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "ingest").rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE / "ingest"))
)
def test_ingest_is_built_floor_upon_floor(path: Path) -> None:
    here = room(path, PACKAGE / "ingest")
    if here == "__init__":
        return
    floor = next(number for number, rooms in enumerate(FLOORS) if here in rooms)
    assert imported_rooms(path, "builder.ingest") - {here} <= set().union(*FLOORS[:floor])


def test_modules_stay_small() -> None:
    sizes = {p.relative_to(PACKAGE): len(p.read_text(encoding="utf-8").splitlines()) for p in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in sizes.items() if lines > 400} == {}


def test_the_map_names_files_that_are_there() -> None:
    written = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:\w+/)+\w+\.py", written))
    assert named
    assert {name for name in named if not any((root / name).exists() for root in (PACKAGE, PACKAGE.parent))} == set()
