import Foundation
import Glibc
import HTTPServer
import Testing

@Suite("A server listens at a path of the file system")
struct PathTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "dobush-socket-\(UUID().uuidString.prefix(8))")
    private var path: String { folder.appending(path: "s").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func serve() throws -> Server {
        try Server(address: "unix:\(path)", port: 0) { Response(text: $0.remote) }
    }

    private func ask(_ server: Server) throws -> String {
        let line = try #require(Line(server))
        line.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        return line.rest()
    }

    @Test("that its group may use, and that goes with it")
    func mode() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = try serve()
        #expect(try ask(server).hasSuffix("\r\n\r\nunix"))
        #expect(server.url == "unix:\(path)")
        var found = stat()
        #expect(stat(path, &found) == 0 && found.st_mode & 0o777 == 0o660)
        server.stop()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("in the place of one that was left behind, not of one that lives")
    func stale() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(left, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        close(left)
        let server = try serve()
        defer { server.stop() }
        #expect(throws: ServerProblem.self) { try serve() }
        #expect(try ask(server).hasSuffix("unix"))
    }

    @Test("and removes nothing that is no socket")
    func other() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("kept".utf8).write(to: folder.appending(path: "s"))
        #expect(throws: ServerProblem.self) { try serve() }
        #expect(try String(contentsOf: folder.appending(path: "s"), encoding: .utf8) == "kept")
        for address in ["unix:", "unix:/\(String(repeating: "x", count: 200))", "unix:/none/s"] {
            #expect(throws: ServerProblem.self, "\(address)") {
                try Server(address: address, port: 0) { _ in Response(text: "") }
            }
        }
    }
}
