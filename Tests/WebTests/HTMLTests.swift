import Primitives
import Testing
import Web

@Suite("Text can only enter a page escaped")
struct HTMLTests {
    @Test(
        "every sign that means something in a page is written as an entity",
        arguments: [
            ("a", "a"), ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
            ("\"'", "&quot;&#39;"), ("ң ө ү", "ң ө ү"), ("\u{0}\u{1B}", "\u{FFFD}\u{FFFD}"),
            ("x\u{202E}y", "x\u{FFFD}y"),
        ])
    func escapes(text: String, source: String) {
        #expect(HTML(text: text).source == source)
    }

    @Test("texts and values of attributes are escaped, elements are not")
    func elements() {
        let page = tag("p", Attribute("title", "\"><img>")) {
            "1 < 2"
            tag("b") { "&" }
        }
        #expect(
            page.source == "<p title=\"&quot;&gt;&lt;img&gt;\">1 &lt; 2<b>&amp;</b></p>")
    }

    @Test(
        "any name becomes one safe part of a path",
        arguments: [
            ("north-001", "north-001"), ("a/b", "a~2fb"), ("..", "~2e."), ("a+b", "a~2bb"),
            ("javascript:x", "javascript~3ax"),
        ])
    func segments(name: String, segment: String) {
        #expect(Address.segment(name) == segment)
    }

    @Test("a long name stays short and unlike its neighbours")
    func longNames() {
        let one = Address.segment(String(repeating: "+", count: 127) + "a")
        let two = Address.segment(String(repeating: "+", count: 127) + "b")
        #expect(one != two && one.utf8.count < 200)
    }
}
