"""English sentences on the build, the finished site and the preview; in the form of ``en``."""

SITE: dict[str, tuple[str, str]] = {
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
        "The site stands below its base_url (archive.yaml, or build --base-url); link relatively. "
        "The link is on the page {page}.",
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
    "search/byte-order": (
        "Rondan's own search index cannot be made on a computer that keeps the high byte of a number first",
        "Build on another computer, or with --search pagefind or --search none.",
    ),
    "search/unreadable": (
        "this file of the search index is damaged, or another version of Rondan wrote it",
        "Delete the site's folder and build it anew: rondan build",
    ),
    "search/no-index": ("there is no search index in this folder", "Build the site first: rondan build"),
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
