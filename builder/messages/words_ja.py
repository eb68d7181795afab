"""コマンドラインの日本語。``help:VERB`` の一行目はコマンド一覧にも出る。"""

WORDS: dict[str, str] = {
    "usage": "使い方:",
    "options": "オプション:",
    "commands:every-day": "ふだん使うもの:",
    "commands:more": "そのほか:",
    "help:also": "どのコマンドにも使えるオプション（-C、--lang、--format、--quiet）は rondan --help にあります。",
    "help": (
        "Rondan（論壇）は、保存した新聞・雑誌のページやテキストから、検索できるウェブサイトを作ります。\n"
        "\n"
        "はじめに: rondan init my-archive を実行し、my-archive/raw に保存したページを入れ、そのフォルダーで\n"
        "  rondan ingest raw\n"
        "  rondan serve"
    ),
    "help:-C": "DIR にあるアーカイブで働く（ふつうは今のフォルダー）。ほかのパスも DIR が起点になる",
    "help:--lang": "メッセージの言語（ふつうはシステムの言語）",
    "help:--format": "text は人が読む形、json はプログラムが読む形",
    "help:--quiet": "エラーだけを出す",
    "help:--debug": "Rondan 自身が失敗したときトレースバックを出す",
    "help:--version": "版を表示する",
    "help:--help": "この説明を表示する。コマンドの後に付けるとそのコマンドの説明",
    "help:init": (
        "DIR に新しいアーカイブを作る\n"
        "\n"
        "設定、案内のページ、見本の記事を一つ、説明つきで置きます。すでにあるファイルは決して上書きしません。"
    ),
    "help:ingest": (
        "保存したページやテキスト（PATH...）をアーカイブに取り込む\n"
        "\n"
        "HTML とテキストを、文字コードを問わず読みます。フォルダーを渡すと中のすべてを読みます。原本は保存されます。"
        "何度実行してもかまいません。あなたが手を入れたファイルは上書きせず、新しい案を見せます。"
    ),
    "help:build": ("ウェブサイトを作る\n\n変わったところだけを作り直します。結果は、はじめから作ったときと同じです。"),
    "help:build --out": "サイトを置くフォルダー（ふつうは archive.yaml の paths.site、なければ site）",
    "help:build --base-url": "サイトを公開する場所（例: https://example.org/archive/）",
    "help:build --jobs": "使うプロセスの数（ふつうは自動）",
    "help:build --search": "検索エンジン: builtin、pagefind、none",
    "help:build --drafts": "下書きも印を付けて載せる",
    "help:build --now": "この日（または時刻）の時点のサイトを作る。embargo が明けた記事が載る（ふつうは今）",
    "help:build --dry-run": "作る・変わる・消えるページを見せるだけで、何も書かない",
    "help:build --verbose": "作った・変わった・消えたページをすべて並べる",
    "help:serve": (
        "書きながらブラウザーで確かめる。保存するとすぐに映る\n"
        "\n"
        "下書きも映り、問題があれば場所とともに示し、直せばひとりでに戻ります。このコンピューターからだけ"
        "見られます。Ctrl-C で終わります。"
    ),
    "help:serve --port": "ポート（ふつうは 8000、ふさがっていれば次の空き）",
    "help:serve --host": "アドレス。このコンピューター自身のもの（127.0.0.1、localhost、::1）だけ使える",
    "help:serve --open": "ブラウザーを開く",
    "help:serve --follow": "保存したばかりの記事のページを映す",
    "help:check": (
        "問題を探す: 本文と記録の誤り、できあがったサイトのリンク切れ\n"
        "\n"
        "一つ一つにファイル・行・桁が付きます。エラーがあれば終了コードは 1 です。"
    ),
    "help:check --site": "検査のために作らず、このフォルダーにあるサイトを調べる",
    "help:check --strict": "警告だけでも終了コードを 1 にする",
    "help:extract": (
        "保存したページ（INPUT...）から記事を取り出し、一つずつ Markdown にする。アーカイブは要らない\n"
        "\n"
        "まとめることも、ほかを変えることもしません。--format json なら、見つけた事柄と除いた行も分かります。"
    ),
    "help:extract --out": "Markdown を置くフォルダー。名前は元のファイルに合わせる（なければ画面に出す）",
    "help:list": "記事を並べる: 確認待ち、下書き、取り下げ、またはすべて",
    "help:list --review": "取り込みで確かでなかったもの。疑わしい順",
    "help:list --drafts": "下書き",
    "help:list --withdrawn": "取り下げた記事",
    "help:trail": "記事（ID かファイル）の原本を一行ずつ、除いた行にはその規則の名を添えて見せる",
    "help:search": (
        "アーカイブをここから検索する（QUERY）\n"
        "\n"
        "「」で囲むと続いた言葉、- を付けるとその語を除きます。- で始まる語の前には -- を置きます: rondan search -- 港 "
        "-市場"
    ),
    "help:search --limit": "結果の数（ふつうは 10）",
    "help:explain": "ページ（URL）が作り直された理由、またはファイル（FILE）を直すと変わるページを示す",
    "help:explain --out": "サイトのフォルダー（ふつうは archive.yaml の paths.site、なければ site）",
    "help:schema": "記事の前付けやレコード（KIND）の JSON Schema を出す（エディター用）",
    "explain:touches": "このファイルを直すと、次の {count} ページが変わることがあります。",
    "explain:moves": "日付・筆者・主題を変えると、記事が新しく載るページも変わります。",
    "explain:held": "{until} まで公開しません。公開されると、次の {count} ページが変わります。",
    "explain:drawn": "前回作り直した理由：{reason}",
    "explain:stale": "次の組み立てで作り直します。理由：{reason}",
    "explain:current": "最新です。次の組み立てでは作り直しません。",
    "explain:templates": "使っているテンプレート：{names}",
    "explain:sources": "次の {count} 個のファイルの内容を載せています。",
    "help:topics": "記事に付ける主題と、主題の語を、理由とともに提案する（suggest）",
    "help:rules": "同じ媒体のページに繰り返し現れる行から、除く規則を提案する（suggest）",
    "init:done": "{folder} に新しいアーカイブができました（{count} ファイル）。",
    "init:next": (
        "つぎに:\n"
        "  cd {folder}\n"
        "  rondan serve         ブラウザーで見る\n"
        "  rondan ingest raw    raw/ に入れたページを取り込む\n"
        "  rondan build         ウェブサイトを作る"
    ),
    "help:extract --jobs": "使うプロセスの数（ふつうは、ファイルが多ければすべてのコア）",
    "extract:done": "{files} 件を読み、記事 {articles} 件を取り出しました。",
    "more": "…ほか {count} 件（すべては --format json で）",
    "ingest:more": "…ほか {count} 件（すべては --verbose か --format json で）",
    "help:ingest --verbose": "どれだけ長くても、すべてを並べる",
    "build:done": "{out}: 記事 {articles} 件から {files} ファイル、{seconds} 秒。",
    "build:nothing": "{out} は最新です。記事 {articles} 件、{files} ファイル。確認に {seconds} 秒。",
    "build:would": "何も書いていません。{out} は記事 {articles} 件から {files} ファイルになります。",
    "build:counts": "新規 {new}、変更 {changed}、削除 {removed}、そのまま {unchanged}",
    "build:heavy": "大きなファイル: {route}、{size} MB",
    "build:look": "上に {count} 件の知らせがあります。サイトは作られました。",
    "reason:new": "新規",
    "reason:content": "内容",
    "reason:template": "テンプレート",
    "reason:program": "Rondan の更新",
    "reason:settings": "archive.yaml",
    "reason:damaged": "ほかから変えられた、または消された",
    "reason:search": "検索の索引",
    "help:ingest --jobs": "使うプロセスの数（ふつうは、ファイルが多ければすべてのコア）",
    "help:ingest --dask": "ADDRESS にスケジューラーのある Dask クラスターでページを読む",
    "help:ingest --force": "手を入れたファイルも上書きする。元のものは提案と並べて残す",
    "ingest:added": "加えたもの:",
    "ingest:changed": "変わったもの:",
    "ingest:unsure": "確かでないもの（status: review。あなたが確かめるまで、サイトでは印が付きます）:",
    "ingest:duplicates": "同じもの:",
    "ingest:ignored": "対象外（名前から見てページではないもの。画像・スタイル・プログラム・覚え書きなど）:",
    "ingest:proposed": "{path} はあなたが手を入れたので、そのままです。取り込みの案（- 今のファイル、+ 案）:",
    "ingest:done": (
        "追加 {added}、変更 {changed}、そのまま {unchanged}、手直しを尊重 {proposed}、確認待ち {unsure}、"
        "断り {refused}、対象外 {ignored}[[、すでにあるもの {twice}]]。"
    ),
    "ingest:review": (
        "確かでないものは読んで「status: review」の行を消してください。理由を見るには: rondan list --review"
    ),
    "list:done": "{count} 件。",
    "trail:none": "この記事に原本はありません（手で書かれたものです）。",
    "serve:other-port": "ポート {wanted} は使われているので {port} を使います。",
    "serve:ready": "{address}  （Ctrl-C で終わります）",
    "serve:built": "{count} ページ、{seconds} 秒[[: {routes}]]",
    "serve:failed": "直るまで、最後によかったページのままにします。",
    "serve:problems": "問題 {count} 件。直るまで、最後によかったページを映しています",
    "serve:close": "閉じる",
    "check:done": "{pages} ページ、リンク {references} 本を調べました。エラー {errors}、警告 {warnings}。",
    "check:unbuilt": "エラー {errors}、警告 {warnings}。リンクは、エラーが直ってから調べます。",
    "help:topics --missing": "まだ主題のない記事だけ",
    "topics:done": "提案 {count} 件（主題 {learned} から学習）。合うものを記事に書き入れてください。",
    "topics:terms": "この書庫で各主題をよく示す語（いつも当てはまる語は、主題の terms に書き入れられます）:",
    "topics:few": "主題は記事が {fewest} 本あれば学べます。まだ足りないもの: {topics}",
    "rules:forms": "（数字だけが違う形が {count} 通り）",
    "rules:source": "{source}: {works} 編に繰り返し現れる行",
    "rules:done": "媒体 {count} 件への提案です。よいものを content/sources/ID.yaml の rules に書き入れてください。",
    "rules:why": "この媒体の {works} 編のうち {seen} 編に繰り返し現れる。",
    "rules:none": "繰り返し現れて、まだ除かれていない行はありません。",
    "search:all": "{count} 件のうち {shown} 件。",
    "search:row": "この並びのままの記事 {count} 件のうち {shown} 件。",
    "search:spelling": "このままの語はありません。つづりの近い語の記事 {count} 件のうち {shown} 件。",
    "search:best": "すべてを含む記事はありません。一部を含む記事 {count} 件のうち {shown} 件。",
    "search:nothing": "見つかりません。",
    "search:empty": "探す語がありません。",
    "stage:wait": "同じサイトの別のビルドが終わるのを待つ",
    "stage:load": "コンテンツを読む",
    "stage:plan": "ページを決める",
    "stage:render": "ページを作る",
    "stage:write": "書き込む",
    "stage:search": "検索の索引",
    "stage:read": "ファイルを読む",
    "stage:extract": "記事を取り出す",
    "stage:ingest": "取り込む",
    "stage:crawl": "リンクをたどる",
    "progress": "{stage} {done} · 毎秒 {rate}",
    "progress:of": "{stage} {done}/{total} · 毎秒 {rate}",
}
