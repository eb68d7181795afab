"""An invented page of an invented newspaper, with the furniture such pages have."""

from __future__ import annotations

PARAGRAPHS = (
    "港の朝は早い。まだ暗いうちから灯台の明かりを目当てに小さな船が戻ってくる。荷揚げの声は風に流されて、坂の上までは届かない。",
    "それでも台所の灯がともるころには、町じゅうが魚の匂いを知っている。この町で暮らすとは、そういうことだと祖母は言った。",
    "三十年前、この市場には四十軒の仲買がいた。いま残るのは七軒である。数が減ったことより、声が減ったことのほうが寂しいという。",
    "市場の再開発は避けられまい。だが、更地にしてから考えるのでは遅い。まず耳を澄ますことから始めたい、と組合長は話した。",
)
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TITLE = "港の声を聞く――市場の再開発を前に"


def saved_page(
    *,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    head: str = "",
    over_title: str = "<p class='kicker'>コラム</p>",
    under_title: str = "<p class='date'>2017年03月24日(金)21時30分</p><p class='byline'>水野遥（港湾史家）</p>",
    after: str = "",
    before: str = "",
) -> bytes:
    """Return the page as UTF-8 HTML."""
    text = "".join(f"<p>{p}</p>" for p in paragraphs)
    links = "".join(f"<li><a href='/a/{n}'>関係のない見出しその{n}が並んでいる</a></li>" for n in range(12))
    return f"""<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>{TITLE}｜架空新聞オンライン</title>
<meta property="og:site_name" content="架空新聞オンライン">
<link rel="canonical" href="https://kaku.example/c/170324.html">
{head}</head><body><header><div class="logo">架空新聞</div><nav><ul><li><a href="/">トップ</a></li>
<li><a href="/c">社会</a></li></ul></nav></header>{before}<main><article>{over_title}<h1>{TITLE}</h1>{under_title}
<div class="share"><a href="#">シェアする</a> <a href="#">ツイート</a></div>
<div class="article-body">{text}{after}</div></article>
<div class="related"><h2>関連記事</h2><ul>{links}</ul></div></main>
<aside class="ranking"><h2>人気ランキング</h2><ol>{links}</ol></aside>
<footer><p>© 2017 架空新聞社 無断転載を禁じます。</p></footer></body></html>""".encode()
