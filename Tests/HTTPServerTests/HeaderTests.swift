import Glibc
import HTTPServer
import Testing

private let host = "Host: x\r\nConnection: close\r\n"

@Suite("Headers are read and written without trusting them")
struct HeaderTests {
    private func request(_ headers: [String: String], method: String = "GET") throws -> Request {
        try #require(Request(method: method, target: "/", headers: headers))
    }

    @Test("as they came, names in lower case, repeated ones joined")
    func names() throws {
        let server = try Server(address: "127.0.0.1", port: 0) { request in
            let list = request.headers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let one = request.header("X-ONE") ?? "none"
            return Response(text: list.joined(separator: "|") + "|\(one)|\(request.remote)")
        }
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send(
            "GET / HTTP/1.1\r\n\(host)X-One: 1\r\nx-one:2 \r\nCOOKIE: a=1\r\nCookie: b=2\r\n"
                + "Accept-Language: ky\r\nX-Empty:\r\n\r\n")
        let answer = line.rest()
        #expect(
            answer.hasSuffix(
                "accept-language=ky|connection=close|cookie=a=1; b=2|host=x|x-empty=|x-one=1, 2"
                    + "|1, 2|127.0.0.1"), "\(answer)")
    }

    @Test("and too many are refused before anything is asked")
    func tooMany() throws {
        let server = try Server(address: "127.0.0.1", port: 0) { _ in Response(text: "") }
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("GET / HTTP/1.1\r\n\(host)")
        for number in 0..<5_000 { line.send("X-\(number): y\r\n") }
        line.send("\r\n")
        let answer = line.rest()
        #expect(status(answer) != 200, "\(answer)")
    }

    @Test(
        "and cookies are taken apart",
        arguments: [
            // Cookie header, cookies; RFC 6265, sections 4.2.1 and 5.4
            ("", [:]),
            ("a=1", ["a": "1"]),
            ("a=1; b=2", ["a": "1", "b": "2"]),
            ("a=1;b=2 ;c", ["a": "1", "b": "2"]),
            ("a=first; a=second", ["a": "first"]),
            ("a=\"quoted\"; b=\"; c==", ["a": "quoted", "b": "\"", "c": "="]),
            ("=nameless; ; ;;x= ", ["x": ""]),
        ] as [(String, [String: String])])
    func cookies(header: String, wanted: [String: String]) throws {
        #expect(try request(["cookie": header]).cookies == wanted)
    }

    @Test("and one of ours that would begin another is not sent")
    func injected() throws {
        let server = try Server(address: "127.0.0.1", port: 0) { _ in
            var response = Response(text: "body")
            response.headers += [
                ("Location", "/a\r\nSet-Cookie: stolen=1"), ("X-Nul", "a\0Set-Cookie\0b=2"),
                ("X-Good", "түз"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"),
            ]
            return response
        }
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("GET / HTTP/1.1\r\n\(host)\r\n")
        let answer = line.rest()
        #expect(!answer.contains("stolen") && !answer.contains("X-Nul"), "\(answer)")
        #expect(answer.contains("X-Good: түз\r\n"))
        #expect(answer.contains("Set-Cookie: a=1\r\n") && answer.contains("Set-Cookie: b=2\r\n"))
    }

    @Test(
        "and If-None-Match is compared as for GET",
        arguments: [
            // If-None-Match, method, status; RFC 9110, sections 8.8.3.2 and 13.1.2
            ("\"v1\"", "GET", 304), ("\"v1\"", "HEAD", 304), ("\"v1\"", "POST", 200),
            ("W/\"v1\"", "GET", 304), ("\"v2\", \"v1\"", "GET", 304), ("*", "GET", 304),
            ("\"v2\"", "GET", 200), ("v1", "GET", 200), ("", "GET", 200),
        ])
    func revalidation(known: String, method: String, status wanted: Int) throws {
        let server = try Server(address: "127.0.0.1", port: 0) { request in
            var response = Response(text: "body")
            response.headers += [("ETag", "\"v1\""), ("Cache-Control", "no-cache")]
            return response.revalidated(for: request)
        }
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("\(method) / HTTP/1.1\r\n\(host)If-None-Match: \(known)\r\n\r\n")
        let answer = line.rest()
        #expect(status(answer) == wanted)
        #expect(answer.contains("ETag: \"v1\"\r\n") && answer.contains("Cache-Control: no-cache"))
        #expect(answer.hasSuffix("\r\n\r\n") == (wanted == 304 || method == "HEAD"), "\(answer)")
        if method == "HEAD" && wanted == 200 { #expect(answer.contains("Content-Length: 4\r\n")) }
    }

    @Test("and HEAD tells the length of what it does not send")
    func head() throws {
        let server = try Server(address: "127.0.0.1", port: 0) { _ in Response(text: "12345") }
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("HEAD / HTTP/1.1\r\n\(host)\r\n")
        let answer = line.rest()
        #expect(answer.contains("Content-Length: 5\r\n") && answer.hasSuffix("\r\n\r\n"))
    }
}
