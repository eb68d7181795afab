"""ビルド・できあがったサイト・プレビューの文。形は ``ja`` と同じ。"""

SITE: dict[str, tuple[str, str]] = {
    # プレビュー
    "preview/port-in-use": (
        "ポート {port} はほかのプログラムが使っています",
        "--port を付けなければ、次の空きポートを使います。別の番号を選ぶこともできます。",
    ),
    "preview/no-free-port": ("ポート {port} から {last} までに、空きがありません", "--port で番号を選んでください。"),
    "preview/cannot-bind": ("{host} で待ち受けられません: {reason}", "--host を付けなければ 127.0.0.1 を使います。"),
    "usage/not-this-computer": (
        "プレビューはこのコンピューター専用です。{host} では待ち受けられません",
        "127.0.0.1、localhost、::1 が使えます。ほかの人に見せるには、rondan build "
        "で作ったサイトをウェブサーバーに置いてください。",
    ),
    # できあがったサイト
    "check/no-site": ("このフォルダーにサイトがありません", "--site を外すか、先に rondan build を実行してください。"),
    "check/broken-link": (
        "「{target}」というリンクの先がありません[[（ほか {others} ページにも）]]",
        "[[{near} ではありませんか。]]リンクのあるページ: {page}",
    ),
    "check/broken-anchor": (
        "「{target}」の先のページに「#{anchor}」がありません[[（ほか {others} ページにも）]]",
        "リンクのあるページ: {page}",
    ),
    "check/missing-image": (
        "画像「{target}」がありません[[（ほか {others} ページにも）]]",
        "[[{near} ではありませんか。]]画像が入るページ: {page}",
    ),
    "check/no-slash": (
        "「{target}」はフォルダーですが、末尾の / がありません[[（ほか {others} ページにも）]]",
        "多くのウェブサーバーは転送しますが、しないものもあります。{target}/ と書いてください。リンクのあるページ: "
        "{page}",
    ),
    "check/outside": (
        "「{target}」はサイトのフォルダーの外に出ます[[（ほか {others} ページにも）]]",
        "サイトは base_url（archive.yaml か build --base-url）の下に置かれるので、相対リンクにしてください。"
        "リンクのあるページ: {page}",
    ),
    "check/no-note": (
        "脚注の印 {text} に注がありません",
        "下に、独立した行で注を書いてください: {text}: … 角括弧をそのまま見せたいときは \\{text} と書きます。",
    ),
    "check/unused-note": (
        "注 {text} を指す印が本文にないので、この注は表示されません",
        "本文の、注を付けるところに {text} と書くか、注を削除してください。",
    ),
    "check/refused-link": (
        "「{target}」はリンク先にできないため、{text} が書かれたまま表示されます",
        "リンク先は https:・http:・mailto: で始まるか、このページからの相対アドレス（記事なら ../ID/）です。",
    ),
    "check/duplicate-id": (
        "id「{id}」の要素が2つあります",
        "#{id} へのリンクは最初のものにしか届きません。ページ: {page}",
    ),
    "check/orphan": (
        "このページへのリンクがありません",
        "どこかから {page} へリンクするか、ページを削除してください。",
    ),
    "search/pagefind-missing": (
        "Pagefind を使う指定ですが、そのプログラムが見つかりません",
        "pip install rondan[pagefind] か npm install -g pagefind で入れるか、--search builtin でビルドしてください。",
    ),
    "search/pagefind-failed": (
        "Pagefind（{command}）が失敗しました[[: {reason}]]",
        "直接実行して様子を見るか、--search builtin でビルドしてください。",
    ),
    "search/byte-order": (
        "このコンピューター（ビッグエンディアン）では、Rondan の検索の索引を作れません",
        "別のコンピューターでビルドするか、--search pagefind か --search none でビルドしてください。",
    ),
    "search/unreadable": (
        "検索の索引のこのファイルはなくなったか壊れているか、別のバージョンの Rondan が作ったものです",
        "サイトのフォルダーを削除して、rondan build で作り直してください。",
    ),
    "search/no-index": ("このフォルダーに検索の索引がありません", "先に rondan build でサイトを作ってください。"),
    # ビルド
    "template/syntax": ("テンプレートを読めません: {detail}", "[[{route} のために使われました。]]"),
    "template/missing": (
        "テンプレート「{detail}」がありません",
        "[[{route} のために使われました。]]templates/ に置くか、名前を直してください。",
    ),
    "template/behind-link": (
        "テンプレート「{template}」はフォルダーへのリンクの先にあります。フォルダーへのリンクはたどりません",
        "フォルダーをここに移すか、リンクの代わりに、中のファイルへのリンクを置いてください。",
    ),
    "template/unread": (
        "このファイルはどのページにも使われません",
        "{near} のつもりではありませんか。どのテンプレートが何を作るか: docs/templates.md",
    ),
    "template/unknown-name": (
        "テンプレートが求める「{detail}」がありません",
        "[[「{near}」ではありませんか。]]asset() には templates/static のファイルの名を、"
        "t には Rondan の data/ui の語の名を書きます。",
    ),
    "template/failed": (
        "テンプレートでエラーが起きました[[（{route}）]]: {detail}",
        "テンプレートで使えるのは page・site・root・route・body です。docs/templates.md を見てください。",
    ),
    "build/bad-epoch": (
        "SOURCE_DATE_EPOCH の値「{value}」は秒数ではありません",
        "設定を消すか、1970-01-01 00:00 UTC からの秒数（date +%s の出力）にしてください。",
    ),
    "build/cannot-write": (
        "サイトを書き込めませんでした[[: {reason}]]",
        "サイトは元のままです。ディスクに空きがあるか、フォルダーに書き込めるかを確かめてください。",
    ),
    "build/no-articles": (
        "公開する記事がないので、サイトは空です",
        "archive.yaml の paths.content を確かめてください。下書きは rondan serve か build --drafts でだけ見られます。",
    ),
    "build/disturbed": (
        "読んでいる間に、アーカイブのファイルが何度も書き換えられました",
        "サイトは元のままです。ほかのプログラムがアーカイブに書き込んでいないときに、もう一度試してください。",
    ),
    "build/process-ended": (
        "サイトを作っていたプロセスが、外から終了させられました",
        "サイトは元のままです。多くの場合、メモリー不足が原因です。--jobs 1 でビルドするか、"
        "ほかのプログラムを終了してください。",
    ),
    "build/dangerous-output": (
        "このフォルダーは出力先にできません。ほかのものが入っています",
        "専用のフォルダーを、--out か archive.yaml の paths.site で指定してください。",
    ),
    "build/output-is-a-file": ("出力先がフォルダーではなくファイルです", "--out で別の名前を指定してください。"),
    "build/output-not-ours": (
        "このフォルダーには Rondan が作ったのではないファイルがあります",
        "空のフォルダーを --out で指定するか、ご自身で空にしてください。Rondan は自分が作ったもの以外を削除しません。",
    ),
    "build/foreign-files": (
        "出力先に、Rondan が作ったのではないファイルが {count} 個あります: {files}",
        "別の場所に移してください。そのまま公開するファイルは templates/static/ に置きます。",
    ),
    "build/same-address": (
        "サイトの2つのファイルのアドレスが同じです: {route}（{first} と {second}）",
        "id か aliases、または画像の名前を変えてください。"
        "大文字と小文字だけが違う名前を区別できないディスクもあります。",
    ),
    "build/own-address": (
        "「{route}」はどのサイトでも Rondan が使うファイルなので、{second} のアドレスにはできません",
        "aliases を変えてください。",
    ),
    "build/file-name": (
        "「{name}」という名前のファイルはサイトに置けません",
        "名前を変えてください。Windows と macOS でも使える名前でなければなりません。: ? * | などの記号、"
        "末尾の点や空白、Windows の装置の名前（con・aux・nul など）、サイトの外へ出る書き方（../）は使えません。",
    ),
    "build/nothing-there": (
        "「{subject}」というものは、アーカイブにもサイトにもありません",
        "アーカイブのファイル（content/articles/… など）か、サイトのアドレスを指定してください。",
    ),
    "build/no-alias": (
        "「{alias}」は、このサイトの以前のアドレスとして使えません",
        "サイトの中のパスを /old/1.html のように書いてください。https: や ?、#、Windows で使えない名前は書けません。",
    ),
    "build/no-image": (
        "画像「{image}」がありません",
        "[[「{near}」ならあります。大文字と小文字の違いや、濁点などの合成の違いを区別するディスクもあります。"
        "]]パスは記事のファイルがあるフォルダーから数えます。",
    ),
}
