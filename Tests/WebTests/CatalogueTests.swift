import Foundation
import Primitives
import Publication
import Testing
import Web

@Suite("The catalogue speaks three languages")
struct CatalogueTests {
    /// The three texts of every phrase, read from the catalogue's own files: the compiler already
    /// sees to it that none is absent.
    static let phrases: [(en: String, ru: String, ky: String)] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Adapters/Web/Catalogue")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let text = names.sorted().compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined()
        let pattern = #/Phrase\(\s*"([^"]*)",\s*ru:\s*"([^"]*)",\s*ky:\s*"([^"]*)"\)/#
        return text.matches(of: pattern).map { match in
            (String(match.output.1), String(match.output.2), String(match.output.3))
        }
    }()

    @Test("every key exists in all three languages, with words in each")
    func complete() {
        #expect(Self.phrases.count > 250)
        for phrase in Self.phrases {
            #expect(!phrase.en.isEmpty && !phrase.ru.isEmpty && !phrase.ky.isEmpty)
            for text in [phrase.ru, phrase.ky] {
                let letters = text.replacing(#/\{\d\}/#, with: "").filter(\.isLetter)
                let cyrillic = letters.contains { "\u{400}" <= $0 && $0 <= "\u{52F}" }
                #expect(letters.isEmpty || cyrillic, "\(phrase.en): \(text)")
            }
        }
    }

    @Test("the same values stand in all three")
    func places() {
        for phrase in Self.phrases {
            func places(_ text: String) -> Set<String> {
                Set(text.matches(of: #/\{\d\}/#).map { String($0.output) })
            }
            #expect(places(phrase.en) == places(phrase.ru), "\(phrase.en)")
            #expect(places(phrase.en) == places(phrase.ky), "\(phrase.en)")
        }
    }

    @Test("Kyrgyz uses its own letters")
    func letters() {
        let all = Self.phrases.map(\.ky).joined()
        for letter in "ңөүҢӨҮ".prefix(3) { #expect(all.contains(letter)) }
        let own = Self.phrases.count { $0.ky.contains { "ңөү".contains($0) } }
        #expect(own > Self.phrases.count / 4)
    }

    @Test(
        "numbers ask for the right form",
        arguments: [
            (1, "1\u{A0}paper", "1\u{A0}бюллетень"), (2, "2\u{A0}papers", "2\u{A0}бюллетеня"),
            (5, "5\u{A0}papers", "5\u{A0}бюллетеней"), (11, "11\u{A0}papers", "11\u{A0}бюллетеней"),
            (21, "21\u{A0}papers", "21\u{A0}бюллетень"),
            (1_112, "1,112\u{A0}papers", "1\u{A0}112\u{A0}бюллетеней"),
        ])
    func plurals(number: Int, english: String, russian: String) {
        let paper = Counted(
            ["paper", "papers"], ru: ["бюллетень", "бюллетеня", "бюллетеней"],
            ky: ["бюллетень", "бюллетень"])
        #expect(Speech(.english).count(number, paper) == english)
        #expect(Speech(.russian).count(number, paper) == russian)
    }

    @Test("numbers, shares and days wear the signs of their language")
    func signs() {
        #expect(Speech(.english).number(1_234_567) == "1,234,567")
        #expect(Speech(.kyrgyz).number(-1_234) == "\u{2212}1\u{A0}234")
        #expect(Speech(.english).share(1, of: 8) == "12.5%")
        #expect(Speech(.russian).share(1, of: 8) == "12,5\u{A0}%")
        #expect(Speech(.english).careful(1, of: 29) == "1 of 29")
        #expect(Speech(.english).share(1, of: 0) == "–")
        let day = CivilDay(text: "2031-05-18")!
        #expect(Speech(.english).day(day) == "18\u{A0}May 2031")
        #expect(Speech(.russian).day(day) == "18\u{A0}мая 2031\u{A0}г.")
        #expect(Speech(.kyrgyz).day(day) == "2031-жылдын 18-майы")
        let opens = Instant(text: "2031-05-18T03:00:00Z")!
        #expect(Speech(.english).clock(opens, zoneMinutes: 300) == "08:00")
        #expect(Speech(.english).zone(-90) == "UTC\u{2212}01:30")
    }

    @Test("every verification has its words", arguments: RecordVerification.steps.map(\.title))
    func verifications(title: String) {
        #expect(Phrase.verifications[title] != nil)
    }

    @Test("what stands in a value is never taken for a place")
    func values() {
        #expect(
            Speech(.english).say(Phrase("{0} and {1}", ru: "", ky: ""), "{1}", "x") == "{1} and x")
    }
}
