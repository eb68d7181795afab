"""診断の日本語文: code -> (何が起きたか, どうすればよいか)。英語版 (en.py) と同じ鍵と差し込みを持つ。

Placeholders are the diagnostic's values. A passage in [[double brackets]] disappears when one of its values is empty.
"""

from .ingest_ja import INGEST
from .rules_ja import RULES
from .site_ja import SITE
from .yaml_ja import YAML

MESSAGES: dict[str, tuple[str, str]] = {
    **YAML,
    **RULES,
    **INGEST,
    **SITE,
    # archive.yaml
    "config/missing": (
        "ここにはアーカイブがありません（{folder} に archive.yaml がありません）",
        "アーカイブのフォルダーに移動するか、-C フォルダー で指定してください。新しく作るには: rondan init フォルダー",
    ),
    "config/not-a-mapping": (
        "「{key}」には「項目: 値」の形の設定を書いてください",
        "例: {example}。設定の一覧: docs/config.md",
    ),
    "config/unknown-key": ("「{key}」という設定はありません", "[[「{near}」ではありませんか。]]使える項目: {known}"),
    "config/not-a-number": (
        "「{key}」は1以上の整数にしてください（今は「{value}」）",
        "50 のように数字だけを書いてください。",
    ),
    "config/not-text": ("「{key}」は文字列にしてください（今は「{value}」）", "値を引用符で囲んでください。"),
    "config/not-a-choice": ("「{key}」に「{value}」は使えません", "次から選んでください: {choices}"),
    "config/bad-form": ("「{key}」に「{value}」は使えません", "書き方の例: {example}"),
    # ファイル
    "file/not-utf8": (
        "このファイルは UTF-8 のテキストではありません",
        "エディターで UTF-8 として保存し直してください。",
    ),
    "file/control-character": (
        "ここに制御文字（{character}）があります。目に見えず、端末を誤動作させることもあります[[。このファイルにほかに "
        "{more} 個あります]]",
        "消してください。次の正規表現で検索すると、すべて見つかります: [\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]",
    ),
    "file/name-not-text": (
        "このファイルの名前は UTF-8 の文字列ではありません",
        "名前を付け直してください。ほかのシステムで作られた .zip を展開すると、よく名前が文字化けします。",
    ),
    "file/unreadable": (
        "このファイルを読めません[[: {reason}]]",
        "ファイルがあるか、読む権限があるかを確かめてください。",
    ),
    "file/of-no-kind": (
        "Rondan が読まないファイルが content フォルダーに {count} 個あります: {files}[[ …ほか {more} 個]]",
        "読むのは、about.md、記事 articles/….md、記録 authors/….yaml・topics/….yaml・series/….yaml・sources/….yaml "
        "だけです（すべて小文字）。フォルダーへのリンクはたどりません。名前を変えるか、別の場所に移してください。",
    ),
    "file/folder-behind-link": (
        "これはフォルダーへのリンクです。フォルダーへのリンクはたどらないので、中のものはサイトに入りません",
        "フォルダーをここに移すか、リンクの代わりに、中のファイルへのリンクを置いてください。",
    ),
    "file/linked-out": (
        "アーカイブのフォルダーの外（{target}）へのリンクです。外にあるものは読み込まず、公開もしません",
        "リンクの代わりに、ファイルそのものをここに置いてください。アーカイブの中へのリンクはそのまま使えます。",
    ),
    # 新しいアーカイブ
    "init/archive-exists": (
        "{folder} にはすでにアーカイブがあります。何も書き込んでいません",
        "そのまま使う（rondan -C {folder} serve）か、別のフォルダーを選んでください。",
    ),
    "init/would-overwrite": (
        "{folder} に同じ名前のファイルがあります。何も書き込んでいません: {files}",
        "これらを移すか、空のフォルダーを選んでください。",
    ),
    # コマンドライン
    "usage/no-such-command": (
        "「{name}」というコマンドはありません",
        "[[「{near}」ではありませんか。]]コマンドの一覧: rondan --help",
    ),
    "usage/no-such-option": (
        "{name} というオプションはありません",
        "[[{near} ではありませんか。]]オプションの一覧: {command} --help",
    ),
    "usage/missing-argument": ("{name} がありません", "使い方: {usage}"),
    "usage/missing-value": ("{name} のあとに値がありません", "詳しくは: {command} --help"),
    "usage/extra-value": ("{name} は値を取りません", "詳しくは: {command} --help"),
    "usage/extra-argument": ("ここに「{name}」は書けません", "使い方: {usage}"),
    "usage/missing-command": ("コマンドが指定されていません", "コマンドの一覧: rondan --help"),
    "usage/bad-value": (
        "{name} に「{value}」は使えません",
        "[[「{near}」ではありませんか。]][[使えるもの: {choices}。]]詳しくは: {command} --help",
    ),
    "usage/bad-form": ("{name} に「{value}」は使えません", "書き方の例: {example}"),
    "usage/other": ("{detail}", "[[使い方: {usage}]]"),
    "usage/web-address": (
        "「{value}」はウェブのアドレスです。読めるのは、このコンピューターに保存したページだけです",
        "ブラウザーでページを保存し、そのファイルを指定してください。",
    ),
    "usage/no-folder": ("フォルダー {folder} がありません", "-C のあとのパスを確かめてください。"),
    "cli/no-article": ("「{id}」という記事はありません", "記事とファイルの一覧: rondan list"),
    "cli/output": (
        "出力を書き込めませんでした[[: {reason}]]",
        "ディスクに空きがあるか、フォルダーに書き込めるかを確かめてください。",
    ),
    "cli/system": ("システムに拒否されました: {reason}", "そのパスがあるか、使う権限があるかを確かめてください。"),
    "cli/not-a-folder": ("フォルダーが要りますが、これはファイルです", "別の名前を指定してください。"),
    "cli/bug": (
        "Rondan の内部で問題が起きました: {summary}",
        "これは Rondan の不具合で、あなたの誤りではありません。ファイルはすべて元のままです。"
        "次のファイルを添えてお知らせください: {report}",
    ),
    # 記事と記録
    "field/unknown-key": ("「{name}」という項目はありません", "[[「{near}」ではありませんか。]]使える項目: {known}"),
    "field/not-text": (
        "「{name}」は文字列にしてください（今は「{value}」）",
        "YAML が別のもの（true、null、[a]）と見る文字列は、引用符で囲んでください。空の項目は消してください。",
    ),
    "field/control-character": (
        "「{name}」に制御文字（{character}）が入っています。目には見えず、端末を誤動作させるおそれがあります",
        "引用符の中から、その文字を表すエスケープを取り除いてください。[[取り除くと: {near}]]",
    ),
    "field/not-a-mapping": ("「{name}」に「{value}」は使えません", "次の項目を1行に1つずつ書いてください: {known}"),
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
        "[[「{near}」ではありませんか。]]次から選んでください: {choices}",
    ),
    "field/bad-date": (
        "「{name}: {value}」は日付ではありません",
        "[[{near} と書いてください。]]日付の書き方: 2017-03-24、2017-03-24T21:30+09:00、2017-03、2017",
    ),
    "field/one-or-several": (
        "「{name}: {value}」は、1つなのか複数なのか区別できません",
        "角括弧で囲んでください。複数なら {name}: {several}、1つなら {name}: {single}",
    ),
    "field/bad-form": ("「{name}」に「{value}」は使えません", "書き方の例: {example}"),
    "file/empty": ("このファイルは空です", "内容を書くか、削除してください。"),
    "file/not-text": (
        "これはテキストファイルではありません",
        "ここに置けるのは Markdown と YAML だけです。取り除くか、原本であれば raw/ に置いてください。",
    ),
    "file/not-a-mapping": (
        "「項目: 値」を1行に1つずつ書いてください",
        "例: name: 見本 太郎。項目は行頭から書き、そのあとに半角のコロンと空白を置きます（全角の「：」は使えません）。",
    ),
    "article/no-front-matter": (
        "この記事には前付けがありません",
        "1行目を --- にし、title: などの項目を書いて、もう一度 --- の行を置いてください。",
    ),
    "article/open-front-matter": (
        "ここから始まる前付けが閉じていません",
        "最後の項目のあとに --- の行を加えてください。",
    ),
    "article/no-title": ("この記事には題名がありません", "前付けに次の行を加えてください: title: …"),
    "article/bad-id": (
        "「{value}」は記事の id に使えません（id はアドレスの一部になります）",
        "使えるのは ASCII の英数字・ハイフン・ピリオド・下線です。前付けの id の書き方の例: id: {example}",
    ),
    "article/reserved-id": (
        "「{value}」は記事の id に使えません。{device} は Windows の装置の名前で、その名前のフォルダーを作れません",
        "前付けに別の id を書いてください: id: {example}",
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
        "前付けの embargo によるものです。その時以後の最初のビルドで公開されます。",
    ),
    "article/author-without-name": ("この筆者には名前がありません", "書き方: name: …"),
    "article/series-without-name": ("この連載には名前がありません", "書き方: name: …"),
    "record/no-name": ("この記録には名前がありません", "次の行を加えてください: name: …"),
    "record/name-taken": ("「{name}」という名前はすでに「{other}」のものです", "どちらかの記録から削除してください。"),
}
