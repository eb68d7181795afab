"""English sentences of the diagnostics: code -> (what happened, what to do about it).

Placeholders are the diagnostic's values. A passage in [[double brackets]] disappears when one of its values is empty.
"""

from .ingest_en import INGEST
from .rules_en import RULES
from .site_en import SITE
from .yaml_en import YAML

MESSAGES: dict[str, tuple[str, str]] = {
    **YAML,
    **RULES,
    **INGEST,
    **SITE,
    # archive.yaml
    "config/missing": (
        "there is no archive here: {folder} holds no archive.yaml",
        "Change to the archive's folder, name it with -C FOLDER, or start a new one: rondan init FOLDER",
    ),
    "config/not-a-mapping": (
        "“{key}” should hold settings, one “key: value” per line",
        "For example: {example}. All settings: docs/config.md",
    ),
    "config/unknown-key": ("there is no setting “{key}”", "[[Did you mean “{near}”? ]]Known here: {known}"),
    "config/not-a-number": (
        "“{key}” should be a whole number above zero, not “{value}”",
        "Write digits only, such as 50.",
    ),
    "config/not-text": ("“{key}” should be text, not “{value}”", "Put the value in quotes."),
    "config/not-a-choice": ("“{key}” cannot be “{value}”", "Choose one of: {choices}"),
    "config/bad-form": ("“{key}” cannot be “{value}”", "It looks like this: {example}"),
    # files
    "file/not-utf8": ("this file is not UTF-8 text", "Save it as UTF-8 in your editor."),
    "file/control-character": (
        "there is a control character here ({character}), which nobody sees and a terminal may act on[[; {more} more "
        "in this file]]",
        "Delete it. A search for this regular expression finds them all: [\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]",
    ),
    "file/name-not-text": (
        "the name of this file is not UTF-8 text",
        "Rename it. Names made on another system are often garbled when a .zip is unpacked.",
    ),
    "file/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    "file/of-no-kind": (
        "{count:file|files} in the content folder that Rondan does not read: {files}[[ … and {more} more]]",
        "Rondan reads about.md, articles/….md and the records authors/….yaml, topics/….yaml, series/….yaml and "
        "sources/….yaml, all in lower case; it does not follow links to folders. Rename these files, or keep them "
        "elsewhere.",
    ),
    "file/folder-behind-link": (
        "this is a link to a folder; such links are not followed, so what is in it is missing from the site",
        "Move the folder here, or replace the link with links to the files in it.",
    ),
    "file/linked-out": (
        "this link leads out of the archive's folder, to {target}; nothing from there is read or published",
        "Put the file itself here instead. Links within the archive are followed.",
    ),
    # a new archive
    "init/archive-exists": (
        "there is already an archive in {folder}; nothing was written",
        "Use it as it is (rondan -C {folder} serve), or choose another folder.",
    ),
    "init/would-overwrite": (
        "{folder} already holds files of these names; nothing was written: {files}",
        "Move these files away, or choose an empty folder.",
    ),
    # the command line
    "usage/no-such-command": (
        "there is no command “{name}”",
        "[[Did you mean “{near}”? ]]All commands: rondan --help",
    ),
    "usage/no-such-option": (
        "there is no option {name}",
        "[[Did you mean {near}? ]]All options: {command} --help",
    ),
    "usage/missing-argument": ("{name} is missing", "Usage: {usage}"),
    "usage/missing-value": ("{name} needs a value after it", "Help: {command} --help"),
    "usage/extra-value": ("{name} takes no value", "Help: {command} --help"),
    "usage/extra-argument": ("{name} is not expected here", "Usage: {usage}"),
    "usage/missing-command": ("no command was given", "All commands: rondan --help"),
    "usage/bad-value": (
        "{name} cannot take “{value}”",
        "[[Did you mean “{near}”? ]][[It takes: {choices}. ]]Help: {command} --help",
    ),
    "usage/bad-form": ("{name} cannot take “{value}”", "It looks like this: {example}"),
    "usage/other": ("{detail}", "[[Usage: {usage}]]"),
    "usage/web-address": (
        "“{value}” is a web address, and pages are read from this computer only",
        "Save the page in your browser, and name the saved file.",
    ),
    "usage/no-folder": ("there is no folder {folder}", "Check the path after -C."),
    "cli/no-article": ("there is no article “{id}”", "All articles with their files: rondan list"),
    "cli/output": (
        "the output could not be written[[: {reason}]]",
        "Check that the disk has room and that you may write to the folder.",
    ),
    "cli/system": ("the operating system refused: {reason}", "Check that the path exists and that you may use it."),
    "cli/not-a-folder": ("a folder is needed here, and this is a file", "Choose another name."),
    "cli/bug": (
        "something went wrong inside Rondan: {summary}",
        "This is a bug, not your mistake; your files are as they were. Please report it with this file: {report}",
    ),
    # content: articles and records
    "field/unknown-key": ("there is no key “{name}”", "[[Did you mean “{near}”? ]]Known here: {known}"),
    "field/not-text": (
        "“{name}” should be text, not “{value}”",
        "Put a text in quotes that YAML takes for something else (true, null, [a]); delete what is empty.",
    ),
    "field/control-character": (
        "“{name}” holds a control character ({character}), which nobody sees and a terminal may act on",
        "Take the escape for it out of the quotes.[[ What is then left: {near}]]",
    ),
    "field/not-a-mapping": ("“{name}” cannot be “{value}”", "It holds these keys, one per line: {known}"),
    "field/not-a-number": (
        "“{name}” should be a whole number above zero, not “{value}”",
        "Write digits only, such as 3.",
    ),
    "field/not-true-or-false": (
        "“{name}” should be true or false, not “{value}”",
        "Write true or false, without quotes.",
    ),
    "field/not-a-choice": ("“{name}” cannot be “{value}”", "[[Did you mean “{near}”? ]]Choose one of: {choices}"),
    "field/bad-date": (
        "“{name}: {value}” is not a date",
        "[[Write it as {near}. ]]Dates look like this: 2017-03-24, 2017-03-24T21:30+09:00, 2017-03 or 2017",
    ),
    "field/one-or-several": (
        "“{name}: {value}” could be one or several",
        "Put it in square brackets. Several: {name}: {several}. One: {name}: {single}",
    ),
    "field/bad-form": ("“{name}” cannot be “{value}”", "It looks like this: {example}"),
    "file/empty": ("this file is empty", "Write something in it, or delete it."),
    "file/not-text": (
        "this is not a text file",
        "Only Markdown and YAML belong here. Remove it; if it is an original, put it under raw/.",
    ),
    "file/not-a-mapping": (
        "this should hold one “key: value” per line",
        "For example: name: 見本 太郎. Each key starts at the beginning of its line; a colon and a space follow it "
        "(the full-width colon ： does not count).",
    ),
    "article/no-front-matter": (
        "this article has no front matter",
        "Make the first line ---, then write title: and other keys, then another line ---",
    ),
    "article/open-front-matter": (
        "the front matter that begins here is not closed",
        "Add a line --- after its last key.",
    ),
    "article/no-title": ("this article has no title", "Add a line to its front matter: title: …"),
    "article/bad-id": (
        "“{value}” cannot be an article's id, which is part of its address",
        "Use ASCII letters, digits, hyphens, dots and underscores. A line of the front matter may say: id: {example}",
    ),
    "article/reserved-id": (
        "“{value}” cannot be an article's id: on Windows {device} is the name of a device, so no folder can have it",
        "Choose another, in a line of the front matter: id: {example}",
    ),
    "article/duplicate-id": (
        "the id “{id}” is already used by {other}",
        "Change one of the two; ids that differ only in upper and lower case count as the same.",
    ),
    "article/key-twice": ("“{name}” and “{other}” mean the same", "Keep “{other}”."),
    "article/accepted-key": (
        "“{key}” is read as “{ours}” (in {count:article|articles})",
        "Nothing needs to be done; Rondan's own name for it is “{ours}”.",
    ),
    "article/held": (
        "{count:article is|articles are} held back until {until}[[, or longer (the last until {last})]]",
        "The embargo in their front matter says so. The first build from then on publishes them.",
    ),
    "article/author-without-name": ("this author has no name", "Write: name: …"),
    "article/series-without-name": ("this series has no name", "Write: name: …"),
    "record/no-name": ("this record has no name", "Add a line: name: …"),
    "record/name-taken": ("the name “{name}” already belongs to “{other}”", "Remove it from one of the two records."),
}
