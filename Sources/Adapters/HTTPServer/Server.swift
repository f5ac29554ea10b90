import CHTTP
import Glibc
import Primitives

/// A server on one address, answering each request with one function. Libmicrohttpd behind it;
/// for the open network a proxy that ends TLS and slow clients belongs in front.
package final class Server: Sendable {
    package typealias Handler = @Sendable (Request) -> Response

    private let handle: Handle
    package let address: String
    package let port: Int

    /// Listens at once.
    ///
    /// - Parameters:
    ///   - address: numeric, IPv4 or IPv6.
    ///   - port: 0 for any free one.
    package init(
        address: String, port: Int, threads: Int = 2, handler: @escaping Handler
    ) throws(ServerProblem) {
        let box = HandlerBox(handler: handler)
        let context = Unmanaged.passRetained(box)
        guard (0...65_535).contains(port),
            let server = dobush_listen(
                address, UInt16(port), UInt32(threads), answer, context.toOpaque())
        else {
            let why = String(cString: strerror(errno))
            context.release()
            throw .cannotListen(address: address, port: port, why: why)
        }
        handle = Handle(server: server)
        self.address = address
        self.port = Int(dobush_port(server))
    }

    package var url: String {
        address.contains(":") ? "http://[\(address)]:\(port)/" : "http://\(address):\(port)/"
    }

    package func stop() { dobush_stop(handle.server) }
}

/// The C server is safe to use from any thread; the compiler cannot see that.
private struct Handle: @unchecked Sendable { let server: OpaquePointer }

private final class HandlerBox: Sendable {
    let handler: Server.Handler
    init(handler: @escaping Server.Handler) { self.handler = handler }
}

/// Every page is the same for everybody and needs no script but our own.
private let standing: [(name: String, value: String)] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
]

private func answer(
    context: UnsafeMutableRawPointer?, method: UnsafePointer<CChar>?, target: UnsafePointer<CChar>?,
    language: UnsafePointer<CChar>?,
    reply: UnsafeMutablePointer<dobush_reply>?
) {
    guard let context, let method, let target, let reply else { return }
    let box = Unmanaged<HandlerBox>.fromOpaque(context).takeUnretainedValue()
    let verb = String(cString: method)
    var response: Response
    if verb != "GET" && verb != "HEAD" {
        response = Response(
            status: 405, type: "text/plain", body: Array("Only GET and HEAD.\n".utf8))
        response.headers.append(("Allow", "GET, HEAD"))
    } else if let request = Request(
        method: verb, target: String(cString: target),
        languages: language.map { String(cString: $0) } ?? "")
    {
        response = box.handler(request)
    } else {
        response = Response(status: 400, type: "text/plain", body: Array("Not a path.\n".utf8))
    }
    response.headers += standing
    fill(reply, with: response)
}

private func fill(_ reply: UnsafeMutablePointer<dobush_reply>, with response: Response) {
    reply.pointee.status = UInt32(response.status)
    var list: [UInt8] = []
    for header in response.headers {
        list += Array(header.name.utf8) + [0] + Array(header.value.utf8) + [0]
    }
    list.append(0)
    reply.pointee.headers = copied(list)?.assumingMemoryBound(to: CChar.self)
    reply.pointee.body = copied(response.body)
    reply.pointee.length = response.body.count
}

private func copied(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    guard let memory = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes { source in
        if let base = source.baseAddress { memcpy(memory, base, bytes.count) }
    }
    return memory
}

package enum ServerProblem: Problem, Equatable {
    case cannotListen(address: String, port: Int, why: String)

    package var code: String { "server.cannot-listen" }
    package var summary: String {
        switch self {
        case .cannotListen(let address, let port, let why):
            "Cannot listen on \(address), port \(port): \(why)."
        }
    }
    package var remedy: String {
        "Name a numeric address of this machine and a free port, or port 0 for any free one."
    }
}
