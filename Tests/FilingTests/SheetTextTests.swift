import Cryptography
import Filing
import FilingSupport
import Primitives
import Tervania
import Testing

@Suite("A sheet is a text, and every program reads it the same")
struct SheetTextTests {
    static let image = Digest.of("a photograph")
    static let whole = Sheets.president(
        reasons: [SheetStatement.Reason("boxes-at-most-issued", "A paper was found torn.")],
        image: image, replaces: Digest.of("an earlier one"), why: "Two digits were swapped.")

    @Test("the text is this, line by line")
    func exact() {
        // The digests are SHA-256 of the texts above, by coreutils: printf %s … | sha256sum.
        let expected = """
            dobush-sheet-1
            election tervania-2031
            station north-001
            contest president
            series hand
            figure registered 230
            figure received 103
            figure issued 95
            figure cancelled 8
            figure in-mobile-boxes 4
            figure in-stationary-boxes 89
            figure invalid 3
            figure valid 90
            figure maro 50
            figure telin 20
            figure savan 10
            figure ondar 5
            figure against-all 5
            reason boxes-at-most-issued A paper was found torn.
            image IMAGE
            replaces REPLACES
            why Two digits were swapped.

            """
            .replacing("IMAGE", with: imageHex).replacing("REPLACES", with: replacesHex)
        #expect(Self.whole.text == expected)
        #expect(Self.whole.id == Digest.of(expected))
        #expect(SheetStatement(text: expected) == Self.whole)
    }

    let imageHex = "a249e87e1e6113da81cdd8a154c222283fbcceff6dd3727a63bf97eee562dfb3"
    let replacesHex = "82ce32134b57d937a51243b15d5af336c10d32eab05c601e21ff20e62522c197"

    @Test("what needs no line has none")
    func short() throws {
        let sheet = Sheets.president()
        #expect(!sheet.text.contains("reason") && !sheet.text.contains("why"))
        #expect(sheet.text.hasSuffix("figure against-all 5\n"))
        #expect(SheetStatement(text: sheet.text) == sheet)
    }

    @Test(
        "a reason is one line that shows what it says",
        arguments: [
            ("two\nlines", "two lines"), ("two\r\nlines", "two  lines"), ("a\u{0}b", "a b"),
            ("a\u{85}b\u{2028}c\u{2029}d", "a b c d"), ("  spaces around  ", "spaces around"),
            // Marks of direction (UAX 9) would show the figure 12 as 21.
            ("\u{202E}12\u{202C}", "12"), ("a\u{2066}b\u{2069}\u{200F}c", "a b  c"),
            ("\u{FEFF}a\u{E0041}b", "a b"), ("a\u{7F}\u{9B}b", "a  b"),
            ("figure maro 9\nfigure maro 900", "figure maro 9 figure maro 900"),
            // What people write stays: Kyrgyz, accents written as a letter and a mark, a flag.
            ("Өрдөк, Üchtash e\u{301} 🇰🇬", "Өрдөк, Üchtash e\u{301} 🇰🇬"),
            ("\u{301}begins with a mark", "\u{301}begins with a mark"),
        ])
    func lines(typed: String, kept: String) throws {
        let sheet = Sheets.president(
            reasons: [SheetStatement.Reason("boxes-at-most-issued", typed)],
            replaces: Self.image, why: typed)
        let why = try #require(sheet.why)
        #expect(Array(why.unicodeScalars) == Array(kept.unicodeScalars))
        #expect(sheet.reasons.map(\.text) == [kept])
        let read = try #require(SheetStatement(text: sheet.text), "it reads back")
        #expect(read == sheet && read.id == sheet.id)
    }

    @Test("empty reasons are none, and each equation has one")
    func reasons() {
        let sheet = Sheets.president(
            reasons: [
                SheetStatement.Reason("b", "second"), SheetStatement.Reason("a", "\n \u{200F}"),
                SheetStatement.Reason("b", "first by the bytes"),
            ], why: " \n ")
        #expect(sheet.reasons == [SheetStatement.Reason("b", "first by the bytes")])
        #expect(sheet.why == nil)
    }

    static let good = Sheets.president(replaces: image, why: "x y").text

    /// Named by what is wrong with it, so that the list of tests stays short.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String

