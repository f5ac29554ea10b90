import Glibc

/// Takes the parts out of a body, one after the other.
///
/// Source: RFC 2046, section 5.1.1, as RFC 7578 uses it. Nothing is nested, nothing is decoded.
struct MultipartReader {
    struct Part {
        /// At most twenty.
        fileprivate(set) var headers: [(name: String, value: String)] = []
        fileprivate(set) var body: ArraySlice<UInt8>

        /// - Parameter name: in lower case.
        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    private let body: [UInt8]
    /// What stands between two parts: line end, two dashes, the boundary.
    private let delimiter: [UInt8]
    /// Where the next part's headers begin; nil after the last part.
    private var place: Int?

    init(_ body: [UInt8], boundary: String) throws(FormProblem) {
        self.body = body
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + Array(boundary.utf8)
        let first = delimiter.dropFirst(2)
        if body.starts(with: first) {
            place = try afterDelimiter(first.count)
        } else if let found = Self.find(delimiter, in: body, from: 0) {
            place = try afterDelimiter(found + delimiter.count)
        } else {
            throw .malformed("its boundary does not occur in it")
        }
    }

    /// Nil after the last part.
    mutating func next() throws(FormProblem) -> Part? {
        guard var start = place else { return nil }
        var headers: [(name: String, value: String)] = []
        while true {
            guard let end = Self.find([0x0D, 0x0A], in: body, from: start), end - start <= 4_096,
                headers.count <= 20
            else { throw .malformed("the headers of a part do not end") }
            let line = body[start..<end]
            start = end + 2
            if line.isEmpty { break }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
                throw .malformed("a header of a part has no colon")
            }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            headers.append((name.lowercased(), String(value[...].trimmingBlanks)))
        }
        // The line end of an empty line may also be the one before the delimiter.
        guard let end = Self.find(delimiter, in: body, from: start - 2) else {
            throw .malformed("it breaks off inside a part")
        }
        place = try afterDelimiter(end + delimiter.count)
        return Part(headers: headers, body: body[start..<max(start, end)])
    }

    /// Where the part after a delimiter begins, nil when it was the last one.
    private func afterDelimiter(_ end: Int) throws(FormProblem) -> Int? {
        if body[end...].starts(with: [0x2D, 0x2D]) { return nil }
        var place = end
        while place < body.count, body[place] == 0x20 || body[place] == 0x09 { place += 1 }
        guard body[place...].starts(with: [0x0D, 0x0A]) else {
            throw .malformed("a boundary is not followed by a line end")
        }
        return place + 2
    }

    /// The first byte of what is wanted is a CR, which is rare enough to jump from one to the next.
    private static func find(_ wanted: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        body.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var place = start
            while place + wanted.count <= bytes.count {
                guard let found = memchr(base + place, Int32(wanted[0]), bytes.count - place) else {
                    return nil
                }
                place = UnsafeRawPointer(found) - base
                guard place + wanted.count <= bytes.count else { return nil }
                if memcmp(found, wanted, wanted.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}
