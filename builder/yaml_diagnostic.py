"""What is wrong with a piece of YAML -> a problem of the file it stands in."""

from __future__ import annotations

from .diagnostics import Diagnostic, Location
from .yaml_source import YamlProblem


def yaml_diagnostic(problem: YamlProblem, path: str, text: str, first_line: int = 1) -> Diagnostic:
    """``problem`` of ``text``, the first line of which is line ``first_line`` of ``path``."""
    lines = text.splitlines()
    excerpt = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    at = Location(path, problem.line + first_line - 1, problem.column, problem.length)
    return Diagnostic(problem.reason, at, values={"detail": problem.detail}, excerpt=excerpt)
