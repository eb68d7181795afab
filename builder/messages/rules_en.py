"""English sentences for faults of cleaning rules; of the form of en.py."""

RULES: dict[str, tuple[str, str]] = {
    "rule/not-a-list": (
        "the rules should be a list, one “- id: …” per rule",
        "Begin each rule with “- id:” and indent its other keys below.",
    ),
    "rule/not-a-mapping": (
        "rule {rule} should hold keys such as id, why, takes and match",
        "See docs/rules.md for an example.",
    ),
    "rule/missing-key": ("rule {rule} lacks the key “{key}”", "See docs/rules.md for what a rule holds."),
    "rule/unknown-key": ("rule {rule} has no key “{key}”", "[[Did you mean “{near}”? ]]Known here: {known}"),
    "rule/bad-id": ("“{value}” cannot be a rule's id", "Use small letters, digits and hyphens: members-only."),
    "rule/duplicate-id": ("two rules have the id “{value}”", "Rename one of them."),
    "rule/not-a-choice": ("rule {rule}: “{key}” cannot be “{value}”", "Choose one of: {choices}"),
    "rule/not-text": ("rule {rule}: “{key}” should be text or a list of texts", "Put each text in quotes."),
    "rule/no-match": (
        "rule {rule}: “match” should say what a line looks like",
        "For example: match: { equals: 広告 }",
    ),
    "rule/bad-regex": (
        "rule {rule}: “{value}” is not a regular expression[[: {detail}]]",
        "To match a dot, a bracket or a plus sign itself, put a backslash before it.",
    ),
    "rule/specimen-left": (
        "rule {rule} does not take its own specimen “{line}”[[: {unmet} does not hold]]",
        "Mend the rule's “match”, or take the line out of its specimens. How lines are compared: docs/rules.md",
    ),
    "rule/near-miss-taken": (
        "rule {rule} takes “{line}”, which it should keep by its own specimens",
        "Make its “match” narrower (equals rather than starts_with, that rather than contains), or take the line out "
        "of “keeps”.",
    ),
    "rule/bad-limit": ("rule {rule}: “at_most” cannot be “{value}”", "Write a share (40%) or a number of lines (12)."),
}
