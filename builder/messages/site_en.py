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
        "the preview is for this computer only, so it cannot listen on {host}",
        "Use 127.0.0.1, localhost or ::1. To show the site to others, build it and put it on a web server.",
    ),
    # the finished site
    "check/no-site": ("there is no site in this folder", "Leave --site out, or build first: rondan build"),
    "check/broken-link": (
        "“{target}” leads nowhere[[ (also on {others:other page|other pages})]]",
        "[[Did you mean {near}? ]]The link is on the page {page}.",
    ),
    "check/broken-anchor": (
        "“{target}” leads to a page that has no “#{anchor}”[[ (also on {others:other page|other pages})]]",
        "The link is on the page {page}.",
    ),
    "check/missing-image": (
        "the image “{target}” does not exist[[ (also on {others:other page|other pages})]]",
        "[[Did you mean {near}? ]]It belongs on the page {page}.",
    ),
    "check/no-slash": (
        "“{target}” names a folder without the slash at its end[[ (also on {others:other page|other pages})]]",
        "Most web servers redirect; some do not. Write {target}/ instead. The link is on the page {page}.",
    ),
    "check/outside": (
        "“{target}” leads out of the site's own folder[[ (also on {others:other page|other pages})]]",
        "The site lies below its base_url (archive.yaml, or build --base-url), so write a relative link. The link is "
        "on the page {page}.",
    ),
    "check/no-note": (
        "the footnote mark {text} has no note",
        "Add the note below, on a line of its own: {text}: … If the brackets are part of the text, write \\{text}",
    ),
    "check/unused-note": (
        "no mark in the text leads to the note {text}, so it is not shown",
        "Write {text} where it belongs, or delete the note.",
    ),
    "check/refused-link": (
        "“{target}” is not an address that a link may have, so {text} is shown as it is written",
        "An address begins with https:, http: or mailto:, or is relative to this page, such as ../ID/ for an article.",
    ),
    "check/duplicate-id": (
        "two elements have the id “{id}”",
        "Links to #{id} only reach the first. The page is {page}.",
    ),
    "check/orphan": ("no link leads to this page", "Link to {page} from somewhere, or remove it."),
    "search/pagefind-missing": (
        "Pagefind was asked for, but its program was not found",
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
        "this file of the search index is missing or damaged, or was written by another version of Rondan",
        "Delete the site's folder and build it again: rondan build",
    ),
    "search/no-index": ("there is no search index in this folder", "Build the site first: rondan build"),
    # the build
    "template/syntax": ("this template cannot be read: {detail}", "[[It was needed for {route}.]]"),
    "template/missing": (
        "there is no template “{detail}”",
        "[[It was needed for {route}. ]]Put it into templates/, or correct its name.",
    ),
    "template/behind-link": (
        "the template “{template}” lies behind a link to a folder; such links are not followed",
        "Move the folder here, or replace the link with links to the files in it.",
    ),
    "template/unread": (
        "no page is made with this file",
        "Was it meant to be {near}? What each template draws: docs/templates.md",
    ),
    "template/unknown-name": (
        "this template asks for “{detail}”, which is not there",
        "[[Did you mean “{near}”? ]]asset() takes the names of files in templates/static, t those of words in Rondan's "
        "data/ui.",
    ),
    "template/failed": (
        "this template failed[[ while making {route}]]: {detail}",
        "A template can use page, site, root, route and body; see docs/templates.md.",
    ),
    "build/bad-epoch": (
        "SOURCE_DATE_EPOCH is “{value}”, which is not a number of seconds",
        "Unset it, or set it to the seconds since 1970-01-01 00:00 UTC, as date +%s prints them.",
    ),
    "build/cannot-write": (
        "the site could not be written[[: {reason}]]",
        "The site is as it was. Check that the disk has room and that you may write to the folder.",
    ),
    "build/no-articles": (
        "there is no article to publish, so the site is empty",
        "Check paths.content in archive.yaml. Drafts appear only in rondan serve and with build --drafts.",
    ),
    "build/disturbed": (
        "files of the archive kept changing while they were read",
        "The site is as it was. Try again when no other program is writing to the archive.",
    ),
    "build/process-ended": (
        "a process that was working on the site was ended from outside",
        "The site is as it was. Most often memory ran short: build with --jobs 1, or close other programs first.",
    ),
    "build/dangerous-output": (
        "this folder cannot be the output: it holds other things of yours",
        "Choose a folder of its own with --out, or paths.site in archive.yaml.",
    ),
    "build/output-is-a-file": ("the output should be a folder, and this is a file", "Choose another name with --out."),
    "build/output-not-ours": (
        "this folder holds files that Rondan did not write",
        "Choose an empty folder with --out, or empty this one yourself; Rondan only deletes its own files.",
    ),
    "build/foreign-files": (
        "{count:file|files} in the output folder that Rondan did not write: {files}",
        "Move them away. Files to be published as they are go in templates/static/.",
    ),
    "build/same-address": (
        "two files of the site want the same address, {route}: {first} and {second}",
        "Change an id, an alias or the name of a picture. On some disks, names that differ only in upper and lower "
        "case are the same.",
    ),
    "build/own-address": (
        "“{route}” is one of Rondan's own files on every site, so {second} cannot have this address",
        "Change the alias.",
    ),
    "build/file-name": (
        "a file of the site cannot be called “{name}”",
        "Rename it: the name must work on Windows and macOS too. It cannot have signs such as : ? * |, a dot or "
        "space at the end, the name of a Windows device (con, aux, nul …), or a way out of the site (../).",
    ),
    "build/nothing-there": (
        "there is nothing called “{subject}” in the archive or on the site",
        "Name a file of the archive, such as content/articles/…, or an address of the site.",
    ),
    "build/no-alias": (
        "“{alias}” cannot be a former address on this site",
        "Write a path on the site, such as /old/1.html: without https:, ? and #, and with no name that Windows "
        "refuses.",
    ),
    "build/no-image": (
        "the picture “{image}” does not exist",
        "[[There is “{near}”, but on some disks names that differ in case or in composed letters are different. "
        "]]Its path starts from the folder of the article's file.",
    ),
}
