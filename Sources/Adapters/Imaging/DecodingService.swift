import CChild
import Foundation
import Glibc
import Scanning

/// The other side of a ``DecodingPool``: decodes what it is handed until nobody asks any more.
///
/// Before the first byte from outside it encloses itself: it can open no file, make no socket, start
/// no program and touch no process, so that a picture that takes a decoder over has gained a
/// calculator. A system without such a fence is not served.
package enum DecodingService {
    /// The argument by which a program is told to be this and nothing else.
    package static let argument = "decode-apart"
    /// Addresses: the largest picture, what decoding it takes, and the memory that is shared.
    static let mostMemory = 2 << 30

    /// Serves if the program was started for that; else returns at once.
    package static func serveIfAsked() {
        guard StartWords.all == [argument] else { return }
        serve()
    }

    private static func serve() -> Never {
        guard let memory = DecodingMemory(3) else { exit(3) }
        // What is opened on first use is opened now.
        _ = try? JSONEncoder().encode(DecodingAnswer(problem: .empty))
        // Of processor time as much as its pictures need: who asks has a clock.
        guard cchild_enclose(UInt64(mostMemory), .max, 0) >= 0 else { exit(4) }
        while let head = try? DecodingStream.receive(
            DecodingRequest.length, from: 0, patience: nil)
        {
            let words = head.withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
            let answer = answer(DecodingRequest(words), memory)
            guard let text = try? JSONEncoder().encode(answer) else { exit(5) }
            var length = UInt32(text.count)
            let bytes = withUnsafeBytes(of: &length) { Array($0) } + [UInt8](text)
            guard DecodingStream.send(bytes, to: 1) else { break }
        }
        exit(0)
    }

    private static func answer(_ request: DecodingRequest, _ memory: DecodingMemory)
        -> DecodingAnswer
    {
        let bytes = memory.bytes(at: 0, count: request.count)
        var answer = DecodingAnswer()
        do throws(ImageProblem) {
            let page =
                request.turning
                ? try PictureFile(bytes).decode(page: request.page)
                : try JPEGPicture.decode(bytes, turning: false)
            memory.put(page.image.pixels, at: DecodingMemory.pixels)
            answer.width = page.image.width
            answer.height = page.image.height
            answer.density = page.density.map { [$0.across, $0.down] }
            answer.code = PageDecoder.code(on: page.image, request.codes).map {
                DecodingAnswer.Code(
                    text: $0.text, degrees: $0.degrees, kind: $0.kind,
                    corners: $0.corners?.numbers)
            }
        } catch {
            answer.problem = error
        }
        return answer
    }
}

extension FoundCode.Corners {
    var numbers: [Double] {
        [topLeft, topRight, bottomRight, bottomLeft].flatMap { [$0.x, $0.y] }
    }

    init?(_ numbers: [Double]) {
        guard numbers.count == 8 else { return nil }
        func point(_ at: Int) -> PagePoint { PagePoint(x: numbers[2 * at], y: numbers[2 * at + 1]) }
        self.init(
            topLeft: point(0), topRight: point(1), bottomRight: point(2), bottomLeft: point(3))
    }
}
