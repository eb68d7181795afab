"""What is taken from a page."""

from hypothesis import given
from hypothesis import strategies as st

from builder.check.page import Reference, facts


def test_every_kind_of_reference() -> None:
    page = facts(
        b"""<!doctype html><link rel=stylesheet href=s.css><script src=a.js></script>
        <a href=" b/ ">b</a><img src=i.png srcset="j.png 1x, k.png 2x"><form action=search/></form>
        <video src=v.mp4 poster=p.png></video><svg><use href=#icon /></svg>"""
    )
    assert {(r.tag, r.attribute, r.target) for r in page.references} == {
        ("link", "href", "s.css"),
        ("script", "src", "a.js"),
        ("a", "href", "b/"),
        ("img", "src", "i.png"),
        ("img", "srcset", "j.png"),
        ("img", "srcset", "k.png"),
        ("form", "action", "search/"),
        ("video", "src", "v.mp4"),
        ("video", "poster", "p.png"),
        ("use", "href", "#icon"),
    }


def test_identifiers_names_and_repetitions() -> None:
    page = facts(b'<p id="a"><p id="b"><p id="a"><a name="c"></a>')
    assert page.ids == {"a", "b", "c"}
    assert page.repeated == ("a",)


def test_a_page_that_sends_on() -> None:
    page = facts(b'<meta http-equiv="refresh" content="0; url=../new/">')
    assert page.is_redirect
    assert page.references == (Reference("meta", "content", "../new/"),)


def test_what_is_only_mentioned_is_no_reference() -> None:
    page = facts(b"<p>&lt;a href=x&gt;</p><!-- <a href=y> --><script>'<a href=z>'</script>")
    assert page.references == ()


@given(st.binary(max_size=400))
def test_no_page_is_too_strange(data: bytes) -> None:
    facts(data)
