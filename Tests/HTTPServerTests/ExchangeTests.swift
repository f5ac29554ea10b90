import Glibc
import HTTPServer
import Synchronization
import Testing

/// What one raw request comes to.
struct RawRow: CustomTestStringConvertible, Sendable {
    let sentence: String
    let request: String
    /// Nil: the line is closed without an answer.
    let status: Int?
    /// What the body of the answer has to be; nil for anything.
    let answer: String?

    init(_ sentence: String, _ request: String, _ status: Int?, _ answer: String? = nil) {
        self.sentence = sentence
        self.request = request
        self.status = status
        self.answer = answer
    }

    var testDescription: String { sentence }
}

private let host = "Host: x\r\nConnection: close\r\n"

@Suite("A request reaches the handler whole or not at all")
struct ExchangeTests {
    /// Tells what it got; bodies may have ten bytes, under /large a million.
    static func echo(
        threads: Int = 2, discard: Int = 1_000, counted: Counter = Counter()
    ) throws -> Server {
        var limits = ServerLimits()
        limits.bodyBytes = 10
        limits.idleSeconds = 1
        limits.discardBytes = discard
        return try Server(
            address: "127.0.0.1", port: 0, threads: threads, limits: limits,
            bodyLimit: { _, path in path == "/large" ? 1_000_000 : nil },
            handler: { request in
                counted.add()
                let body = String(decoding: request.body.prefix(20), as: UTF8.self)
                return Response(
                    text: "\(request.method) \(request.path) \(request.body.count) \(body)")
            })
    }

