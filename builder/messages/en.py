"""English sentences of the diagnostics: code -> (what happened, what to do about it).

Placeholders are the diagnostic's values. A passage in [[double brackets]] disappears when one of its values is empty.
"""

MESSAGES: dict[str, tuple[str, str]] = {
    # archive.yaml
    "config/missing": (
        "there is no archive here: {folder} holds no archive.yaml",
        "Go to the archive's folder, name it with -C FOLDER, or start a new archive with: rondan init FOLDER",
    ),
    "config/not-a-mapping": ("“{key}” should hold settings, one “key: value” per line", ""),
    "config/unknown-key": ("there is no setting “{key}”", "[[Did you mean “{near}”? ]]Known here: {known}"),
    "config/not-a-number": ("“{key}” should be a whole number above zero, not “{value}”", ""),
    "config/not-text": ("“{key}” should be text, not “{value}”", "Put the value in quotes."),
    "config/not-a-choice": ("“{key}” cannot be “{value}”", "Choose one of: {choices}"),
    "config/bad-form": ("“{key}” cannot be “{value}”", "It looks like this: {example}"),
    # YAML, in archive.yaml, records and front matter
    "yaml/syntax": (
        "this is not valid YAML[[: {detail}]]",
        'Often a value needs quotes (title: "Part 2: The Return"), or a line is indented differently from the others.',
    ),
    "yaml/duplicate-key": ("the key “{detail}” stands here twice", "Keep one of the two."),
    "yaml/key": ("a key should be plain text", "Put the key in quotes."),
    "yaml/alias": (
        "YAML anchors and aliases (&name, *name) are not accepted",
        "Write the value out; text that begins with & or * needs quotes.",
    ),
    "yaml/tag": ("YAML tags are not accepted[[: {detail}]]", "Remove the tag; text that begins with ! needs quotes."),
    "yaml/too-deep": ("the values are nested too deeply", "Bring the file back to a few levels."),
    # files
    "file/not-utf8": ("this file is not UTF-8 text", "Save it as UTF-8 in your editor."),
    "file/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    # the command line
    "usage/no-such-command": (
        "there is no command “{name}”",
        "[[Did you mean “{near}”? ]]All commands: rondan --help",
    ),
    "usage/no-such-option": (
        "there is no option {name}",
        "[[Did you mean {near}? ]]All options: {command} --help",
    ),
    "usage/missing-argument": ("{name} is missing", "How to call it: {usage}"),
    "usage/missing-command": ("which command?", "All commands: rondan --help"),
    "usage/bad-value": ("{name} cannot take “{value}”", "[[Possible: {choices}. ]]More: {command} --help"),
    "usage/other": ("{detail}", "[[How to call it: {usage}]]"),
    "usage/no-folder": ("there is no folder {folder}", "Check the path after -C."),
    "cli/output": ("the output could not be written[[: {reason}]]", "Is the disk full, or the folder read-only?"),
    "cli/system": ("the system refused: {reason}", "Check that the path exists and that you may use it."),
    "cli/bug": (
        "something went wrong inside Rondan: {summary}",
        "This is a bug, not your mistake; your files are as they were. Please report it with this file: {report}",
    ),
}
