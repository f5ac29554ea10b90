import Glibc
import HTTPServer

/// A client that sends what it likes, well-formed or not, and waits at most twenty seconds.
final class Line: @unchecked Sendable {
    private let socket: Int32

    /// - Parameter window: bytes that the kernel may hold for a client that does not read.
    init?(_ server: Server, window: Int32? = nil) {
        let path = server.address.hasPrefix("unix:") ? String(server.address.dropFirst(5)) : nil
        let kind = Int32(SOCK_STREAM.rawValue)
        socket = Glibc.socket(path == nil ? AF_INET : AF_UNIX, kind, 0)
        var wait = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
        if var window {
            setsockopt(
                socket, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size))
        }
        let joined = path.map { Self.join(socket, path: $0) } ?? Self.join(socket, server.port)
        guard joined else { return nil }  // deinit closes it
    }

    deinit { close(socket) }

    private static func join(_ socket: Int32, _ port: Int) -> Bool {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
        return withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func join(_ socket: Int32, path: String) -> Bool {
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { room in
            room.copyBytes(from: Array(path.utf8).prefix(room.count - 1))
        }
        return withUnsafePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }

    /// False when the other end has closed before all was taken.
    @discardableResult
    func send(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.send(
                    socket, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(text.utf8) }

    /// No more will be sent.
    func finish() { shutdown(socket, Int32(SHUT_WR)) }

    /// What comes next, empty at the end of the line.
    func some() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { room, count in
            count = max(0, recv(socket, room.baseAddress, room.count, 0))
        }
    }

    /// Everything until the other end closes.
    func rest() -> String {
        var all: [UInt8] = []
        while true {
            let next = some()
            if next.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += next
        }
    }

    /// Until the text occurs, nil when the line ends before.
    func until(_ text: String) -> String? {
        var all: [UInt8] = []
        while true {
            let next = some()
            if next.isEmpty { return nil }
            all += next
            let read = String(decoding: all, as: UTF8.self)
            if read.contains(text) { return read }
        }
    }
}

/// Looks again until it holds, at most twenty seconds.
func soon(_ holds: () -> Bool) -> Bool {
    for _ in 0..<2_000 {
        if holds() { return true }
        usleep(10_000)
    }
    return false
}

/// The status of what was answered first, nil when that is no answer.
func status(_ answer: String) -> Int? {
    guard answer.hasPrefix("HTTP/1.") else { return nil }
    return Int(answer.dropFirst(9).prefix(3))
}
