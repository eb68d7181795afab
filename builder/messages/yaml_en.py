"""English sentences for slips in YAML; of the form of en.py."""

YAML: dict[str, tuple[str, str]] = {
    "yaml/syntax": (
        "this is not valid YAML[[: {detail}]]",
        'Often a value needs quotes (title: "Part 2: The Return"), or a line is indented differently from the others.',
    ),
    "yaml/open-quote": ("this quote is not closed", "Put the same quote at the end of the value."),
    "yaml/after-quote": (
        "there is more text after the closing quote",
        "Put the quotes around the whole value; if it contains quotes itself, use the other kind around it: "
        "'\"Tide\" rules'",
    ),
    "yaml/open-bracket": (
        "this bracket is not closed, or a comma is missing between two items",
        "Close [ with ] and { with }. If the bracket belongs to the text, put quotes around the whole value.",
    ),
    "yaml/no-colon": (
        "this line is not of the form “key: value”",
        "Put a colon and a space after the key (the full-width colon ： does not count).",
    ),
    "yaml/hyphen": ("the hyphen that begins an item of a list needs a space after it", "Write: {detail}"),
    "yaml/needs-quotes": (
        "without quotes, YAML reads the beginning of this value as one of its own signs",
        "[[Write: {detail}]]",
    ),
    "yaml/escape": (
        "inside double quotes, a \\ and the character after it have a special meaning",
        "Double it (\\\\) if it belongs to the text, or put the value in single quotes: '…'",
    ),
    "yaml/indent": (
        "this line is not indented like the lines around it",
        "Keys of one level start in the same column. If this line continues a long value above, put that value in "
        "quotes.",
    ),
    "yaml/character": (
        "there is a character that is not allowed here ({detail})",
        "It is an invisible control character; delete it.",
    ),
    "yaml/duplicate-key": ("the key “{detail}” appears twice", "Keep one of the two."),
    "yaml/key": ("a key should be plain text", "Put the key in quotes."),
    "yaml/alias": (
        "YAML anchors and aliases (&name, *name) are not accepted",
        "Write the value out; text that begins with & or * needs quotes.",
    ),
    "yaml/tag": ("YAML tags are not accepted[[: {detail}]]", "Remove the tag; text that begins with ! needs quotes."),
    "yaml/too-deep": ("the values are nested too deeply", "Write it with fewer levels."),
    "yaml/comment": (
        "what stands behind “#” would be lost: YAML takes it for a comment",
        "If it belongs to the value, write: {detail}. If it is a comment, put a blank behind the #.",
    ),
    "yaml/colon": ("a value with a colon in it needs quotes", "Write: {detail}"),
    "yaml/tab": (
        "YAML is indented with spaces, never with tabs",
        "Replace the tab at the beginning of this line with spaces.",
    ),
}
