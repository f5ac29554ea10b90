import Glibc
import HTTPServer
import Synchronization
import Testing

@Suite("Events reach every reader", .serialized)
struct EventTests {
    /// Every path is a new reader of the hub.
    static func live(_ hub: EventHub, limit: Int = 65_536, idle: Int = 15) throws -> Server {
        var limits = ServerLimits()
        limits.idleSeconds = idle
        return try Server(
            address: "127.0.0.1", port: 0, threads: 4, limits: limits,
            handler: { request in
                .events(hub.subscribe(limit: limit, after: request.header("Last-Event-ID")))
            })
    }

    static func reader(
        _ server: Server, window: Int32? = nil, after id: String? = nil
    ) throws -> Line {
        let line = try #require(Line(server, window: window))
        let seen = id.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        line.send("GET / HTTP/1.0\r\n\(seen)\r\n")
        return line
    }

    @Test("in order, two hundred of them, each event once")
    func order() throws {
        let hub = EventHub()
        let server = try Self.live(hub)
        defer { server.stop() }
        let lines = try (0..<200).map { _ in try Self.reader(server) }
        #expect(soon { hub.readers == 200 })
        let publishers = (0..<2).map { side in
            Side { for number in 0..<100 { hub.publish(data: "\(side)-\(number)") } }
        }
        for publisher in publishers { publisher.wait() }
        hub.closeAll()
        let first = try #require(lines.first).rest()
        #expect(first.contains("Content-Type: text/event-stream"))
        let events = first.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""
        for side in 0..<2 {
            let wanted = (0..<100).map { "data: \(side)-\($0)\n" }
            let got = events.split(separator: "\n").filter { $0.hasPrefix("data: \(side)-") }
            #expect(got.map { $0 + "\n" } == wanted.map { Substring($0) })
        }
        for line in lines.dropFirst() { #expect(line.rest().hasSuffix(events)) }
        #expect(soon { server.connections == 0 })
    }

    @Test("but who does not read is dropped and holds up nobody")
    func slow() throws {
        let hub = EventHub()
        let server = try Self.live(hub, limit: 200_000)
        defer { server.stop() }
        let slow = try Self.reader(server, window: 4_096)
        let fast = try Self.reader(server)
        #expect(soon { hub.readers == 2 })
        let big = String(repeating: "x", count: 50_000)
        let received = Counter()
        let reading = Side {
            while case let next = fast.some(), !next.isEmpty { received.add(next.count) }
        }
        var published = 0
        while hub.readers == 2 && published < 1_000 {
            hub.publish(data: big)
            published += 1
            #expect(soon { received.value >= published * big.utf8.count })
        }
        #expect(hub.readers == 1)
        #expect(soon { server.connections == 1 })
        hub.closeAll()
        reading.wait()
        withExtendedLifetime(slow) {}
    }

    @Test("and a stop ends them at once and leaves nothing behind")
    func stop() throws {
        let closed = Counter()
        let streams = Mutex<[Weak]>([])
        let hub = EventHub()
        let server = try Server(address: "127.0.0.1", port: 0) { _ in
            let stream = hub.subscribe(onClose: { _ in closed.add() })
            streams.withLock { $0.append(Weak(stream)) }
            return .events(stream)
        }
        let lines = try (0..<50).map { _ in try Self.reader(server) }
        #expect(soon { hub.readers == 50 })
        hub.publish(data: "one")
        server.stop()
        for line in lines { #expect(line.rest().hasSuffix("data: one\n\n")) }
        #expect(closed.value == 50)
        #expect(hub.readers == 0)
        #expect(streams.withLock { $0.allSatisfy { $0.stream == nil } })
        server.stop()
    }

    @Test("who comes and goes while events and the end come")
    func storm() throws {
        let closed = Counter()
        let opened = Counter()
        let hub = EventHub(memory: 10)
        let server = try Server(address: "127.0.0.1", port: 0) { _ in
            opened.add()
            return .events(hub.subscribe(limit: 2_000, after: "5", onClose: { _ in closed.add() }))
        }
        let visitors = (0..<4).map { side in
            Side {
                for number in 0..<60 {
                    guard let line = Line(server) else { continue }
                    line.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                    if (number + side).isMultiple(of: 3) { _ = line.some() }
                }
            }
        }
        let publisher = Side {
            for number in 0..<2_000 { hub.publish(id: "\(number)", data: "x") }
        }
        for visitor in visitors { visitor.wait() }
        publisher.wait()
        server.stop()
        #expect(closed.value == opened.value)
        #expect(hub.readers == 0)
    }

    @Test("and a quiet reader is kept, one that left is found out")
    func quiet() throws {
        let hub = EventHub()
        let server = try Self.live(hub, idle: 1)
        defer { server.stop() }
        let line = try Self.reader(server)
        let other = Mutex<Line?>(try Self.reader(server))
        #expect(soon { hub.readers == 2 })
        other.withLock { $0 = nil }
        usleep(2_500_000)
        hub.publish(data: "still here")
        #expect(line.until("data: still here\n\n") != nil)
        #expect(
            soon {
                hub.comment()
                return hub.readers == 1
            })
    }

    @Test("and who comes back gets what was missed, or is told to begin anew")
    func missed() throws {
        let hub = EventHub(memory: 3)
        let server = try Self.live(hub)
        defer { server.stop() }
        for number in 1...5 { hub.publish(event: "sheet", id: "\(number)", data: "n\(number)") }
        let known = try Self.reader(server, after: "3")
        let forgotten = try Self.reader(server, after: "1")
        #expect(soon { hub.readers == 2 })
        hub.publish(id: "6", data: "n6")
        hub.closeAll()
        #expect(
            known.rest().hasSuffix(
                "\r\n\r\nevent: sheet\nid: 4\ndata: n4\n\nevent: sheet\nid: 5\ndata: n5\n\n"
                    + "id: 6\ndata: n6\n\n"))
        #expect(forgotten.rest().hasSuffix("\r\n\r\nevent: reset\ndata: \n\nid: 6\ndata: n6\n\n"))
    }

    @Test("in a form that data cannot break out of")
    func forms() throws {
        let stream = EventStream()
        let server = try Server(address: "127.0.0.1", port: 0) { _ in .events(stream) }
        defer { server.stop() }
        #expect(stream.send(event: "a\nid: 9", id: "1\r2\0", data: "x\ny\r\nz\rw"))
        #expect(stream.comment("hello\ndata: no"))
        stream.close()
        #expect(!stream.send(data: "late"))
        let text = try Self.reader(server).rest()
        #expect(
            text.hasSuffix(
                "\r\n\r\nevent: aid: 9\nid: 12\ndata: x\ndata: y\ndata: z\ndata: w\n\n"
                    + ": hello\n: data: no\n\n"), "\(text)")
        // Nobody else can be given the same stream.
        #expect(status(try Self.reader(server).rest()) == 500)
    }

    @Test("and a question for the head alone opens no stream for long")
    func head() throws {
        let hub = EventHub()
        let server = try Self.live(hub)
        defer { server.stop() }
        let line = try #require(Line(server))
        line.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        #expect(line.rest().contains("Content-Type: text/event-stream"))
        #expect(soon { hub.readers == 0 })
    }
}

private struct Weak: Sendable {
    weak let stream: EventStream?
    init(_ stream: EventStream) { self.stream = stream }
}
