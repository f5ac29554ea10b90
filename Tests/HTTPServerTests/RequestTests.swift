import Foundation
import HTTPServer
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("A request is read without trusting it")
struct RequestTests {
    @Test("decodes path and query")
    func decodes() throws {
        let request = try #require(
            Request(method: "GET", target: "/%D0%B0/b?x=1+2&y=%26", languages: ""))
        #expect(request.path == "/а/b")
        #expect(request.query == ["x": "1 2", "y": "&"])
    }

    @Test("refuses what is no path", arguments: ["", "x", "/%", "/%zz", "/%ff", "/%00", "*"])
    func refuses(target: String) {
        #expect(Request(method: "GET", target: target, languages: "") == nil)
    }

    @Test("serves on a free port")
    func serves() async throws {
        let server = try Server(address: "127.0.0.1", port: 0) { request in
            Response(html: "<p>\(request.path)</p>")
        }
        defer { server.stop() }
        let url = try #require(URL(string: server.url + "there"))
        let (body, reply) = try await URLSession.shared.data(from: url)
        #expect(String(decoding: body, as: UTF8.self) == "<p>/there</p>")
        let http = try #require(reply as? HTTPURLResponse)
        #expect(http.value(forHTTPHeaderField: "Content-Security-Policy") != nil)
    }

    @Test("says when it cannot listen")
    func cannot() {
        #expect(throws: ServerProblem.self) {
            try Server(address: "not-an-address", port: 0) { _ in Response(html: "") }
        }
    }
}
