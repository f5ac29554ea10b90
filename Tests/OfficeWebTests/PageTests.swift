import Cryptography
import Elections
import Filing
import Foundation
import HTTPServer
import Offices
import Primitives
import Tervania
import TervaniaEvening
import Testing

@Suite("Every page of the office speaks three languages and holds its promises")
struct PageTests {
    static let pages: [(String, Account)] = [
        ("index.html", People.first), ("index.html", People.clerk), ("index.html", People.centre),
        ("index.html", EveningSetting.reviewer), ("index.html", EveningSetting.observer),
        ("index.html", EveningSetting.auditor), ("index.html", EveningSetting.administrator),
        ("stations.html", People.centre), ("stations/north-001.html", People.first),
        (Figures.page, People.first), (Figures.copy, People.clerk), ("stick.html", People.clerk),
        ("turnout/north-001.html", People.first), ("readiness.html", People.centre),
        ("readiness/abroad-002.html", EveningSetting.observer),
        ("publication.html", People.centre), ("accounts.html", EveningSetting.administrator),
        ("accounts/reviewer~40tervania.example.html", EveningSetting.administrator),
        ("election.html", EveningSetting.administrator), ("log.html", EveningSetting.auditor),
        ("publication.html", EveningSetting.observer),
    ]

    @Test(
        "one heading, a label for each field, no empty place, no script or style inside",
        arguments: pages)
    func holds(page: String, account: Account) throws {
        let test = try TestOffice()
        for language in Language.allCases {
            let text = try test.get(page, as: account, language).text
            let what = "\(page) \(account.id) \(language)"
            #expect(text.contains("<html lang=\"\(language.rawValue)\">"), "\(what)")
            #expect(text.matches(of: #/<h1/#).count == 1, "\(what)")
            #expect(!text.contains(#/\{\d\}/#), "\(what)")
            #expect(!text.contains(#/ on[a-z]+=|style=|<script>|javascript:/#), "\(what)")
            #expect(Self.unlabelled(text).isEmpty, "\(what): \(Self.unlabelled(text))")
            #expect(Self.doubled(text).isEmpty, "\(what): \(Self.doubled(text))")
            #expect(Self.dangling(text).isEmpty, "\(what): \(Self.dangling(text))")
        }
    }

    /// Fields that no label names.
    private static func unlabelled(_ text: String) -> [String] {
        let named = Set(text.matches(of: #/<label for="([^"]+)"/#).map { String($0.output.1) })
        return text.matches(of: #/<(?:input|select|textarea)[^>]*>/#).map { String($0.output) }
            .filter { field in
                if field.contains(#/type="(hidden|radio|checkbox)"/#) { return false }
                guard let id = field.firstMatch(of: #/ id="([^"]+)"/#)?.output.1 else {
                    return true
                }
                return !named.contains(String(id))
            }
    }

    private static func ids(_ text: String) -> [String] {
        text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    }

    private static func doubled(_ text: String) -> [String] {
        var seen: Set<String> = []
        return ids(text).filter { !seen.insert($0).inserted }
    }

    /// Descriptions and places that are named and not there.
    private static func dangling(_ text: String) -> [String] {
        let known = Set(ids(text))
        let described = text.matches(of: #/aria-describedby="([^"]+)"/#)
            .flatMap { $0.output.1.split(separator: " ").map(String.init) }
        let places = text.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
        return (described + places).filter { !known.contains($0) }
    }

    @Test("an answer is kept by no browser; its style and script are there before the sign-in")
    func headers() throws {
        let test = try TestOffice()
        let answer = try test.get("index.html", as: People.first)
        #expect(answer.response?.header("cache-control") == "no-store")
        #expect(try test.get("office.css", as: nil).status == 200)
        #expect(try test.get("office.js", as: nil).status == 200)
    }

    @Test("the desk shows a tired member one thing to do, and the first step of it")
    func desk() throws {
        let test = try TestOffice(at: "2031-05-18T20:00:00Z")
        let desk = try test.get("index.html", as: People.first)
        #expect(desk.says("State the sheet") && desk.says(Figures.page))
        let observer = try test.get("index.html", as: EveningSetting.observer)
        #expect(!observer.says("not heard from"))
        #expect(try test.get("index.html", as: People.clerk).says("Closed and not heard from"))
        let administrator = try test.get("index.html", as: EveningSetting.administrator)
        #expect(administrator.says("Nothing waits for you."))
    }
}

@Suite("The office's catalogue speaks three languages")
struct OfficeCatalogueTests {
    static let phrases: [(en: String, ru: String, ky: String)] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Adapters/OfficeWeb/Catalogue")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let text = names.sorted().compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined()
        let pattern = #/Phrase\(\s*"([^"]*)",\s*ru:\s*"([^"]*)",\s*ky:\s*"([^"]*)"\s*\)/#
        return text.matches(of: pattern).map { match in
            (String(match.output.1), String(match.output.2), String(match.output.3))
        }
    }()

    @Test("with words in each, and the same values in all")
    func complete() {
        #expect(Self.phrases.count > 280)
        for phrase in Self.phrases {
            func places(_ text: String) -> Set<String> {
                Set(text.matches(of: #/\{\d\}/#).map { String($0.output) })
            }
            for text in [phrase.ru, phrase.ky] {
                let letters = text.replacing(#/\{\d\}/#, with: "").filter(\.isLetter)
                let cyrillic = letters.contains { "\u{400}" <= $0 && $0 <= "\u{52F}" }
                #expect(letters.isEmpty || cyrillic, "\(phrase.en): \(text)")
                #expect(places(text) == places(phrase.en), "\(phrase.en)")
            }
        }
    }

    @Test("Kyrgyz uses its own letters")
    func letters() {
        let own = Self.phrases.count { $0.ky.contains { "ңөү".contains($0) } }
        #expect(own > Self.phrases.count / 4)
    }
}
