from builder.ingest.filing.joining import join_bodies


def test_pages_follow_one_another() -> None:
    assert join_bodies(["一つ目。\n\n二つ目。", "三つ目。"]) == "一つ目。\n\n二つ目。\n\n三つ目。"


def test_a_repeated_head_stands_once() -> None:
    first = "# 夜勤\n\n前書きです。\n\n本文の一。"
    second = "夜勤の明けるころ\n\n前書きです。\n\n本文の二。"
    assert join_bodies([first, second], ["夜勤の明けるころ"]) == f"{first}\n\n本文の二。"


def test_a_repeated_closing_stands_at_the_end() -> None:
    assert join_bodies(["一。\n\n（筆者は医師）", "二。\n\n（筆者は医師）"]) == "一。\n\n二。\n\n（筆者は医師）"


def test_a_sentence_cut_by_the_page_is_whole_again() -> None:
    first = "廊下の空気が少しだけ動く。換気の設定は一晩中変わらないのに、そう感じるのは窓の外の色の"
    assert join_bodies([first, "せいかもしれない。"]) == first + "せいかもしれない。"
    assert join_bodies(["It was raining and the", "ferry was late."]) == "It was raining and the ferry was late."


def test_a_heading_is_never_run_on() -> None:
    assert join_bodies(["## 見出し", "本文。"]) == "## 見出し\n\n本文。"


def test_footnotes_of_two_pages_do_not_collide() -> None:
    joined = join_bodies(["一[^1]。\n\n[^1]: 注一", "二[^1]。\n\n[^1]: 注二"])
    assert joined == "一[^1]。\n\n[^1]: 注一\n\n二[^2-1]。\n\n[^2-1]: 注二"


def test_blank_lines_in_code_are_kept() -> None:
    body = "```\na\n\n\nb\n```\n\nあと。"
    assert join_bodies([body, "次。"]) == body + "\n\n次。"
