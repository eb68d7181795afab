"""診断の日本語文: code -> (何が起きたか, どうすればよいか)。英語版 (en.py) と同じ鍵と差し込みを持つ。

Placeholders are the diagnostic's values. A passage in [[double brackets]] disappears when one of its values is empty.
"""

from .rules_ja import RULES
from .yaml_ja import YAML

MESSAGES: dict[str, tuple[str, str]] = {
    **YAML,
    **RULES,
    # archive.yaml
    "config/missing": (
        "ここにはアーカイブがありません: {folder} に archive.yaml がありません",
        "アーカイブのフォルダーへ移るか -C フォルダー で指定してください。新しく作るには: rondan init フォルダー",
    ),
    "config/not-a-mapping": (
        "「{key}」には「項目: 値」の形の設定を書いてください",
        "設定はこのように書きます: title: わたしの論壇。すべては docs/config.md にあります。",
    ),
    "config/unknown-key": (
        "「{key}」という設定はありません",
        "[[「{near}」ではありませんか。]]ここで使えるもの: {known}",
    ),
    "config/not-a-number": (
        "「{key}」は1以上の整数にしてください（いまは「{value}」）",
        "50 のように数字だけを書いてください。",
    ),
    "config/not-text": ("「{key}」は文字列にしてください（いまは「{value}」）", "値を引用符で囲んでください。"),
    "config/not-a-choice": ("「{key}」に「{value}」は使えません", "次から選んでください: {choices}"),
    "config/bad-form": ("「{key}」に「{value}」は使えません", "書き方の例: {example}"),
    # ファイル
    "file/not-utf8": ("UTF-8 のテキストではありません", "エディターで UTF-8 として保存し直してください。"),
    "file/unreadable": ("ファイルを読めません[[: {reason}]]", "ファイルがあるか、読む権限があるかを確かめてください。"),
    # 新しいアーカイブ
    "init/archive-exists": (
        "{folder} にはすでにアーカイブがあります。何も書いていません",
        "そのまま使う（rondan -C {folder} serve）か、別のフォルダーを選んでください。",
    ),
    "init/would-overwrite": (
        "{folder} に同じ名のファイルがあります。何も書いていません: {files}",
        "それらを移すか、空のフォルダーを選んでください。",
    ),
    # プレビュー
    "preview/port-in-use": (
        "ポート {port} はほかのプログラムが使っています",
        "--port を付けなければ、次の空きポートを使います。別の番号を選ぶこともできます。",
    ),
    "preview/no-free-port": ("ポート {port} から {last} まで、空きがありません", "--port で番号を選んでください。"),
    "preview/cannot-bind": ("{host} で待ち受けられません: {reason}", "--host を付けなければ 127.0.0.1 を使います。"),
    "usage/not-this-computer": (
        "プレビューはこのコンピューター専用です。{host} では待ち受けられません",
        "127.0.0.1、localhost、::1 が使えます。人に見せるには build で作ったサイトをホストに置いてください。",
    ),
    # できあがったサイト
    "check/no-site": ("このフォルダーにサイトがありません", "--site を外すか、先に rondan build を実行してください。"),
    "check/broken-link": (
        "「{target}」の先がありません[[（ほか {others} ページにも）]]",
        "[[{near} ではありませんか。]]リンクのあるページ: {page}",
    ),
    "check/broken-anchor": (
        "「{target}」の先のページに「#{anchor}」がありません[[（ほか {others} ページにも）]]",
        "リンクのあるページ: {page}",
    ),
    "check/missing-image": (
        "画像「{target}」がありません[[（ほか {others} ページにも）]]",
        "[[{near} ではありませんか。]]画像の入るページ: {page}",
    ),
    "check/no-slash": (
        "「{target}」はフォルダーですが、末尾の / がありません[[（ほか {others} ページにも）]]",
        "転送しないホストもあります。{target}/ と書いてください。リンクのあるページ: {page}",
    ),
    "check/outside": (
        "「{target}」はサイトのフォルダーの外に出ます[[（ほか {others} ページにも）]]",
        "サイトは archive.yaml の base_url の下に置かれます。相対リンクにしてください。リンクのあるページ: {page}",
    ),
    "check/no-note": (
        "脚注の印 {text} に注がありません",
        "下に一行で注を書いてください: {text}: … 角括弧をそのまま見せたいときは \\{text} と書きます。",
    ),
    "check/unused-note": (
        "注 {text} を指す印が本文にないので、この注は表示されません",
        "本文の注を付けるところに {text} と書くか、注を消してください。",
    ),
    "check/refused-link": (
        "「{target}」はリンク先にできないため、{text} が書かれたまま表示されます",
        "リンク先は https:・http:・mailto: で始まるか、このページからの相対アドレス（記事なら ../ID/）です。",
    ),
    "check/duplicate-id": (
        "id「{id}」の要素が二つあります",
        "#{id} へのリンクは初めのものにしか届きません。ページ: {page}",
    ),
    "check/orphan": (
        "このページに来るリンクがありません",
        "どこかから {page} へリンクするか、ページを消してください。",
    ),
    "search/pagefind-missing": (
        "Pagefind を使う指定ですが、そのプログラムが見つかりません",
        "pip install rondan[pagefind] か npm install -g pagefind で入れるか、--search builtin で作ってください。",
    ),
    "search/pagefind-failed": (
        "Pagefind（{command}）が失敗しました[[：{reason}]]",
        "直接動かして様子を見るか、--search builtin で作ってください。",
    ),
    "search/no-index": ("このフォルダーに検索の索引がありません", "先に rondan build でサイトを作ってください。"),
    # コマンドライン
    "usage/no-such-command": (
        "「{name}」というコマンドはありません",
        "[[「{near}」ではありませんか。]]一覧: rondan --help",
    ),
    "usage/no-such-option": (
        "{name} というオプションはありません",
        "[[{near} ではありませんか。]]一覧: {command} --help",
    ),
    "usage/missing-argument": ("{name} がありません", "使い方: {usage}"),
    "usage/missing-value": ("{name} のあとに値がありません", "詳しくは: {command} --help"),
    "usage/extra-value": ("{name} に値は要りません", "詳しくは: {command} --help"),
    "usage/extra-argument": ("ここに「{name}」は要りません", "使い方: {usage}"),
    "usage/missing-command": ("コマンドを指定してください", "一覧: rondan --help"),
    "usage/bad-value": (
        "{name} に「{value}」は使えません",
        "[[「{near}」ではありませんか。]][[使えるもの: {choices}。]]詳しくは: {command} --help",
    ),
    "usage/bad-form": ("{name} に「{value}」は使えません", "書き方の例: {example}"),
    "usage/other": ("{detail}", "[[使い方: {usage}]]"),
    "usage/no-folder": ("フォルダー {folder} がありません", "-C のあとのパスを確かめてください。"),
    "cli/no-article": ("「{id}」という記事はありません", "記事とファイルの一覧: rondan list"),
    "cli/output": (
        "出力を書けませんでした[[: {reason}]]",
        "ディスクの空きと、フォルダーに書き込めるかを確かめてください。",
    ),
    "cli/system": ("システムに断られました: {reason}", "パスがあるか、使う権限があるかを確かめてください。"),
    "cli/bug": (
        "Rondan の内部で問題が起きました: {summary}",
        "これは不具合です。あなたのファイルはそのまま残っています。次のファイルを添えてお知らせください: {report}",
    ),
    # 記事と記録
    "field/unknown-key": ("「{name}」という項目はありません", "[[「{near}」ではありませんか。]]使える項目: {known}"),
    "field/not-text": ("「{name}」は文字列にしてください（今は「{value}」）", "値を引用符で囲んでください。"),
    "field/not-a-mapping": ("「{name}」に「{value}」は使えません", "次の項目を一行に一つずつ書きます: {known}"),
    "field/not-a-number": (
        "「{name}」は1以上の整数にしてください（今は「{value}」）",
        "3 のように数字だけを書いてください。",
    ),
    "field/not-true-or-false": (
        "「{name}」は true か false にしてください（今は「{value}」）",
        "true か false を、引用符なしで書いてください。",
    ),
    "field/not-a-choice": (
        "「{name}」に「{value}」は使えません",
        "[[「{near}」ではありませんか。]]使えるもの: {choices}",
    ),
    "field/bad-date": (
        "「{name}: {value}」は日付ではありません",
        "[[{near} と書いてください。]]日付の書き方: 2017-03-24、2017-03-24T21:30+09:00、2017-03、2017",
    ),
    "field/bad-form": ("「{name}」に「{value}」は使えません", "書き方の例: {example}"),
    "file/empty": ("ファイルが空です", "内容を書くか、削除してください。"),
    "file/not-text": (
        "テキストファイルではありません",
        "ここに置けるのは Markdown と YAML だけです。取り除くか、原本なら raw/ に置いてください。",
    ),
    "file/not-a-mapping": (
        "「項目: 値」を一行に一つずつ書いてください",
        "「name: 見本 太郎」のように、項目を行の初めから書いてください。",
    ),
    "article/no-front-matter": (
        "記事の前付けがありません",
        "一行目を --- にし、title: などの項目と、もう一つの --- の行を続けてください。",
    ),
    "article/open-front-matter": (
        "ここから始まる前付けが閉じていません",
        "最後の項目のあとに --- の行を加えてください。",
    ),
    "article/no-title": ("記事に題名がありません", "前付けに一行加えてください: title: …"),
    "article/bad-id": (
        "「{value}」は記事の id に使えません（id はアドレスの一部になります）",
        "id に使えるのは ASCII の英数字・ハイフン・ピリオド・下線です。前付けに一行加えてください: id: {example}",
    ),
    "article/duplicate-id": (
        "id「{id}」は {other} がすでに使っています",
        "どちらかの id を変えてください。大文字と小文字は区別されません。",
    ),
    "article/key-twice": ("「{name}」と「{other}」は同じ意味です", "「{other}」だけを残してください。"),
    "article/accepted-key": (
        "「{key}」を「{ours}」として読みました（{count} 件）",
        "このままで構いません。Rondan での名前は「{ours}」です。",
    ),
    "article/held": (
        "{count} 件の記事は {until} まで公開しません[[（最後のものは {last} まで）]]",
        "前付けの embargo によるものです。その日以降に組み立てたときに公開されます。",
    ),
    "article/author-without-name": ("筆者に名前がありません", "書き方: name: …"),
    "article/series-without-name": ("連載に名前がありません", "書き方: name: …"),
    "record/no-name": ("この記録に名前がありません", "一行加えてください: name: …"),
    "record/name-taken": (
        "「{name}」という名前はすでに「{other}」のものです",
        "どちらかの記録から取り除いてください。",
    ),
    # 取り込み: ファイル
    "ingest/missing": ("そのようなファイルもフォルダーもありません", "パスを確かめてください。"),
    "ingest/unreadable": (
        "ファイルを読めません[[: {reason}]]",
        "ファイルがあるか、読む権限があるかを確かめてください。",
    ),
    "ingest/unwritable": (
        "ファイルを書けません[[: {reason}]]",
        "ディスクの空きと権限を確かめて、もう一度取り込んでください。ほかのものは失われていません。",
    ),
    "ingest/failed": (
        "このページで Rondan 自体に不具合が起きました（{reason}）",
        "ほかのページに影響はありません。差し支えなければ、ページを添えてお知らせください。",
    ),
    "ingest/no-dask": (
        "Dask のクラスターを使うには distributed が要りますが、入っていません",
        "入れてください: pip install 'rondan[dask]'",
    ),
    "ingest/no-cluster": (
        "{address} に Dask のスケジューラーがありません（{reason}）",
        "アドレス（例: tcp://10.0.0.5:8786）と、スケジューラーが動いているかを確かめてください。",
    ),
    "ingest/own-folder": (
        "ここにあるのはアーカイブ自身のファイルで、保存したページではありません",
        "保存したページは {raw}/ に入れて取り込みます: rondan ingest {raw}",
    ),
    "ingest/link": (
        "リンクです（フォルダーの中のリンクはたどりません）",
        "リンク先のファイルを指定するか、ここに写してください。",
    ),
    "ingest/no-file": ("通常のファイルではありません", "ファイルかフォルダーを指定してください。"),
    "ingest/too-large": (
        "{size} MB あります（一ページの上限は {limit} MB）",
        "多くの記事が入っているなら、一記事ずつのファイルに分けてください。",
    ),
    # 取り込み: 記事ではないもの
    "ingest/not-an-article": ("記事ではありません[[（{verdict}）]]", "取り込むものから外してください。"),
    "ingest/is-blocked": (
        "記事の代わりに関門のページです（アクセス拒否、ロボットの確認、JavaScript の要求など）",
        "ブラウザーで開き、記事が表示されるのを待って保存し直してください。",
    ),
    "ingest/is-empty": ("本文がありません", "ページがすべて表示されてから保存し直してください。"),
    "ingest/is-frames": ("ほかのページを並べるだけのフレームページです", "本文のあるフレームを加えてください。"),
    "ingest/is-listing": ("記事ではなく一覧のページです", "一覧の先にある記事を保存してください。"),
    "ingest/is-login": ("ログインのページです", "ログインしてから記事を保存し直してください。"),
    "ingest/is-mojibake": (
        "文字化けしています。保存される前に、誤った文字コードで読まれました",
        "正しく表示される文字コードで、ページを保存し直してください。",
    ),
    "ingest/is-not-found": ("記事が見つからないことを告げるページです", "記事をほかで探してください。"),
    "ingest/is-paywall-stub": ("記事の冒頭だけです（続きは会員向け）", "ログインしてから記事を保存し直してください。"),
    "ingest/is-pdf": ("名前にかかわらず PDF です", "PDF の文章を .txt に保存して取り込んでください。"),
    "ingest/is-image": ("名前にかかわらず画像です", "画像ののっているページを保存してください。"),
    "ingest/is-document": (
        "Word などの文書ファイルです",
        "その文書をテキスト（.txt）か HTML で保存し直して、それを取り込んでください。",
    ),
    "ingest/is-archive": ("圧縮ファイルです", "展開して、中身を取り込んでください。"),
    "ingest/is-binary": ("文字のファイルではありません", "ページを HTML かテキストで保存してください。"),
    "ingest/is-program": (
        "名前にかかわらず、スクリプト、スタイルシート、データのいずれかです",
        "取り込むものから外すか、それを使うページを保存してください。",
    ),
    "ingest/is-too-deep": (
        "要素の入れ子が深すぎて、最後まで読めません",
        "ブラウザーに映した本文をテキストファイルに写し、それを取り込んでください。",
    ),
    "ingest/is-too-large": (
        "一ページには大きすぎます",
        "多くの記事が入っているなら、一記事ずつのファイルに分けてください。",
    ),
    # 取り込み: 確認待ちの理由
    "ingest/no-title": ("題名が見つからないので、本文の最初の言葉を当てました", "題名を付けてください。"),
    "ingest/no-date": ("掲載日が見つかりません", "わかるなら日付を加えてください。"),
    "ingest/several-articles": (
        "一ページに複数の記事があるようです（{count} 通りの日付があります）",
        "その場合は、一記事ずつのファイルに分けて取り込んでください。",
    ),
    "ingest/not-sure": ("本文がすべて、本文だけであるとは言い切れません（{confidence}）", "見比べてください: {see}"),
    # 取り込み: お知らせ
    "ingest/incomplete": (
        "この記事には欠けたページがあります[[: {missing}]][[（全 {of} ページ）]]",
        "手に入ったら取り込んでください。補われます。",
    ),
    "ingest/no-picture": (
        "ページに付いてこなかった、または扱えない形式の画像があります: {picture}",
        "ページを「完全」の形式で（ファイルのフォルダーごと）保存し直して、取り込んでください。",
    ),
    "ingest/mislabelled-encoding": (
        "文字コードは {declared} と書かれていますが、実際は {found} なので、そう読みました",
        "文がおかしくなければ、することはありません。",
    ),
    "ingest/undecodable-bytes": (
        "{encoding} として読めない文字が {count} 個あり、� になりました",
        "ページを保存し直すか、その文字コードの分かるエディターで原本を見てください。",
    ),
    "ingest/topic-proposed": ("主題「{topic}」（{terms}）", ""),
    "ingest/names-forms": (
        "「{one}」と「{other}」は字体だけが違います",
        "同じ人なら、一方を name に、他方を variants にした記録を作ってください。",
    ),
    "ingest/names-near": (
        "「{one}」と「{other}」はよく似た名前です",
        "同じ人なら、一方を他方の記録の variants に加えてください。",
    ),
    "ingest/author-record": (
        "紹介文があるのに記録のない筆者が {count} 人います",
        "記録があれば、筆者のページに紹介文が出ます。「name: {example}」のような行から始めます。"
        "ファイル名の例: {files}[[ …ほか {more} 人]]",
    ),
    "ingest/originals-gone": (
        "この記事の原本がないか、変わっています。記事はそのままです",
        "読み直すには、原本を元に戻してください。",
    ),
    "ingest/one-work-twice": (
        "{other} と {likeness} % 同じです",
        "同じ作品なら、一方の記事を消し、他方の also_in に書いてください。",
    ),
    # ビルド
    "template/syntax": ("テンプレートを読めません: {detail}", "[[{route} のために使われました。]]"),
    "template/missing": (
        "テンプレート「{detail}」がありません",
        "[[{route} のために使われました。]]templates/ に置くか、名前を直してください。",
    ),
    "template/failed": (
        "テンプレートでエラーが起きました[[（{route}）]]: {detail}",
        "テンプレートで使えるのは page・site・root・route・body です。docs/templates.md を見てください。",
    ),
    "build/locked": ("この出力先では別のビルドが動いています", "終わるまで待ってください。"),
    "build/bad-epoch": (
        "SOURCE_DATE_EPOCH の「{value}」は秒数ではありません",
        "設定を消すか、1970-01-01 00:00 UTC からの秒数（date +%s の出力）にしてください。",
    ),
    "build/cannot-write": (
        "サイトを書き込めませんでした[[: {reason}]]",
        "サイトは元のままです。ディスクの空きと、フォルダーに書き込めるかを確かめてください。",
    ),
    "build/no-articles": (
        "公開する記事が一つもなく、サイトは空です",
        "archive.yaml の paths.content を確かめてください。下書きは rondan serve でだけ見られます。",
    ),
    "build/disturbed": (
        "サイトを作っている間に、元のファイルが何度も書き換えられました",
        "サイトは元のままです。ほかのプログラムがアーカイブに書き込んでいないときに、もう一度ビルドしてください。",
    ),
    "build/process-ended": (
        "サイトを作っていたプロセスが外から止められました",
        "サイトは元のままです。多くはメモリー不足です。--jobs 1 で試すか、ほかのプログラムを終えてください。",
    ),
    "build/dangerous-output": (
        "ここは出力先にできません。ほかのものが入っています",
        "専用のフォルダーを --out か archive.yaml の paths.site で指定してください。",
    ),
    "build/output-is-a-file": ("出力先がフォルダーではなくファイルです", "--out で別の名前を指定してください。"),
    "build/output-not-ours": (
        "このフォルダーには Rondan が作ったのではないファイルがあります",
        "空のフォルダーを --out で指定するか、ご自身で空にしてください。Rondan は自分のもの以外を消しません。",
    ),
    "build/foreign-files": (
        "出力先に Rondan のものではないファイルが {count} 個あります: {files}",
        "別の場所に移してください。そのまま公開するファイルは templates/static/ に置きます。",
    ),
    "build/same-address": (
        "二つのページのアドレスが同じです: {route}（{first} と {second}）",
        "どちらかの id か aliases を変えてください。",
    ),
    "build/unsafe-address": (
        "「{route}」はページのアドレスにできません（{second}）",
        "もとになっている id か aliases を変えてください。",
    ),
    "build/nothing-there": (
        "「{subject}」というファイルもページもありません",
        "アーカイブのファイル（content/articles/… など）か、サイトのアドレスを指定してください。",
    ),
    "build/no-image": ("画像「{image}」がありません", "場所は記事のファイルがあるフォルダーから数えます。"),
    "ingest/rule-took-much": (
        "規則{rule}がこのページから多くの行を取りすぎています",
        "rondan trail ID で確かめてください。",
    ),
}
