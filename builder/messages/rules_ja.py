"""清書の規則の書き損じの日本語文。形は ja.py と同じ。"""

RULES: dict[str, tuple[str, str]] = {
    "rule/not-a-list": (
        "規則は一覧（「- id: …」の並び）で書いてください",
        "規則を1つずつ「- id:」で始め、ほかの項目はその下に字下げして書いてください。",
    ),
    "rule/not-a-mapping": (
        "規則「{rule}」には id、why、takes、match などの項目が必要です",
        "例は docs/rules.md にあります。",
    ),
    "rule/missing-key": ("規則「{rule}」に項目「{key}」がありません", "規則の書き方は docs/rules.md にあります。"),
    "rule/unknown-key": (
        "規則「{rule}」に「{key}」という項目はありません",
        "[[「{near}」ではありませんか。]]使える項目: {known}",
    ),
    "rule/bad-id": (
        "「{value}」は規則の id に使えません",
        "小文字の英数字とハイフンで書いてください（例: members-only）。",
    ),
    "rule/duplicate-id": ("id「{value}」の規則が2つあります", "どちらかの id を変えてください。"),
    "rule/not-a-choice": ("規則「{rule}」の「{key}」に「{value}」は使えません", "次から選んでください: {choices}"),
    "rule/not-text": (
        "規則「{rule}」の「{key}」は文字列か、文字列の一覧にしてください",
        "文字列は引用符で囲んでください。",
    ),
    "rule/no-match": ("規則「{rule}」の match に、行の特徴を書いてください", "例: match: { equals: 広告 }"),
    "rule/bad-regex": (
        "規則「{rule}」の「{value}」は正規表現として読めません[[: {detail}]]",
        ". や ( や + を文字どおりに使うには、前に \\ を置いてください。",
    ),
    "rule/specimen-left": (
        "規則「{rule}」は、自分の見本「{line}」を取り除きません[[（{unmet} に当てはまりません）]]",
        "規則の match を直すか、この行を見本から外してください。行の比べ方は docs/rules.md にあります。",
    ),
    "rule/near-miss-taken": (
        "規則「{rule}」は、見本では残すはずの「{line}」を取り除きます",
        "match をもっと狭くする（contains より starts_with、それより equals）か、この行を keeps から外してください。",
    ),
    "rule/bad-limit": (
        "規則「{rule}」の at_most に「{value}」は使えません",
        "割合（40%）か行数（12）で書いてください。",
    ),
}
