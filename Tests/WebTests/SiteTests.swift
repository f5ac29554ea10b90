import Elections
import Foundation
import HTTPServer
import Primitives
import Testing
import Web

@Suite("Every page of a record")
struct SiteTests {
    static let site = Site(SmallDossier.whole)

    @Test("says in its language that the election is invented", arguments: Language.allCases)
    func notice(language: Language) throws {
        let notice = try #require(SmallDossier.whole.definition.inventedNotice)[language]
        for path in Self.site.paths {
            let page = try #require(Self.site.document(path, language))
            #expect(page.contains(HTML(text: notice).source), "\(path)")
            #expect(page.contains("<html lang=\"\(language.rawValue)\">"), "\(path)")
            #expect(page.components(separatedBy: "<h1").count == 2, "\(path) has one heading")
        }
    }

    @Test("links only to pages that exist", arguments: [SmallDossier.whole, SmallDossier.empty])
    func links(dossier: Dossier) throws {
        let site = Site(dossier)
        var written: Set<String> = []
        site.write { path, _ in written.insert(path) }
        let pattern = #/(?:href|src)="([^"#]+)(?:#[^"]*)?"/#
        try site.write { path, bytes in
            guard path.hasSuffix(".html") else { return }
            let base = try #require(URL(string: "site:/" + path))
            for match in String(decoding: bytes, as: UTF8.self).matches(of: pattern) {
                let target = try #require(URL(string: String(match.output.1), relativeTo: base))
                let name = String(target.absoluteURL.path.drop { $0 == "/" })
                #expect(written.contains(name) || name.hasPrefix("record/"), "\(path): \(name)")
            }
        }
    }

    @Test("is told without script and without style of its own")
    func plain() {
        Self.site.write { path, bytes in
            guard path.hasSuffix(".html") else { return }
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(!page.contains("<script") && !page.contains(" style="), "\(path)")
            #expect(!page.contains("http:"), "\(path)")
        }
    }

    @Test("a name that is a tag stays a name")
    func hostile() throws {
        var dossier = SmallDossier.whole
        dossier.definition.name = LocalizedText("<img src=x onerror=alert(1)>")
        let page = try #require(Site(dossier).document("index.html", .english))
        #expect(!page.contains("<img src=x"))
    }

    @Test("a record that does not verify says so everywhere")
    func failing() throws {
        var dossier = SmallDossier.whole
        dossier.log.verification = [try .failing()]
        let page = try #require(Site(dossier).document("stations/north-001.html", .english))
        #expect(page.contains("This record does not verify: 1 of 1 steps do not hold."))
    }
}

@Suite("The service answers")
struct ServiceTests {
    static let service = Service(
        site: Site(SmallDossier.whole), record: ["1-define/definition.json": Array("{}\n".utf8)])

    private func ask(_ target: String, languages: String = "") throws -> Response {
        let request = try #require(Request(method: "GET", target: target, languages: languages))
        return Self.service.answer(request)
    }

    @Test(
        "with the page, the file or the reason",
        arguments: [
            ("/en/index.html", 200), ("/ky/stations/north-001.html", 200), ("/style.css", 200),
            ("/en/nothing.html", 404), ("/nothing", 404), ("/record/1-define/definition.json", 200),
            ("/record/../../etc/passwd", 404), ("/record/%2e%2e/x", 404), ("/health", 200),
            ("/api/record", 200), ("/api/results/president", 200), ("/api/results/nothing", 404),
            ("/api/log", 200), ("/openapi.json", 200), ("/data/results-president.csv", 200),
            ("/de/index.html", 404), ("/en", 302),
        ])
    func statuses(target: String, status: Int) throws {
        #expect(try ask(target).status == status)
    }

    @Test(
        "in the language asked for",
        arguments: [
            ("", "/en/index.html"), ("ru-RU,ru;q=0.9", "/ru/index.html"),
            ("de, ky;q=0.5, ru;q=0.1", "/ky/index.html"), ("xx", "/en/index.html"),
            ("ru;q=nonsense,,;;", "/ru/index.html"), ("en;q=0.2,ky", "/ky/index.html"),
        ])
    func language(asked: String, place: String) throws {
        let answer = try ask("/", languages: asked)
        #expect(answer.headers.first { $0.name == "Location" }?.value == place)
    }

    @Test(
        "only to questions",
        arguments: [
            ("GET", 200), ("HEAD", 200), ("POST", 405), ("PUT", 405), ("DELETE", 405),
            ("OPTIONS", 405), ("get", 405),
        ])
    func methods(method: String, status: Int) throws {
        let request = try #require(Request(method: method, target: "/health", languages: ""))
        let answer = Self.service.answer(request)
        #expect(answer.status == status)
        #expect((answer.header("Allow") == "GET, HEAD") == (status == 405))
    }

    @Test("with documents that are JSON", arguments: ["/openapi.json", "/api/record", "/api/log"])
    func documents(target: String) throws {
        let answer = try ask(target)
        #expect(try JSONSerialization.jsonObject(with: Data(answer.body)) is [String: Any])
    }
}