        init(_ what: String, _ text: String) {
            testDescription = what
            self.text = text
        }
    }

    static let bad: [Row] = [
        Row("nothing", ""), Row("a line feed", "\n"),
        Row("another kind", good.replacing("sheet-1", with: "sheet-2")),
        Row("last line not ended", String(good.dropLast())), Row("a line too many", good + "\n"),
        Row("more behind it", good + "why again\n"),
        Row("a carriage return", good.replacing("\n", with: "\r\n")),
        Row("a space more", good.replacing("figure maro", with: "figure  maro")),
        Row("a space at the end", good.replacing("maro 50\n", with: "maro 50 \n")),
        Row("a space before the reason", good.replacing("why x", with: "why  x")),
        Row("zeros in front", good.replacing("maro 50", with: "maro 050")),
        Row("a plus", good.replacing("maro 50", with: "maro +50")),
        Row("a minus", good.replacing("maro 50", with: "maro -50")),
        Row("a point", good.replacing("maro 50", with: "maro 50.0")),
        Row("a thousands space", good.replacing("maro 50", with: "maro 5 0")),
        Row("full-width digits", good.replacing("maro 50", with: "maro ５０")),
        Row("Arabic digits", good.replacing("maro 50", with: "maro ٥٠")),
        Row("a mark behind the digits", good.replacing("maro 50", with: "maro 50\u{301}")),
        Row(
            "more than a machine's number",
            good.replacing("maro 50", with: "maro 9223372036854775808")
        ),
        Row("no number", good.replacing("maro 50", with: "maro ")),
        Row("no name", good.replacing("figure maro 50", with: "figure  50")),
        Row("a name of other letters", good.replacing("maro 50", with: "марo 50")),
        Row("the series of nobody", good.replacing("series hand", with: "series foot")),
        Row("two election lines", good.replacing("station", with: "election a\nstation")),
        Row(
            "the station before the election",
            good.replacing(
                "election tervania-2031\nstation north-001",
                with: "station north-001\nelection tervania-2031")
        ),
        Row("a name with a space", good.replacing("north-001", with: "north 001")),
        Row("a digest in capitals", good.replacing(image.hex, with: image.hex.uppercased())),
        Row("a short digest", good.replacing(image.hex, with: String(image.hex.dropLast()))),
        Row("two of one line", good.replacing("why x", with: "why a\nwhy x")),
        Row("an empty why", good.replacing("why x y", with: "why ")),
        Row("a mark of direction", good.replacing("why x", with: "why \u{202E}x")),
        Row("a null", good.replacing("why x", with: "why \u{0}x")),
        Row(
            "reasons out of order",
            good.replacing("replaces", with: "reason b x\nreason a x\nreplaces")
        ),
        Row(
            "two reasons for one equation",
            good.replacing("replaces", with: "reason a x\nreason a y\nreplaces")
        ),
        Row("a reason without words", good.replacing("replaces", with: "reason a\nreplaces")),
        Row("a byte order mark", "\u{FEFF}" + good),
        Row(
            "ten times too long",
            good.replacing(
                "why x", with: "why " + String(repeating: "x", count: 10 * SheetStatement.longest))
        ),
    ]

    @Test("another text is no sheet", arguments: bad)
    func refused(row: Row) {
        #expect(SheetStatement(text: row.text) == nil)
    }

    @Test("the good text of that table is a sheet")
    func goodOne() { #expect(SheetStatement(text: Self.good) != nil) }

    @Test("whatever a mutated text becomes, it is refused or writes itself back the same")
    func mutations() {
        var chance = SeededSource(seed: 3, purpose: "mutated sheets")
        let seeds = [Self.good, Self.whole.text].map { Array($0.utf8) }
        let pieces: [[UInt8]] =
            ["\n", " ", "figure ", "reason ", "why ", "0", "50", "\u{301}", "\u{202E}", "K", "é"]
            .map { Array($0.utf8) } + [[0xFF], [0x0D], [0x00], [0xC3]]
        var read = 0
        for _ in 0..<20_000 {
            var bytes = seeds[chance.below(seeds.count)]
            for _ in 0...chance.below(3) {
                let place = chance.below(bytes.count)
                switch chance.below(4) {
                case 0: bytes[place] = UInt8(chance.below(256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: pieces[chance.below(pieces.count)], at: place)
                default:
                    let end = min(bytes.count, place + chance.below(40))
                    bytes.insert(contentsOf: bytes[place..<end], at: chance.below(bytes.count))
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let sheet = SheetStatement(text: text) else { continue }
            read += 1
            #expect(sheet.text.utf8.elementsEqual(text.utf8))
        }
        // Some changes leave a sheet, such as another digit; else the test says nothing.
        #expect(read > 500, "\(read) of 20 000 were sheets")
    }
}
