import Ballots
import Foundation
import Glibc
import Scanning

/// What a decoding process is asked, in a head of fixed length before the bytes in shared memory.
struct DecodingRequest {
    /// Bytes of the file, at the beginning of the shared memory.
    var count: Int
    /// Counted from 1.
    var page: Int
    /// The turn that is noted in a JPEG is followed.
    var turning: Bool
    /// Codes that are looked for, at four places at most before the rest of the page.
    var codes: SoughtCodes

    private static let mostPlaces = 4
    static let length = (5 + 4 * mostPlaces) * 8

    var words: [UInt64] {
        [
            UInt64(count), UInt64(page), turning ? 1 : 0,
            (codes.kinds.contains(.qr) ? 1 : 0) | (codes.kinds.contains(.pdf417) ? 2 : 0),
            UInt64(codes.places.count),
        ] + parts + Array(repeating: 0, count: 4 * Self.mostPlaces - parts.count)
    }

    private var parts: [UInt64] {
        codes.places.flatMap { [$0.left, $0.top, $0.width, $0.height] }.map(\.bitPattern)
    }

    init(count: Int, page: Int, turning: Bool, codes: SoughtCodes) {
        self.count = count
        self.page = page
        self.turning = turning
        self.codes = SoughtCodes(
            kinds: codes.kinds, places: Array(codes.places.prefix(Self.mostPlaces)))
    }

    init(_ words: [UInt64]) {
        count = Int(words[0])
        page = Int(words[1])
        turning = words[2] == 1
        var kinds: Set<FoundCode.Kind> = []
        if words[3] & 1 != 0 { kinds.insert(.qr) }
        if words[3] & 2 != 0 { kinds.insert(.pdf417) }
        let places = (0..<min(Self.mostPlaces, Int(words[4]))).map { index in
            let part = words[(5 + 4 * index)..<(9 + 4 * index)].map(Double.init(bitPattern:))
            return BallotLayout.Area(
                left: part[0], top: part[1], width: part[2], height: part[3])
        }
        codes = SoughtCodes(kinds: kinds, places: places)
    }
}

/// What it answers; the pixels stand in the shared memory behind the place of the file.
package struct DecodingAnswer: Codable {
    struct Code: Codable {
        var text: String
        var degrees: Int
        var kind: FoundCode.Kind
        /// x and y of the corners in the order of ``FoundCode/Corners``.
        var corners: [Double]?
    }

    var problem: ImageProblem?
    var width = 0
    var height = 0
    var density: [Double]?
    var code: Code?

    /// The code, if it can be one of a page of this size: whoever answers may be a process that a picture
    /// has taken over.
    package var found: FoundCode? {
        guard let code, width > 0, height > 0, (0..<360).contains(code.degrees),
            code.text.utf8.count <= PageDecoder.mostCodeBytes
        else { return nil }
        var corners: FoundCode.Corners?
        if let numbers = code.corners {
            guard let read = FoundCode.Corners(numbers), read.mayLie(width, height) else {
                return nil
            }
            corners = read
        }
        return FoundCode(
            text: code.text, degrees: code.degrees, kind: code.kind, corners: corners)
    }

    package var dotsPerInch: DotsPerInch? {
        guard let density, density.count == 2 else { return nil }
        return DotsPerInch(across: density[0], down: density[1])
    }
}

extension FoundCode.Corners {
    /// A code may lie across the edge of its page, though not beside it, and is no line.
    fileprivate func mayLie(_ width: Int, _ height: Int) -> Bool {
        let points = [topLeft, topRight, bottomRight, bottomLeft]
        let (right, bottom) = (Double(width), Double(height))
        let isNear = points.allSatisfy {
            (-right...2 * right).contains($0.x) && (-bottom...2 * bottom).contains($0.y)
        }
        // Twice the area, by the surveyor's formula.
        let area = zip(points, points[1...] + [topLeft]).reduce(0) {
            $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y
        }
        return isNear && abs(area) >= 2
    }
}

/// The memory that both processes see: the file, then the pixels. Only what is used takes memory.
struct DecodingMemory: @unchecked Sendable {
    static let largestFile = 200_000_000
    /// A whole number of memory pages behind the file.
    static let pixels = 200_015_872
    static let size = pixels + PageDecoder.mostPixels

    let start: UnsafeMutableRawPointer

    /// Nil when the system does not give it.
    init?(_ descriptor: Int32) {
        guard
            let start = mmap(
                nil, DecodingMemory.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
            start != MAP_FAILED
        else { return nil }
        self.start = start
    }

    func put(_ bytes: [UInt8], at place: Int) {
        bytes.withUnsafeBytes { all in
            if let from = all.baseAddress { memcpy(start + place, from, all.count) }
        }
    }

    func bytes(at place: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { into, filled in
            if let to = into.baseAddress { memcpy(to, start + place, count) }
            filled = count
        }
    }
}

/// Whole messages over a stream that may give them in parts.
enum DecodingStream {
    /// False when the other end is gone. No signal is raised for that.
    static func send(_ bytes: [UInt8], to stream: Int32) -> Bool {
        var at = 0
        while at < bytes.count {
            let sent = bytes.withUnsafeBytes {
                Glibc.send(
                    stream, $0.baseAddress.map { $0 + at }, bytes.count - at,
                    Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return false }
            at += sent
        }
        return true
    }

    enum Silence: Error { case gone, late }

    /// - Parameter patience: seconds that are waited; nil for ever.
    static func receive(_ count: Int, from stream: Int32, patience: Int?) throws(Silence) -> [UInt8]
    {
        var bytes = [UInt8](repeating: 0, count: count)
        var at = 0
        let end = patience.map { ContinuousClock.now + .seconds($0) }
        while at < count {
            if let end {
                let left = ContinuousClock.now.duration(to: end)
                guard left > .zero else { throw .late }
                var wait = pollfd(fd: stream, events: Int16(POLLIN), revents: 0)
                let milliseconds = Int32(left.components.seconds * 1_000 + 1_000)
                guard poll(&wait, 1, milliseconds) > 0 else { continue }
            }
            let got = bytes.withUnsafeMutableBytes {
                recv(stream, $0.baseAddress.map { $0 + at }, count - at, 0)
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { throw .gone }
            at += got
        }
        return bytes
    }
}
