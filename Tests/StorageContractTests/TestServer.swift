import Foundation
import Synchronization
import TestSupport

/// A PostgreSQL of the tests' own, made by Scripts/postgresql and gone when the tests end.
final class TestServer: Sendable {
    private static let one = Mutex<TestServer?>(nil)
    private let counter = Mutex(0)
    let url: String
    let folder: String

    /// The one server that tests share which leave it running.
    static func shared() throws -> TestServer {
        try one.withLock { kept in
            if let kept { return kept }
            let made = try TestServer()
            kept = made
            return made
        }
    }

    /// A server that the test may stop; ``remove()`` ends it.
    init(_ options: String...) throws {
        let arguments = ["start", "--until", "\(getpid())"] + options
        let lines = try Tool.run(PackageFiles.path("Scripts/postgresql"), arguments).split(
            separator: "\n")
        let urls = lines.filter { $0.hasPrefix("postgres://") }.map(String.init)
        guard let socket = urls.first, let last = urls.last,
            let host = socket.split(separator: "host=").last?.split(separator: "&").first
        else { throw Tool.Failed(description: "no address in \(lines)") }
        url = last
        folder = String(host)
    }

    func script(_ words: String...) throws {
        _ = try Tool.run(PackageFiles.path("Scripts/postgresql"), words)
    }

    @discardableResult
    func sql(_ command: String, in database: String = "postgres") throws -> String {
        try Tool.run(PackageFiles.path("Scripts/postgresql"), ["sql", folder, database, command])
    }

    func remove() { _ = try? script("remove", folder) }

    func makeDatabase(_ more: String = "") throws -> TestDatabase {
        let name = counter.withLock { count in
            count += 1
            return "office\(count)"
        }
        try sql("CREATE DATABASE \(name) OWNER dobush \(more)")
        return TestDatabase(server: self, name: name)
    }
}

/// One database of a server.
struct TestDatabase: Sendable {
    let server: TestServer
    let name: String

    var url: String { server.url.replacingOccurrences(of: "/dobush?", with: "/\(name)?") }

    @discardableResult
    func sql(_ command: String) throws -> String { try server.sql(command, in: name) }

    func remove() throws { try server.sql("DROP DATABASE \(name) WITH (FORCE)") }
}
