"""English sentences for what ingest meets in a pile of pages; of the form of en.py."""

INGEST: dict[str, tuple[str, str]] = {
    # files
    "ingest/missing": ("there is no such file or folder", "Check the path."),
    "ingest/unreadable": ("this file cannot be read[[: {reason}]]", "Check that it exists and that you may read it."),
    "ingest/article-unreadable": (
        "this article's file cannot be read[[: {reason}]]; nothing was taken in, lest its original be added once more",
        "Make the file readable, bring it back from a copy, or delete it; then run ingest again.",
    ),
    "ingest/unwritable": (
        "this file cannot be written[[: {reason}]]",
        "Check the disk's space and your rights, then run ingest again; nothing else is lost.",
    ),
    "ingest/failed": (
        "Rondan failed at this page ({reason})",
        "The other pages are not affected. Please report it, with the page if you may.",
    ),
    "ingest/no-dask": (
        "a Dask cluster needs the package “distributed”, which is not installed",
        "Install it: pip install 'rondan[dask]'",
    ),
    "ingest/no-cluster": (
        "there is no Dask scheduler at {address} ({reason})",
        "Check the address, such as tcp://10.0.0.5:8786, and that the scheduler runs.",
    ),
    "ingest/own-folder": (
        "the files here are the archive's own, not saved pages",
        "Put saved pages into {raw}/ and take them in with: rondan ingest {raw}",
    ),
    "ingest/link": (
        "this is a link; inside a folder links are not followed",
        "Name the file it points to, or copy it here.",
    ),
    "ingest/no-file": ("this is no ordinary file", "Name a file or a folder."),
    "ingest/too-large": (
        "this file has {size} MB; a page has at most {limit}",
        "If it holds many articles, cut it into one file each.",
    ),
    # what is no article
    "ingest/not-an-article": ("this is not an article[[ ({verdict})]]", "Remove it from the pile."),
    "ingest/is-blocked": (
        "the site showed a barrier instead of the article (access denied, a check for robots, a call for JavaScript)",
        "Open the page in a browser, wait until the article is there, and save it again.",
    ),
    "ingest/is-empty": (
        "no text was found in this page, or too little for an article",
        "Save the page again once it has loaded fully. If this is all of it, copy title, date, author and text from "
        "the browser into a text file (.txt), and ingest that.",
    ),
    "ingest/is-frames": (
        "this page only holds the frames of others",
        "Frames that were saved with it are read, each by itself. If the one with the text is missing, save it too.",
    ),
    "ingest/is-listing": (
        "this looks like a list of other articles",
        "Save the articles it links to. If this page of links is itself the article, copy title, date, author and text "
        "from the browser into a text file (.txt), and ingest that.",
    ),
    "ingest/is-login": ("this is a login page", "Log in and save the article again."),
    "ingest/is-mojibake": (
        "the text is garbled: it was read in a wrong encoding before it was saved",
        "Save the page again, with the encoding that shows it rightly.",
    ),
    "ingest/is-not-found": ("this is the error page of a missing article", "Look for the article elsewhere."),
    "ingest/is-paywall-stub": (
        "only the opening of the article is here; the rest was for members",
        "Log in and save the article again.",
    ),
    "ingest/is-pdf": ("this is a PDF, whatever its name says", "Save the text of the PDF as .txt and ingest that."),
    "ingest/is-image": ("this is an image, whatever its name says", "Save the page that shows it."),
    "ingest/is-document": (
        "this is a document of a word processor or an e-book",
        "Save it as text (.txt) or HTML from its program, and ingest that.",
    ),
    "ingest/is-archive": ("this is a packed file", "Unpack it and ingest what is inside."),
    "ingest/is-binary": ("this file holds no text", "Save the page as HTML or text."),
    "ingest/is-program": (
        "this is a script, a style sheet or data, whatever its name says",
        "Remove it from the pile, or save the page that uses it.",
    ),
    "ingest/is-too-deep": (
        "its parts stand in one another so deeply that no program could read all of it",
        "Copy the article from the browser into a text file, and ingest that.",
    ),
    "ingest/is-too-large": (
        "this file is too large for a page",
        "If it holds many articles, cut it into one file each.",
    ),
    # why an article waits for review
    "ingest/no-title": ("no title was found; its first words stand in for it", "Give it a title."),
    "ingest/no-date": ("no date of publication was found", "Add the date if you know it."),
    "ingest/several-articles": (
        "this page seems to hold several articles, of {count:day|days}",
        "If so, cut it into one file for each, and ingest those.",
    ),
    "ingest/not-sure": ("it is not sure that this is the whole text and nothing else ({confidence})", "Compare: {see}"),
    # notes
    "ingest/incomplete": (
        "pages of this article are missing[[: {missing}]][[ (of {of})]]",
        "Ingest them when you have them; they will be filled in.",
    ),
    "ingest/no-picture": (
        "the page shows a picture that did not come with it, or that is no PNG, JPEG, GIF, WebP or AVIF: {picture}",
        "Save the page “complete”, with its folder of files, and ingest it again.",
    ),
    "ingest/mislabelled-encoding": (
        "the page calls itself {declared}, but it is {found}, and was read as that",
        "Nothing to do, unless the text looks wrong.",
    ),
    "ingest/undecodable-bytes": (
        "{count} characters could not be read as {encoding}; they show as �",
        "Save the page again, or look at the original in an editor that knows its encoding.",
    ),
    "ingest/topic-proposed": ("topic “{topic}”, for: {terms}", ""),
    "ingest/names-forms": (
        "“{one}” and “{other}” differ in the form of their characters only",
        "If they are one person, write a record with “name: {one}” and “variants: [{other}]”.",
    ),
    "ingest/names-near": (
        "“{one}” and “{other}” are nearly the same name",
        "If they are one person, add one of them to the variants of the other's record.",
    ),
    "ingest/no-publication": (
        "no newspaper, magazine or site is known for the articles of {folders}",
        "Name it once for a whole folder: a file such as {content}/sources/{example}.yaml with “name: …” and "
        "“folders: [{example}]”. Then ingest again.",
    ),
    "ingest/author-record": (
        "{count:author comes|authors come} with a profile but without a record",
        "Records show a profile on the author's page. Each begins with a line such as “name: {example}”. "
        "The files could be: {files}[[ … and {more} more]]",
    ),
    "ingest/originals-gone": (
        "an original of this article is gone or was changed; the article stays as it is",
        "Put the original back to have the article read again.",
    ),
    "ingest/one-work-twice": (
        "this is {likeness} % the same as {other}",
        "If they are one work, delete one article and list it under also_in of the other.",
    ),
    "ingest/rule-took-much": (
        "the rule {rule} took more of this page than it should",
        "Look at the page with: rondan trail ID",
    ),
}
