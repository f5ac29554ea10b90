import CHTTP
import Glibc

/// The C server's way to `exchanges`, which has to live as long as the server.
func handlers(for exchanges: Exchanges) -> dobush_handlers {
    dobush_handlers(
        context: Unmanaged.passUnretained(exchanges).toOpaque(), limit: limit, keep: keep,
        drop: drop, answer: answer, read: read, gone: gone)
}

/// No page needs a script but our own. A response that says one of these itself is believed.
private let standing: [(name: String, value: String)] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"),
]

private func limit(
    context: UnsafeMutableRawPointer?, method: UnsafePointer<CChar>?, target: UnsafePointer<CChar>?
) -> UInt64 {
    guard let context, let method, let target else { return 0 }
    let exchanges = Unmanaged<Exchanges>.fromOpaque(context).takeUnretainedValue()
    return UInt64(
        exchanges.limit(method: String(cString: method), target: String(cString: target)))
}

private func keep(
    place: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, bytes: UnsafeRawPointer?, count: Int,
    announced: UInt64
) {
    guard let place else { return }
    if place.pointee == nil {
        let body = Body(announced: Int(clamping: announced))
        place.pointee = Unmanaged.passRetained(body).toOpaque()
    }
    if let body = place.pointee {
        Body.at(body).append(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}

private func drop(body: UnsafeMutableRawPointer?) {
    if let body { Unmanaged<Body>.fromOpaque(body).release() }
}

private func answer(
    context: UnsafeMutableRawPointer?, request: UnsafePointer<dobush_request>?,
    reply: UnsafeMutablePointer<dobush_reply>?
) {
    guard let context, let request, let reply, let connection = request.pointee.connection else {
        return
    }
    let exchanges = Unmanaged<Exchanges>.fromOpaque(context).takeUnretainedValue()
    var response = exchanges.answer(request.pointee)
    if let stream = response.stream {
        if exchanges.open(stream, on: connection) {
            reply.pointee.stream = Unmanaged.passRetained(stream).toOpaque()
        } else {
            response = Response(status: 500, text: "This stream has a reader already.\n")
        }
    }
    fill(reply, with: response)
}

private func read(
    stream: UnsafeMutableRawPointer?, buffer: UnsafeMutablePointer<CChar>?, room: Int
) -> Int {
    guard let stream else { return -1 }
    return Unmanaged<EventStream>.fromOpaque(stream).takeUnretainedValue()
        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
}

private func gone(context: UnsafeMutableRawPointer?, stream: UnsafeMutableRawPointer?) {
    guard let context, let stream else { return }
    let exchanges = Unmanaged<Exchanges>.fromOpaque(context).takeUnretainedValue()
    exchanges.ended(Unmanaged<EventStream>.fromOpaque(stream).takeRetainedValue())
}

private func fill(_ reply: UnsafeMutablePointer<dobush_reply>, with response: Response) {
    reply.pointee.status = UInt32(clamping: response.status)
    var list: [UInt8] = []
    list.reserveCapacity(512)
    for header in response.headers where isPlain(header.name) && isPlain(header.value) {
        append(header, to: &list)
    }
    // A response's own header goes before the standing one of its name.
    for header in written where response.header(header.name) == nil { list += header.bytes }
    list.append(0)
    reply.pointee.headers = copied(list)?.assumingMemoryBound(to: CChar.self)
    guard response.stream == nil, let body = copied(response.body) else { return }
    reply.pointee.body = body
    reply.pointee.length = response.body.count
}

private func append(_ header: (name: String, value: String), to list: inout [UInt8]) {
    list += header.name.utf8
    list.append(0)
    list += header.value.utf8
    list.append(0)
}

/// The standing headers as they are sent, written once.
private let written: [(name: String, bytes: [UInt8])] = standing.map { header in
    var bytes: [UInt8] = []
    append(header, to: &bytes)
    return (header.name, bytes)
}

/// A control character could end the header and begin another.
private func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
}

private func copied(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    guard let memory = malloc(max(1, bytes.count)) else { return nil }
    bytes.withUnsafeBytes { source in
        if let base = source.baseAddress { memcpy(memory, base, bytes.count) }
    }
    return memory
}
