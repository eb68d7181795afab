"""English sentences for slips in YAML; of the form of en.py."""

YAML: dict[str, tuple[str, str]] = {
    "yaml/syntax": (
        "this is not valid YAML[[: {detail}]]",
        'Often a value needs quotes (title: "Part 2: The Return"), or a line is indented differently from the others.',
    ),
    "yaml/open-quote": ("this quote is not closed", "Put the same quote at the end of the value."),
    "yaml/after-quote": (
        "there is more text behind the closing quote",
        "Quotes go around the whole value; one that belongs to the text stands inside the other kind: '\"Tide\" rules'",
    ),
    "yaml/open-bracket": (
        "this bracket is not closed, or a comma is missing between two items",
        "Close [ with ] and { with }. A bracket that belongs to the text needs quotes around the whole value.",
    ),
    "yaml/no-colon": (
        "this line does not have the form “key: value”",
        "Put a colon and a space after the key (：, the wide colon, does not count).",
    ),
    "yaml/needs-quotes": (
        "without quotes, the beginning of this value is read as a sign of YAML",
        "[[Write: {detail}]]",
    ),
    "yaml/escape": (
        "inside double quotes a \\ and the character behind it are read as a sign",
        "Double it (\\\\) if it belongs to the text, or put the value into '…'.",
    ),
    "yaml/indent": (
        "this line is not indented like the lines around it",
        "Keys of one level begin in the same column. If this goes on from a long value above, put that in quotes.",
    ),
    "yaml/character": ("there is a character that cannot stand here ({detail})", "It is an invisible one; delete it."),
    "yaml/duplicate-key": ("the key “{detail}” stands here twice", "Keep one of the two."),
    "yaml/key": ("a key should be plain text", "Put the key in quotes."),
    "yaml/alias": (
        "YAML anchors and aliases (&name, *name) are not accepted",
        "Write the value out; text that begins with & or * needs quotes.",
    ),
    "yaml/tag": ("YAML tags are not accepted[[: {detail}]]", "Remove the tag; text that begins with ! needs quotes."),
    "yaml/too-deep": ("the values are nested too deeply", "Bring the file back to a few levels."),
    "yaml/colon": ("a value with a colon in it needs quotes", "Write: {detail}"),
    "yaml/tab": (
        "YAML is indented with spaces, never with tabs",
        "Replace the tab at the beginning of this line by spaces.",
    ),
}
