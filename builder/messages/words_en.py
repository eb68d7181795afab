"""English words of the command line. ``help:VERB`` opens with the line that the list of commands shows."""

WORDS: dict[str, str] = {
    "usage": "Usage:",
    "options": "Options:",
    "commands:every-day": "Every day:",
    "commands:more": "More:",
    "help:also": "Options of every command (-C, --lang, --format, --quiet): rondan --help",
    "help": (
        "Rondan turns saved pages and text dumps of newspaper and magazine commentary into a searchable website.\n"
        "\n"
        "Start: rondan init my-archive, put saved pages into my-archive/raw, then inside that folder\n"
        "  rondan ingest raw\n"
        "  rondan serve"
    ),
    "help:-C": "work on the archive in DIR (default: this folder); other paths are relative to it",
    "help:--lang": "language of the messages (default: that of your system)",
    "help:--format": "text for people, json for programs",
    "help:--quiet": "errors only",
    "help:--debug": "show the traceback if Rondan itself fails",
    "help:--version": "show the version",
    "help:--help": "show this help; after a command, the help of that command",
    "help:init": (
        "start a new archive in DIR\n"
        "\n"
        "Writes settings, an about page and one example article, all with comments. A file that is already there is "
        "never overwritten."
    ),
    "help:ingest": (
        "take saved pages and text dumps (PATH...) into the archive\n"
        "\n"
        "HTML and text in any usual encoding; a folder stands for everything in it. The originals are kept. You can "
        "run it again at any time: a file you have edited is never overwritten; you are shown the new proposal "
        "instead."
    ),
    "help:build": (
        "make the website\n\nOnly what has changed is made again; the result is the same as that of a fresh build."
    ),
    "help:build --out": "folder of the website (default: paths.site of archive.yaml, else site)",
    "help:build --base-url": "where the site will stand, such as https://example.org/archive/",
    "help:build --jobs": "processes to use (default: as many as pay off)",
    "help:build --search": "search engine: builtin, pagefind or none",
    "help:build --drafts": "publish drafts too, marked as such",
    "help:build --now": (
        "build as of this day or time: articles whose embargo is over by then are published (default: now)"
    ),
    "help:build --dry-run": "show what would be made, changed and removed; write nothing",
    "help:build --verbose": "list every page that was made, changed or removed",
    "help:serve": (
        "preview the website in your browser, kept up to date while you write\n"
        "\n"
        "Shows drafts too. Problems are shown with their place, and disappear when they are mended. Only this "
        "computer can reach it. Ctrl-C ends it."
    ),
    "help:serve --port": "port (default: 8000 or the next free one)",
    "help:serve --host": "address; only those of this computer are accepted (127.0.0.1, localhost, ::1)",
    "help:serve --open": "open the browser",
    "help:serve --follow": "show the page of the article you have just saved",
    "help:check": (
        "look for problems: in the content, and broken links on the finished site\n"
        "\n"
        "Each problem comes with file, line and column. Exit status 1 if there are errors."
    ),
    "help:check --site": "check the site in this folder instead of building one for the check",
    "help:check --strict": "exit status 1 for warnings too",
    "help:extract": (
        "get the article out of saved pages (INPUT...), one Markdown file each; needs no archive\n"
        "\n"
        "Nothing is merged and nothing else is touched. --format json also tells the findings and the lines left out."
    ),
    "help:extract --out": "folder for the Markdown files, named like their input (default: print to the terminal)",
    "help:list": "list articles: under review, drafts, withdrawn, or all",
    "help:list --review": "those that ingest was unsure about, most doubtful first",
    "help:list --drafts": "drafts",
    "help:list --withdrawn": "withdrawn articles",
    "help:trail": "show an article's original, line by line, with the rule that left each line out (ID or FILE)",
    "help:search": (
        "search the archive from the terminal (QUERY)\n"
        "\n"
        "Put a phrase in “ ”; a minus excludes a word. Put -- before a query with a minus: rondan search -- port "
        "-market"
    ),
    "help:search --limit": "how many results (default: 10)",
    "help:explain": "why a page was rebuilt, or which pages editing a file would change (URL or FILE)",
    "help:explain --out": "folder of the website (default: paths.site of archive.yaml, else site)",
    "help:schema": "print the JSON Schema of an article's front matter or of a record (KIND), for editors",
    "explain:touches": "Editing this file can change {count:page|pages}:",
    "explain:unused": "No page of the site is made from this file.",
    "explain:index": "Part of the search index, which is made of all articles that are shown.",
    "explain:moves": "A new date, author or topic also changes the pages the article then appears on.",
    "explain:held": "Held back until {until}. Publishing it will change {count:page|pages}:",
    "explain:drawn": "Last made because of: {reason}",
    "explain:stale": "The next build will make it again because of: {reason}",
    "explain:current": "It is up to date: the next build will leave it alone.",
    "explain:templates": "Made with: {names}",
    "explain:sources": "It shows something from {count:file|files}:",
    "help:topics": "propose topics for articles, and terms for topics, each with its reason (suggest)",
    "help:rules": "propose cleaning rules for lines that repeat across the pages of an outlet (suggest)",
    "init:done": "A new archive is in {folder} ({count:file|files}).",
    "init:next": (
        "What next:\n"
        "  cd {folder}\n"
        "  rondan serve         see it in the browser\n"
        "  rondan ingest raw    take in the pages that you have put into raw/\n"
        "  rondan build         make the website"
    ),
    "help:extract --jobs": "processes to use (default: all cores for many files)",
    "extract:done": "{files:file|files} read, {articles:article|articles} found.",
    "more": "… and {count} more (all: --format json)",
    "ingest:more": "… and {count} more (all: --verbose, or --format json)",
    "help:ingest --verbose": "list everything, however long",
    "build:done": "{out}: {files:file|files} from {articles:article|articles}, in {seconds} s.",
    "build:nothing": (
        "{out} is up to date: {files:file|files} from {articles:article|articles}, checked in {seconds} s."
    ),
    "build:would": "Nothing was written. {out} would hold {files:file|files} from {articles:article|articles}.",
    "build:counts": "new {new}, changed {changed}, removed {removed}, unchanged {unchanged}",
    "build:heavy": "large: {route}, {size} MB",
    "build:look": "{count:note|notes} above; the site was built all the same.",
    "reason:new": "new",
    "reason:content": "content",
    "reason:template": "template",
    "reason:program": "a new version of Rondan",
    "reason:settings": "archive.yaml",
    "reason:damaged": "was changed or deleted by something else",
    "reason:search": "search index",
    "help:ingest --jobs": "processes to use (default: all cores for many files)",
    "help:ingest --dask": "read the pages on the Dask cluster whose scheduler is at ADDRESS",
    "help:ingest --force": "overwrite files that you have edited too; your versions are kept beside the proposals",
    "ingest:added": "Added:",
    "ingest:changed": "Changed:",
    "ingest:unsure": "Unsure about these (status: review; the site marks them until you have checked them):",
    "ingest:duplicates": "The same work as an article; appearances elsewhere were noted under its also_in:",
    "ingest:better": (
        "Where the new save has the better text, delete the old original from raw/ and ingest again: the article is "
        "then read from the new one."
    ),
    "ingest:ignored": "Ignored, because their names say that they are not pages (pictures, styles, programs, notes):",
    "ingest:proposed": "You have edited {path}, so it stays. Ingest would change (- your file, + the proposal):",
    "ingest:proposed-whole": (
        "You have edited {path}, so it stays. What ingest wrote before is no longer known, so this would undo your "
        "edits too (- your file, + the proposal):"
    ),
    "ingest:take": (
        "To take all of a proposal, copy it ({file}) over your file. To take some of it, or nothing, edit your file "
        "and copy only the proposal's line “seal:”. Either settles it."
    ),
    "ingest:done": (
        "{added} added, {changed} changed, {unchanged} unchanged, {proposed} kept as you edited them, {unsure} "
        "unsure, {refused} refused, {ignored} ignored[[, {twice} already there]]."
    ),
    "ingest:review": (
        "Check the unsure ones and delete their line “status: review”. Why they are unsure: rondan list --review"
    ),
    "ingest:untold": "{count:more note|more notes} of the kinds above (all: --verbose, or --format json).",
    "list:done": "{count:article|articles}.",
    "list:waiting": (
        "{count:article|articles}. The number in front tells how sure it is that the page is an article (0 to 1)."
    ),
    "trail:legend": "┃ kept   │ left out, behind the name of the rule",
    "trail:none": "This article has no originals: it was written by hand.",
    "serve:other-port": "Port {wanted} is in use; using {port}.",
    "serve:ready": "{address}  (Ctrl-C to end)",
    "serve:built": "{count:page|pages} in {seconds} s[[: {routes}]]",
    "serve:failed": "The last good pages stay until this is mended.",
    "serve:problems": "Problems: {count}. Until they are mended you see the last good page",
    "serve:close": "Close",
    "check:done": (
        "{pages:page|pages} and {references:link|links} checked: {errors:error|errors}, {warnings:warning|warnings}."
    ),
    "check:unbuilt": (
        "{errors:error|errors}, {warnings:warning|warnings}. Links are checked once the errors are mended."
    ),
    "help:topics --missing": "only for articles that have no topic yet",
    "topics:done": (
        "{count:suggestion|suggestions}, learned from {learned:topic|topics}. Add those that fit to the articles."
    ),
    "topics:none": "No suggestions, learned from {learned:topic|topics}.",
    "topics:terms": (
        "Words that point to each topic in this archive; those that always do can go under “terms” in its record:"
    ),
    "topics:few": "A topic can be learned from {fewest} articles or more; these have fewer: {topics}",
    "rules:forms": "  (with other numbers too: {count:form|forms})",
    "rules:source": "{source}: lines that repeat across {works:work|works}",
    "rules:done": (
        "Suggestions for {count:source|sources}. Add those you agree with under “rules” in content/sources/ID.yaml."
    ),
    "rules:why": "Repeated on {seen} of {works:work|works} of this source.",
    "rules:none": "Every line that repeats is left out already.",
    "search:all": "{shown} of {count:article|articles}.",
    "search:row": "{shown} of {count:article|articles} with these words in this order.",
    "search:spelling": (
        "Nothing is written like this. {shown} of {count:article|articles} with “{words}”, which is much like it."
    ),
    "search:best": "Nothing has all of this. {shown} of {count:article|articles} with some of it.",
    "search:nothing": "Nothing found.",
    "search:empty": "There is nothing to search for.",
    "stage:wait": "waiting for another build of this site to end",
    "stage:load": "reading content",
    "stage:plan": "planning pages",
    "stage:render": "making pages",
    "stage:write": "writing",
    "stage:search": "search index",
    "stage:read": "reading files",
    "stage:extract": "extracting articles",
    "stage:ingest": "taking articles in",
    "stage:crawl": "following links",
    "progress": "{stage} {done} · {rate}/s",
    "progress:of": "{stage} {done} of {total} · {rate}/s",
}
