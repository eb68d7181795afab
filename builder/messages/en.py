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
        "Go to the archive's folder, name it with -C FOLDER, or start a new archive with: rondan init FOLDER",
    ),
    "config/not-a-mapping": (
        "“{key}” should hold settings, one “key: value” per line",
        "Settings look like this: title: My archive. All of them: docs/config.md",
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
    "file/name-not-text": (
        "the name of this file is not UTF-8 text",
        "Rename it. Names made on another system are often garbled when a .zip is unpacked.",
    ),
    "file/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    "file/of-no-kind": (
        "{count:file|files} in the content folder that Rondan does not read: {files}[[ … and {more} more]]",
        "Articles are articles/….md, records authors/, topics/ or series/….yaml, these letters small; links to folders "
        "are not followed. Rename them, or keep them elsewhere.",
    ),
    "file/folder-behind-link": (
        "this is a link to a folder, which is not followed: the site is made without what lies behind it",
        "Move the folder here, or put links to its files in the place of the link.",
    ),
    "file/linked-out": (
        "this is a link out of the archive's folder, to {target}; nothing from there is read or published",
        "Put what it leads to here in its place. Links from one place of the archive to another are followed.",
    ),
    # a new archive
    "init/archive-exists": (
        "there is an archive in {folder} already; nothing was written",
        "Use it as it is (rondan -C {folder} serve), or choose another folder.",
    ),
    "init/would-overwrite": (
        "{folder} holds files of the same names; nothing was written: {files}",
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
    "usage/missing-argument": ("{name} is missing", "How to call it: {usage}"),
    "usage/missing-value": ("{name} needs a value behind it", "More: {command} --help"),
    "usage/extra-value": ("{name} takes no value", "More: {command} --help"),
    "usage/extra-argument": ("{name} is not expected here", "How to call it: {usage}"),
    "usage/missing-command": ("which command?", "All commands: rondan --help"),
    "usage/bad-value": (
        "{name} cannot take “{value}”",
        "[[Did you mean “{near}”? ]][[Possible: {choices}. ]]More: {command} --help",
    ),
    "usage/bad-form": ("{name} cannot take “{value}”", "It looks like this: {example}"),
    "usage/other": ("{detail}", "[[How to call it: {usage}]]"),
    "usage/no-folder": ("there is no folder {folder}", "Check the path after -C."),
    "cli/no-article": ("there is no article “{id}”", "All articles with their files: rondan list"),
    "cli/output": ("the output could not be written[[: {reason}]]", "Is the disk full, or the folder read-only?"),
    "cli/system": ("the system refused: {reason}", "Check that the path exists and that you may use it."),
    "cli/bug": (
        "something went wrong inside Rondan: {summary}",
        "This is a bug, not your mistake; your files are as they were. Please report it with this file: {report}",
    ),
    # content: articles and records
    "field/unknown-key": ("there is no key “{name}”", "[[Did you mean “{near}”? ]]Known here: {known}"),
    "field/not-text": ("“{name}” should be text, not “{value}”", "Put the value in quotes."),
    "field/not-a-mapping": ("“{name}” cannot be “{value}”", "It holds these keys, one a line: {known}"),
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
        "“{name}: {value}” is no date",
        "[[Write it as {near}. ]]Dates look like this: 2017-03-24, 2017-03-24T21:30+09:00, 2017-03 or 2017",
    ),
    "field/one-or-several": (
        "“{name}: {value}” may be one or several",
        "Put it in square brackets. Several: {name}: {several}. One: {name}: {single}",
    ),
    "field/bad-form": ("“{name}” cannot be “{value}”", "It looks like this: {example}"),
    "file/empty": ("this file is empty", "Write something into it, or delete it."),
    "file/not-text": (
        "this is not a text file",
        "Only Markdown and YAML belong here; remove it, or put the original under raw/.",
    ),
    "file/not-a-mapping": (
        "this should hold one “key: value” per line",
        "Such as name: 見本 太郎, each key at the beginning of its line.",
    ),
    "article/no-front-matter": (
        "this article has no front matter",
        "Its first line should be ---, followed by title: and other keys, and another line ---",
    ),
    "article/open-front-matter": (
        "the front matter that begins here has no end",
        "Add a line --- behind its last key.",
    ),
    "article/no-title": ("this article has no title", "Add a line to its front matter: title: …"),
    "article/bad-id": (
        "“{value}” cannot be an article's id, which is part of its address",
        "An id has ASCII letters, digits, hyphens, dots and underscores. Add a line to the front matter: id: {example}",
    ),
    "article/reserved-id": (
        "“{value}” cannot be an article's id: on Windows {device} is a device, and could not be the page's folder",
        "Choose another, with a line in the front matter: id: {example}",
    ),
    "article/duplicate-id": (
        "the id “{id}” is already used by {other}",
        "Give one of the two another id; small and capital letters do not make a difference.",
    ),
    "article/key-twice": ("“{name}” and “{other}” mean the same", "Keep “{other}”."),
    "article/accepted-key": (
        "“{key}” is read as “{ours}” (in {count} articles)",
        "Nothing needs to be done; Rondan's own name for it is “{ours}”.",
    ),
    "article/held": (
        "{count:article is|articles are} held back until {until}[[, or longer (the last until {last})]]",
        "The key embargo of the front matter says so. The first build from then on publishes what is due.",
    ),
    "article/author-without-name": ("this author has no name", "Write: name: …"),
    "article/series-without-name": ("this series has no name", "Write: name: …"),
    "record/no-name": ("this record has no name", "Add a line: name: …"),
    "record/name-taken": ("the name “{name}” already belongs to “{other}”", "Take it out of one of the two records."),
}
