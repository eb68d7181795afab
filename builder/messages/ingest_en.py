"""English sentences for what ingest meets in a pile of pages; of the form of en.py."""

INGEST: dict[str, tuple[str, str]] = {
    # files
    "ingest/missing": ("there is no such file or folder", "Check the path."),
    "ingest/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    "ingest/article-unreadable": (
        "this article's file cannot be read[[: {reason}]]; nothing was taken in, because its original might be added "
        "a second time",
        "Make the file readable, restore it from a backup, or delete it; then run ingest again.",
    ),
    "ingest/unwritable": (
        "this file cannot be written[[: {reason}]]",
        "Check that the disk has room and that you may write here, then run ingest again; nothing else is lost.",
    ),
    "ingest/failed": (
        "Rondan itself failed on this page ({reason})",
        "The other pages are not affected. Please report this, with the page if you are free to share it.",
    ),
    "ingest/no-dask": (
        "a Dask cluster needs the package “distributed”, which is not installed",
        "Install it: pip install 'rondan[dask]'",
    ),
    "ingest/no-cluster": (
        "there is no Dask scheduler at {address} ({reason})",
        "Check the address, such as tcp://10.0.0.5:8786, and that the scheduler is running.",
    ),
    "ingest/own-folder": (
        "the files here are the archive's own, not saved pages",
        "Put saved pages into {raw}/ and take them in with: rondan ingest {raw}",
    ),
    "ingest/link": (
        "this is a link; links inside a folder are not followed",
        "Name the file it points to, or copy it here.",
    ),
    "ingest/no-file": ("this is not an ordinary file", "Name a file or a folder."),
    "ingest/too-large": (
        "this file is {size} MB; a page may have {limit} MB at most",
        "If it holds many articles, split it into one file per article.",
    ),
    # what is no article
    "ingest/not-an-article": ("this is not an article[[ ({verdict})]]", "Leave it out of what you ingest."),
    "ingest/is-blocked": (
        "the site sent a barrier instead of the article (access denied, a robot check, a request to turn on "
        "JavaScript)",
        "Open the page in a browser, wait until the article is there, and save it again.",
    ),
    "ingest/is-empty": (
        "no text was found in this page, or too little for an article",
        "Save the page again once it has loaded fully. If this is the whole article, copy its title, date, author "
        "and text from the browser into a text file (.txt), and ingest that.",
    ),
    "ingest/is-frames": (
        "this page only arranges other pages in frames",
        "Frames saved with it are read, each by itself. If the one with the text is missing, save that too.",
    ),
    "ingest/is-listing": (
        "this looks like a list of other articles",
        "Save the articles it links to. If this page of links is itself the article, copy its title, date, author "
        "and text from the browser into a text file (.txt), and ingest that.",
    ),
    "ingest/is-login": ("this is a login page", "Log in and save the article again."),
    "ingest/is-mojibake": (
        "the text is garbled: it was read in the wrong encoding before it was saved",
        "Save the page again, in the encoding that displays it correctly.",
    ),
    "ingest/is-not-found": ("this is an error page: the article was not found", "Look for the article elsewhere."),
    "ingest/is-paywall-stub": (
        "only the opening of the article is here; the rest was for members",
        "Log in and save the article again.",
    ),
    "ingest/is-pdf": ("this is a PDF, whatever its name says", "Save the text of the PDF as .txt and ingest that."),
    "ingest/is-image": ("this is an image, whatever its name says", "Save the page that shows it."),
    "ingest/is-document": (
        "this is a word-processor document or an e-book",
        "Save it as text (.txt) or HTML in its own program, and ingest that.",
    ),
    "ingest/is-archive": ("this is a compressed file", "Unpack it and ingest what is inside."),
    "ingest/is-binary": ("this file holds no text", "Save the page as HTML or text."),
    "ingest/is-program": (
        "this is a script, a style sheet or data, whatever its name says",
        "Leave it out of what you ingest, or save the page that uses it.",
    ),
    "ingest/is-too-deep": (
        "its elements are nested too deeply to be read to the end",
        "Copy the article from the browser into a text file (.txt), and ingest that.",
    ),
    "ingest/is-too-large": (
        "this file is too large for a page",
        "If it holds many articles, split it into one file per article.",
    ),
    # why an article waits for review
    "ingest/no-title": ("no title was found; the first words of the text stand in for it", "Give it a title."),
    "ingest/no-date": ("no publication date was found", "Add the date if you know it."),
    "ingest/several-articles": (
        "this page seems to hold several articles, of {count:date|dates}",
        "If so, split it into one file per article, and ingest those.",
    ),
    "ingest/not-sure": (
        "this may not be the whole text, or may hold more than the text (confidence {confidence})",
        "Compare: {see}",
    ),
    # notes
    "ingest/incomplete": (
        "pages of this article are missing[[: {missing}]][[ (of {of})]]",
        "Ingest them when you have them; they will be put in their place.",
    ),
    "ingest/no-picture": (
        "the page shows a picture that was not saved with it, or that is not a PNG, JPEG, GIF, WebP or AVIF: {picture}",
        "Save the page “complete”, with its folder of files, and ingest it again.",
    ),
    "ingest/mislabelled-encoding": (
        "the page says it is {declared}, but it is {found}, and was read as that",
        "Nothing needs to be done, unless the text looks wrong.",
    ),
    "ingest/undecodable-bytes": (
        "{count:character|characters} could not be read as {encoding}, and became �",
        "Save the page again, or look at the original in an editor that knows its encoding.",
    ),
    "ingest/series-shared": ("series “{series}”: the titles of {count} articles of the outlet share it", ""),
    "ingest/topic-proposed": ("topic “{topic}”, because of: {terms}", ""),
    "ingest/author-by-place": (
        "the author “{name}” is known only by the place on the page, where {count:page|pages} of {source} have theirs",
        "Nothing needs to be done, unless it is no author: then take the name out of the article.",
    ),
    "ingest/names-forms": (
        "“{one}” and “{other}” differ only in the form of their characters",
        "If they are the same person, make a record with “name: {one}” and “variants: [{other}]”.",
    ),
    "ingest/names-near": (
        "“{one}” and “{other}” are nearly the same name",
        "If they are the same person, add one of them to the variants in the record of the other.",
    ),
    "ingest/no-publication": (
        "no newspaper, magazine or site is known for the articles in {folders}",
        "Name it once for the whole folder: write “name: …” and “folders: [{example}]” in a file such as "
        "{content}/sources/{example}.yaml. Then ingest again.",
    ),
    "ingest/author-record": (
        "{count:author has|authors have} a profile but no record",
        "With a record, the author's page shows the profile. A record begins with a line such as “name: {example}”. "
        "Possible file names: {files}[[ … and {more} more]]",
    ),
    "ingest/originals-gone": (
        "an original of this article is gone or has changed; the article stays as it is",
        "To have the article read again, put the original back, or save the page again under its name. One that lacks "
        "much of the text is not taken.",
    ),
    "ingest/original-doubted": (
        "the original of this article, {original}, is no article as Rondan now judges it ({told}); the article stays "
        "as it is",
        "If it is an article, nothing needs to be done. If it is none, delete its file or write “status: withdrawn”. "
        "To see the original: rondan trail {original}",
    ),
    "ingest/one-work-twice": (
        "this is {likeness}% the same as {other}",
        "If they are the same work, delete one of the articles and list it under also_in of the other.",
    ),
    "ingest/rule-took-much": (
        "the rule {rule} took more of this page than it should",
        "Look at the page with: rondan trail ID",
    ),
}
