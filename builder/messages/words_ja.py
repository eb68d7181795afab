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
    "help:-C": "DIR にあるアーカイブを使う（指定がなければ今のフォルダー）。ほかのパスも DIR からの相対パスになる",
    "help:--lang": "メッセージの言語（指定がなければシステムの言語）",
    "help:--format": "text は人が読む形、json はプログラムが読む形",
    "help:--quiet": "エラーだけを出す",
    "help:--debug": "Rondan 自身が失敗したときに、トレースバックを出す",
    "help:--version": "バージョンを表示する",
    "help:--help": "この説明を表示する。コマンドのあとに付けると、そのコマンドの説明を表示する",
    "help:init": (
        "DIR に新しいアーカイブを作る\n"
        "\n"
        "設定、案内のページ、見本の記事を1つ、説明を付けて書き込みます。すでにあるファイルは上書きしません。"
    ),
    "help:ingest": (
        "保存したページやテキスト（PATH...）をアーカイブに取り込む\n"
        "\n"
        "HTML とテキストを、文字コードを問わず読みます。フォルダーを指定すると、その中のすべてを読みます。"
        "原本は保存されます。何度実行してもかまいません。あなたが手を入れたファイルは上書きせず、"
        "代わりに新しい案を見せます。"
    ),
    "help:build": ("ウェブサイトを作る\n\n変わったところだけを作り直します。結果は、はじめから作ったときと同じです。"),
    "help:build --out": "サイトを置くフォルダー（指定がなければ archive.yaml の paths.site、それもなければ site）",
    "help:build --base-url": "サイトを公開する場所（例: https://example.org/archive/）",
    "help:build --jobs": "使うプロセスの数（指定がなければ自動）",
    "help:build --search": "検索エンジン: builtin、pagefind、none",
    "help:build --drafts": "下書きも、印を付けて載せる",
    "help:build --now": (
        "この日（または時刻）の時点のサイトを作る。それまでに embargo が明ける記事も載る（指定がなければ今）"
    ),
    "help:build --dry-run": "作る・変わる・消えるものを示すだけで、何も書き込まない",
    "help:build --verbose": "作った・変わった・消えたページをすべて一覧にする",
    "help:serve": (
        "書きながらブラウザーで確かめる。保存するとすぐに反映される\n"
        "\n"
        "下書きも表示されます。問題は場所とともに表示され、直せば消えます。"
        "見られるのはこのコンピューターからだけです。Ctrl-C で終わります。"
    ),
    "help:serve --port": "ポート（指定がなければ 8000、使われていれば次の空き）",
    "help:serve --host": "アドレス。使えるのはこのコンピューター自身のもの（127.0.0.1、localhost、::1）だけ",
    "help:serve --open": "ブラウザーを開く",
    "help:serve --follow": "保存したばかりの記事のページを表示する",
    "help:check": (
        "問題を探す: コンテンツの誤りと、できあがったサイトのリンク切れ\n"
        "\n"
        "問題ごとに、ファイル・行・桁を示します。エラーがあれば、終了コードは 1 です。"
    ),
    "help:check --site": "検査のためにサイトを作らず、このフォルダーにあるサイトを調べる",
    "help:check --strict": "警告だけでも終了コードを 1 にする",
    "help:extract": (
        "保存したページ（INPUT...）から記事を取り出し、1つずつ Markdown にする。アーカイブは要らない\n"
        "\n"
        "記事をまとめることも、ほかのものに手を加えることもしません。--format json では、"
        "見つけた事柄と除いた行も示します。"
    ),
    "help:extract --out": "Markdown を置くフォルダー。名前は元のファイルに合わせる（指定がなければ画面に出す）",
    "help:list": "記事の一覧を出す: 確認待ち、下書き、取り下げ、またはすべて",
    "help:list --review": "取り込みで確かでなかったもの（疑わしい順）",
    "help:list --drafts": "下書き",
    "help:list --withdrawn": "取り下げた記事",
    "help:trail": "記事（ID か FILE）の原本を1行ずつ、除いた行には除いた規則を添えて示す",
    "help:search": (
        "アーカイブを端末から検索する（QUERY）\n"
        "\n"
        "「」で囲むとひと続きの言葉を探し、- を付けるとその語を除きます。- を使う検索の前には -- を置きます: rondan "
        "search -- 港 -市場"
    ),
    "help:search --limit": "結果の数（指定がなければ 10）",
    "help:explain": "ページ（URL）が作り直された理由、またはファイル（FILE）を直すと変わるページを示す",
    "help:explain --out": "サイトのフォルダー（指定がなければ archive.yaml の paths.site、それもなければ site）",
    "help:schema": "記事の前付けや記録（KIND）の JSON Schema を出す（エディター用）",
    "explain:touches": "このファイルを直すと、次の {count} ページが変わることがあります。",
    "explain:unused": "このファイルから作られるページはありません。",
    "explain:index": "検索の索引の一部です。索引は、載せている記事すべてから作られます。",
    "explain:moves": "日付・筆者・主題を変えると、記事が新しく載るページも変わります。",
    "explain:held": "{until} まで公開しません。公開されると、次の {count} ページが変わります。",
    "explain:drawn": "前回作った理由: {reason}",
    "explain:stale": "次のビルドで作り直します。理由: {reason}",
    "explain:current": "最新です。次のビルドでは作り直しません。",
    "explain:templates": "使っているテンプレート: {names}",
    "explain:sources": "次の {count} 個のファイルの内容を載せています。",
    "help:topics": "記事に付ける主題と、主題の語を、理由とともに提案する（suggest）",
    "help:rules": "同じ媒体のページに繰り返し現れる行から、除く規則を提案する（suggest）",
    "init:done": "{folder} に新しいアーカイブができました（{count} ファイル）。",
    "init:next": (
        "次にすること:\n"
        "  cd {folder}\n"
        "  rondan serve         ブラウザーで見る\n"
        "  rondan ingest raw    raw/ に入れたページを取り込む\n"
        "  rondan build         ウェブサイトを作る"
    ),
    "help:extract --jobs": "使うプロセスの数（指定がなければ、ファイルが多いときはすべてのコア）",
    "extract:done": "{files} 件を読み、記事 {articles} 件を取り出しました。",
    "more": "…ほか {count} 件（すべては --format json で）",
    "ingest:more": "…ほか {count} 件（すべては --verbose か --format json で）",
    "help:ingest --verbose": "どれだけ長くても、すべてを一覧にする",
    "build:done": "{out}: 記事 {articles} 件から {files} ファイル、{seconds} 秒。",
    "build:nothing": "{out} は最新です。記事 {articles} 件、{files} ファイル。確認に {seconds} 秒。",
    "build:would": "何も書き込んでいません。{out} は記事 {articles} 件から {files} ファイルになります。",
    "build:counts": "新規 {new}、変更 {changed}、削除 {removed}、そのまま {unchanged}",
    "build:heavy": "大きなファイル: {route}、{size} MB",
    "build:look": "上に {count} 件の知らせがありますが、サイトはできています。",
    "reason:new": "新規",
    "reason:content": "内容",
    "reason:template": "テンプレート",
    "reason:program": "Rondan の更新",
    "reason:settings": "archive.yaml",
    "reason:damaged": "ほかから変更されたか、削除された",
    "reason:search": "検索の索引",
    "help:ingest --jobs": "使うプロセスの数（指定がなければ、ファイルが多いときはすべてのコア）",
    "help:ingest --dask": "ADDRESS にスケジューラーのある Dask クラスターでページを読む",
    "help:ingest --force": "手を入れたファイルも上書きする。元のものは提案と並べて残す",
    "ingest:added": "加えたもの:",
    "ingest:changed": "変わったもの:",
    "ingest:unsure": "確かでないもの（status: review。確かめるまで、サイトでは印が付きます）:",
    "ingest:duplicates": "すでにある記事と同じ作品（ほかの媒体のものは、その記事の also_in に書き加えました）:",
    "ingest:better": (
        "保存し直したほうの本文がよければ、古い原本を raw/ から削除して、もう一度取り込んでください。記事は新しい原本か"
        "ら読み直されます。"
    ),
    "ingest:ignored": "対象外（名前から見て、ページではないもの。画像・スタイル・プログラム・覚え書きなど）:",
    "ingest:proposed": "{path} はあなたが手を入れたので、そのままにします。取り込みの案（- 今のファイル、+ 案）:",
    "ingest:proposed-whole": (
        "{path} はあなたが手を入れたので、そのままにします。前に書いたものが残っていないので、この案はあなたが直した"
        "ところも元に戻します（- 今のファイル、+ 案）:"
    ),
    "ingest:take": (
        "案をすべて取り入れるには、案（{file}）をあなたのファイルに上書きしてください。一部だけ取り入れるときや取り入れない"
        "ときは、ファイルを直してから、案の「seal:」の行だけを写してください。どちらでもこの件は済みになります。"
    ),
    "ingest:done": (
        "追加 {added}、変更 {changed}、そのまま {unchanged}、手を入れたまま {proposed}、確認待ち {unsure}、"
        "取り込めず {refused}、対象外 {ignored}[[、すでにあるもの {twice}]]。"
    ),
    "ingest:review": (
        "確かでないものは、読んで確かめてから「status: review」の行を削除してください。理由の一覧: rondan list --review"
    ),
    "ingest:untold": "上と同じ種類の知らせが、ほかに {count} 件あります（すべては --verbose か --format json で）。",
    "list:done": "{count} 件。",
    "list:waiting": "{count} 件。先頭の数字は、ページが記事であることの確かさ（0〜1）です。",
    "trail:legend": "┃ 残した行　│ 除いた行（左は規則の名前）",
    "trail:none": "この記事に原本はありません（手で書かれた記事です）。",
    "serve:other-port": "ポート {wanted} は使われているので {port} を使います。",
    "serve:ready": "{address}  （Ctrl-C で終わります）",
    "serve:built": "{count} ページ、{seconds} 秒[[: {routes}]]",
    "serve:failed": "直るまで、最後に正しくできたページを表示します。",
    "serve:problems": "問題が {count} 件あります。直るまで、最後に正しくできたページを表示しています",
    "serve:close": "閉じる",
    "check:done": "{pages} ページ、{references} 本のリンクを調べました。エラー {errors}、警告 {warnings}。",
    "check:unbuilt": "エラー {errors}、警告 {warnings}。リンクは、エラーが直ってから調べます。",
    "help:topics --missing": "まだ主題のない記事だけ",
    "topics:done": "提案 {count} 件（主題 {learned} から学習）。合うものを記事に書き入れてください。",
    "topics:none": "提案はありません（主題 {learned} から学習）。",
    "topics:terms": (
        "このアーカイブで各主題をよく示す語（いつも当てはまる語は、主題の記録の terms に書き入れられます）:"
    ),
    "topics:few": "主題は記事が {fewest} 本以上あれば学習できます。まだ足りないもの: {topics}",
    "rules:forms": "（数字だけが違う形が {count} 通り）",
    "rules:source": "{source}: {works} 編に繰り返し現れる行",
    "rules:done": "媒体 {count} 件への提案です。よいものを content/sources/ID.yaml の rules に書き入れてください。",
    "rules:why": "この媒体の {works} 編のうち {seen} 編に繰り返し現れる。",
    "rules:none": "繰り返し現れる行は、すべてすでに除かれています。",
    "search:all": "{count} 件のうち {shown} 件。",
    "search:row": "これらの語がこの順に並ぶ記事 {count} 件のうち {shown} 件。",
    "search:spelling": (
        "入力どおりの語を含む記事はありません。表記の近い「{words}」の記事 {count} 件のうち {shown} 件。"
    ),
    "search:best": "すべてを含む記事はありません。一部を含む記事 {count} 件のうち {shown} 件。",
    "search:nothing": "見つかりません。",
    "search:empty": "検索する語がありません。",
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