    static let rows = [
        RawRow("GET", "GET /a HTTP/1.1\r\n\(host)\r\n", 200, "GET /a 0 "),
        RawRow("DELETE", "DELETE /a HTTP/1.1\r\n\(host)\r\n", 200, "DELETE /a 0 "),
        RawRow("a method of its own", "BREW /a HTTP/1.1\r\n\(host)\r\n", 200, "BREW /a 0 "),
        RawRow(
            "an empty body", "POST /a HTTP/1.1\r\n\(host)Content-Length: 0\r\n\r\n", 200,
            "POST /a 0 "),
        RawRow(
            "a body at the limit", "PUT /a HTTP/1.1\r\n\(host)Content-Length: 10\r\n\r\n0123456789",
            200, "PUT /a 10 0123456789"),
        RawRow(
            "a body with GET", "GET /a HTTP/1.1\r\n\(host)Content-Length: 2\r\n\r\nab", 200,
            "GET /a 2 ab"),
        RawRow(
            "a body one byte over",
            "PATCH /a HTTP/1.1\r\n\(host)Content-Length: 11\r\n\r\n0123456789a", 413,
            "The body may have at most 10 bytes.\n"),
        RawRow(
            "a body far over is not waited for",
            "POST /a HTTP/1.1\r\n\(host)Content-Length: 99999999\r\n\r\n", 413),
        RawRow(
            "one that asks first is told before it sends",
            "POST /a HTTP/1.1\r\n\(host)Expect: 100-continue\r\nContent-Length: 11\r\n\r\n", 413),
        RawRow(
            "chunks up to the limit",
            "POST /a HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
                + "4\r\n0123\r\n5;x=y\r\n45678\r\n1\r\n9\r\n0\r\n\r\n", 200,
            "POST /a 10 0123456789"),
        RawRow(
            "chunks one byte over",
            "POST /a HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
                + "4\r\n0123\r\n7\r\n456789a\r\n0\r\n\r\n", 413),
        RawRow(
            "endless chunks",
            "POST /a HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n"
                + String(repeating: "64\r\n\(String(repeating: "x", count: 100))\r\n", count: 12),
            nil),
        RawRow(
            "a chunk without a size",
            "POST /a HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\nzz\r\n0\r\n\r\n", 400),
        RawRow(
            "a length and chunks",
            "POST /a HTTP/1.1\r\n\(host)Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "0\r\n\r\n", 400),
        RawRow(
            "two lengths",
            "POST /a HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        RawRow(
            "an encoding that is not known",
            "POST /a HTTP/1.1\r\n\(host)Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400),
        RawRow(
            "a length that is no number",
            "POST /a HTTP/1.1\r\n\(host)Content-Length: -1\r\n\r\n", 400),
        RawRow("a target that is no path", "GET /%ff HTTP/1.1\r\n\(host)\r\n", 400),
        RawRow("no host", "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
    ]

    @Test("of any method, with a body in the limit", arguments: rows)
    func raw(row: RawRow) throws {
        let server = try Self.echo()
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send(row.request)
        let answer = line.rest()
        #expect(status(answer) == row.status, "\(answer)")
        #expect(!answer.contains("100 Continue"))
        guard let wanted = row.answer else { return }
        #expect(answer.hasSuffix("\r\n\r\n" + wanted), "\(answer)")
    }

    @Test(
        "and a body that breaks off is not handed on", arguments: ["Content-Length: 10", "chunks"])
    func truncated(framing: String) throws {
        let counted = Counter()
        let server = try Self.echo(counted: counted)
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("POST /a HTTP/1.1\r\nHost: x\r\n")
        let length = framing == "chunks" ? "Transfer-Encoding: chunked" : framing
        line.send("\(length)\r\n\r\n" + (framing == "chunks" ? "5\r\nab" : "01234"))
        line.finish()
        #expect(status(line.rest()) != 200)
        #expect(soon { server.connections == 0 })
        #expect(counted.value == 0)
    }

    @Test("and a long body arrives as it was sent")
    func long() throws {
        let server = try Server(
            address: "127.0.0.1", port: 0, bodyLimit: { _, _ in 3_000_000 },
            handler: { Response(type: "application/octet-stream", body: $0.body) })
        defer { server.stop() }
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let line = try #require(Line(server))
        line.send(
            "POST / HTTP/1.1\r\n\(host)Content-Length: \(body.count)\r\n\r\n")
        let sender = Side { line.send(body) }
        var answer: [UInt8] = []
        while case let next = line.some(), !next.isEmpty { answer += next }
        sender.wait()
        #expect(answer.suffix(body.count).elementsEqual(body))
    }

    @Test("and one after the other on a kept line")
    func kept() throws {
        let server = try Self.echo()
        defer { server.stop() }
        let line = try #require(Line(server))
        for number in 1...50 {
            line.send("POST /\(number) HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")
            #expect(line.until("POST /\(number) 3 abc") != nil)
        }
        #expect(server.connections == 1)
    }

    @Test("while another handler is busy")
    func busy() throws {
        let gate = Gate()
        let server = try Server(
            address: "127.0.0.1", port: 0, threads: 2,
            handler: { request in
                if request.path == "/slow" { gate.wait() }
                return Response(text: request.path)
            })
        defer { server.stop() }
        defer { gate.open() }
        let slow = try #require(Line(server))
        slow.send("GET /slow HTTP/1.1\r\n\(host)\r\n")
        #expect(soon { gate.waiting == 1 })
        for _ in 0..<20 {
            let fast = try #require(Line(server))
            fast.send("GET /fast HTTP/1.1\r\n\(host)\r\n")
            #expect(status(fast.rest()) == 200)
        }
        gate.open()
        #expect(slow.rest().hasSuffix("/slow"))
    }

    @Test("and chance bytes never stop the server")
    func hostile() throws {
        let server = try Self.echo()
        defer { server.stop() }
        var chance = SplitMix(state: 7)
        let words = [
            "GET ", "POST ", "/a", "%", "%2", "?", "&=", " HTTP/1.1", " HTTP/9.9", "\r\n", "\n",
            "\r",
            "\0", "Host: x\r\n", "Host:", "Cookie: a=b; c\r\n", "Content-Length: 5\r\n",
            "Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n", "0\r\n\r\n", "\u{FFFD}", ": ",
            ":\r\n",
            "Expect: 100-continue\r\n", String(repeating: "a", count: 40_000),
        ]
        for _ in 0..<300 {
            let line = try #require(Line(server))
            let request = (0..<Int(chance.next() % 12)).map { _ in
                words[Int(chance.next() % UInt64(words.count))]
            }
            line.send(request.joined())
        }
        let line = try #require(Line(server))
        line.send("GET /a HTTP/1.1\r\n\(host)\r\n")
        #expect(status(line.rest()) == 200)
    }

    /// Libmicrohttpd 0.9.75 stopped by itself crashes when it has to refuse such a request just then.
    @Test("nor its end")
    func hostileEnd() throws {
        for _ in 0..<20 {
            let server = try Self.echo()
            let senders = (0..<2).map { _ in
                Side {
                    for _ in 0..<100 {
                        Line(server)?.send("Content-Length: 5\r\n")
                        Line(server)?.send("GET /a HTTP/1.1\r\nHost")
                    }
                }
            }
            #expect(soon { server.connections > 3 })
            server.stop()
            for sender in senders { sender.wait() }
        }
    }

    @Test("and a handler that runs at the end still answers")
    func lastAnswer() throws {
        let gate = Gate()
        let server = try Server(address: "127.0.0.1", port: 0, threads: 2) { _ in
            gate.wait()
            return Response(text: "done")
        }
        let line = try #require(Line(server))
        line.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab")
        #expect(soon { gate.waiting == 1 })
        let stopping = Side { server.stop(after: 20_000) }
        usleep(50_000)
        gate.open()
        #expect(line.rest().hasSuffix("done"))
        stopping.wait()
    }
}
