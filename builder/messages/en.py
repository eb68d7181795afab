"""English sentences of the diagnostics: code -> (what happened, what to do about it).

Placeholders are the diagnostic's values. A passage in [[double brackets]] disappears when one of its values is empty.
"""

from .ingest_en import INGEST
from .rules_en import RULES
from .yaml_en import YAML

MESSAGES: dict[str, tuple[str, str]] = {
    **YAML,
    **RULES,
    **INGEST,
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
    "file/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    "file/of-no-kind": (
        "{count:file|files} in the content folder that Rondan does not read: {files}[[ … and {more} more]]",
        "Articles are articles/….md, records authors/, topics/ or series/….yaml, these letters small. Rename them, or "
        "keep them elsewhere.",
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
    # preview
    "preview/port-in-use": (
        "port {port} is in use by another program",
        "Leave --port out to take the next free one, or choose another number.",
    ),
    "preview/no-free-port": ("no port from {port} to {last} is free", "Choose one yourself with --port."),
    "preview/cannot-bind": ("cannot listen on {host}: {reason}", "Leave --host out to use 127.0.0.1."),
    "usage/not-this-computer": (
        "the preview is for this computer only, and cannot listen on {host}",
        "Use 127.0.0.1, localhost or ::1. To show the site to others, build it and put it on a web host.",
    ),
    # the finished site
    "check/no-site": ("there is no site in this folder", "Leave --site out, or build first: rondan build"),
    "check/broken-link": (
        "“{target}” leads to nothing[[, here and on {others} other pages]]",
        "[[Did you mean {near}? ]]The link is on the page {page}.",
    ),
    "check/broken-anchor": (
        "“{target}” leads to a page that has no “#{anchor}”[[, here and on {others} other pages]]",
        "The link is on the page {page}.",
    ),
    "check/missing-image": (
        "the image “{target}” is not there[[, here and on {others} other pages]]",
        "[[Did you mean {near}? ]]It should be shown on the page {page}.",
    ),
    "check/no-slash": (
        "“{target}” names a folder without its closing slash[[, here and on {others} other pages]]",
        "Most hosts redirect; some do not. Write {target}/ instead. The link is on the page {page}.",
    ),
    "check/outside": (
        "“{target}” leads out of the site's own folder[[, here and on {others} other pages]]",
        "The site stands below base_url of archive.yaml; link relatively. The link is on the page {page}.",
    ),
    "check/no-note": (
        "the footnote mark {text} has no note",
        "Add the note below, on a line of its own: {text}: … Where the brackets are meant as text, write \\{text}",
    ),
    "check/unused-note": (
        "no mark in the text leads to the note {text}, so it is not shown",
        "Write {text} where it belongs, or delete the note.",
    ),
    "check/refused-link": (
        "“{target}” is no address that a link may have, so {text} is shown as it is written",
        "An address begins with https:, http: or mailto:, or leads from this page to another, as ../ID/ to an article.",
    ),
    "check/duplicate-id": (
        "two elements have the id “{id}”",
        "Links to #{id} reach the first only. The page is {page}.",
    ),
    "check/orphan": ("no link leads to this page", "Link to {page} from somewhere, or remove it."),
    "search/pagefind-missing": (
        "Pagefind was asked for, but its program is not here",
        "Install it with “pip install rondan[pagefind]” or “npm install -g pagefind”, or build with --search builtin.",
    ),
    "search/pagefind-failed": (
        "Pagefind ({command}) failed[[: {reason}]]",
        "Run it by hand to see more, or build with --search builtin.",
    ),
    "search/unreadable": (
        "this file of the search index is damaged, or another version of Rondan wrote it",
        "Delete the site's folder and build it anew: rondan build",
    ),
    "search/no-index": ("there is no search index in this folder", "Build the site first: rondan build"),
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
    # the build
    "template/syntax": ("this template cannot be read: {detail}", "[[It was needed for {route}.]]"),
    "template/missing": (
        "there is no template “{detail}”",
        "[[It was needed for {route}. ]]Put it into templates/, or correct its name.",
    ),
    "template/behind-link": (
        "the template “{template}” lies behind a link to a folder, which is not followed",
        "Move the folder here, or put links to its files in the place of the link.",
    ),
    "template/failed": (
        "this template failed[[ while drawing {route}]]: {detail}",
        "A template sees page, site, root, route and body; see docs/templates.md.",
    ),
    "build/locked": ("another build of this output is at work", "Wait until it is done."),
    "build/bad-epoch": (
        "SOURCE_DATE_EPOCH is “{value}”, which is no number of seconds",
        "Unset it, or set it to the seconds since 1970-01-01 00:00 UTC: what date +%s prints.",
    ),
    "build/cannot-write": (
        "the site could not be written[[: {reason}]]",
        "The site is as it was. Is the disk full, or the folder read-only?",
    ),
    "build/no-articles": (
        "there is no article to publish, so the site is empty",
        "Is paths.content in archive.yaml right? Drafts are shown by rondan serve only.",
    ),
    "build/disturbed": (
        "files of the archive kept changing while they were read",
        "The site is as it was. Try again when no other program writes into the archive.",
    ),
    "build/process-ended": (
        "a process that worked on the site was ended from outside",
        "The site is as it was. Most often memory had run short: build with --jobs 1, or end other programs first.",
    ),
    "build/dangerous-output": (
        "this folder cannot be the output: it holds other things of yours",
        "Choose a folder of its own with --out, or paths.site in archive.yaml.",
    ),
    "build/output-is-a-file": ("the output should be a folder, and this is a file", "Choose another name with --out."),
    "build/output-not-ours": (
        "this folder holds files that Rondan did not write",
        "Choose an empty folder with --out, or empty this one yourself; Rondan does not delete what is not its own.",
    ),
    "build/foreign-files": (
        "{count:file|files} in the output not written by Rondan: {files}",
        "Move them away. Files to be published as they are belong in templates/static/.",
    ),
    "build/same-address": (
        "two files of the site want the same address, {route}: {first} and {second}",
        "Change an id, an alias or the name of a picture. Capitals do not tell two files apart on every disk.",
    ),
    "build/own-address": (
        "“{route}” is a file of Rondan's own in every site, so it cannot be that of {second}",
        "Change the alias.",
    ),
    "build/file-name": (
        "no file of the site can be called “{name}”",
        "Windows and macOS must be able to have it, too. Rename the file: no signs such as : ? * |, no dot or blank at "
        "the end, no device of Windows (con, aux, nul …), no way out of the site (../).",
    ),
    "build/nothing-there": (
        "there is nothing in the archive or the site called “{subject}”",
        "Name a file of the archive, such as content/articles/…, or an address of the site.",
    ),
    "build/no-alias": (
        "“{alias}” is no former address that this site could answer at",
        "Write a path in the site, such as /old/1.html, without https:, ? and #. Windows must be able to have it.",
    ),
    "build/no-image": (
        "the picture “{image}” is not there",
        "[[There is “{near}”, another name for a disk that tells capitals and composed letters apart. ]]"
        "Its place is counted from the folder of the article's file.",
    ),
}
