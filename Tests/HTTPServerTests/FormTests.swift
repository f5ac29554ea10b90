import HTTPServer
import Testing

/// A form of two fields and a file, as RFC 7578 writes it.
private let whole =
    "--xYz\r\nContent-Disposition: form-data; name=\"station\"\r\n\r\nnorth-001\r\n"
    + "--xYz\r\ncontent-disposition: form-data; name=\"a \\\"b\\\"\"\r\n\r\n\r\n"
    + "--xYz\r\nContent-Disposition: form-data; name=scan; filename=\"бет 1.jpg\"\r\n"
    + "Content-Type: image/jpeg\r\n\r\n\r\n--xY\0\r\n\r\n--xYz--\r\nepilogue"

@Suite("A form is read within its limits")
struct FormTests {
    static func request(_ body: [UInt8], _ type: String) throws -> Request {
        try #require(
            Request(method: "POST", target: "/", headers: ["content-type": type], body: body))
    }

    static func multipart(
        _ body: String, limits: FormLimits = FormLimits()
    ) throws -> FormBody {
        let type = "multipart/form-data; boundary=xYz"
        return try FormBody.multipart(request(Array(body.utf8), type), limits: limits)
    }

    static func problem(_ work: () throws -> FormBody) -> String {
        do { return "none: \(try work().fields)" } catch {
            return (error as? FormProblem)?.code ?? "\(error)"
        }
    }

    @Test("fields and files, bytes as they were")
    func parts() throws {
        for body in [whole, "preamble\r\n" + whole] {
            let form = try Self.multipart(body)
            #expect(form.fields.map(\.name) == ["station", "a \"b\""])
            #expect(form.fields.map(\.value) == ["north-001", ""])
            #expect(form.value("station") == "north-001" && form.value("none") == nil)
            let file = try #require(form.file("scan"))
            #expect(file.filename == "бет 1.jpg" && file.type == "image/jpeg")
            #expect(file.bytes == Array("\r\n--xY\0\r\n".utf8))
        }
        let quoted = try Self.request(
            Array(whole.utf8), "Multipart/Form-Data; charset=utf-8; boundary=\"xYz\"")
        #expect(try FormBody.read(quoted).files.count == 1)
    }

    @Test(
        "what is broken is refused",
        arguments: [
            // sentence, from, to
            ("no boundary in it", "xYz", "xyz"),
            ("breaks off", "--xYz--\r\nepilogue", ""),
            ("no line end after a boundary", "--xYz\r\nContent-D", "--xYzContent-D"),
            ("no colon", "Content-Type: ", "Content-Type "),
            ("no name", "name=scan; ", ""),
            ("another disposition", "form-data; name=scan", "attachment; name=scan"),
            ("no disposition", "content-disposition: form-data; name=", "x: "),
            ("no end of headers", "image/jpeg\r\n\r\n\r\n--xY\0\r\n\r\n", "\r\n"),
        ])
    func broken(sentence: String, from: String, to: String) throws {
        let body = whole.replacing(from, with: to)
        #expect(Self.problem { try Self.multipart(body) } == "form.malformed", "\(sentence)")
    }

    @Test("a boundary that is none is refused", arguments: ["", "boundary=", "boundary=\"\""])
    func boundary(text: String) throws {
        let long = String(repeating: "x", count: 71)
        for parameter in [text, "boundary=\(long)"] {
            let request = try Self.request(Array(whole.utf8), "multipart/form-data; \(parameter)")
            #expect(Self.problem { try FormBody.multipart(request) } == "form.malformed")
        }
    }

    @Test(
        "and too much of anything",
        arguments: [
            // what, code, then the limits: parts, files, name, field, file; counted by hand
            ("parts", "form.too-many-parts", [2, 1, 12, 9, 9]),
            ("files", "form.too-many-parts", [3, 0, 12, 9, 9]),
            ("a name", "form.too-long", [3, 1, 11, 9, 9]),
            ("a field", "form.too-long", [3, 1, 12, 8, 9]),
            ("a file", "form.too-long", [3, 1, 12, 9, 8]),
            ("nothing", "none", [3, 1, 12, 9, 9]),
        ] as [(String, String, [Int])])
    func limits(what: String, code: String, numbers: [Int]) {
        var limits = FormLimits()
        limits.parts = numbers[0]
        limits.files = numbers[1]
        limits.nameBytes = numbers[2]
        limits.fieldBytes = numbers[3]
        limits.fileBytes = numbers[4]
        #expect(
            Self.problem { try Self.multipart(whole, limits: limits) }.hasPrefix(code), "\(what)")
    }

    @Test("and percent-encoded ones")
    func urlencoded() throws {
        let type = "application/x-www-form-urlencoded; charset=utf-8"
        let form = try FormBody.read(Self.request(Array("a=1+2&%D3%A9=%26&b&a=3".utf8), type))
        #expect(form.fields.map(\.name) == ["a", "ө", "b", "a"])
        #expect(form.fields.map(\.value) == ["1 2", "&", "", "3"])
        #expect(try FormBody.read(Self.request([], type)).fields.isEmpty)
        for body: [UInt8] in [Array("a=%".utf8), Array("a=%zz".utf8), [0x61, 0x3D, 0xFF]] {
            let request = try Self.request(body, type)
            #expect(Self.problem { try FormBody.urlencoded(request) } == "form.malformed")
        }
        let many = try Self.request(Array(String(repeating: "a&", count: 1_001).utf8), type)
        #expect(Self.problem { try FormBody.urlencoded(many) } == "form.too-many-parts")
    }

    @Test("and nothing else", arguments: ["", "text/plain", "application/json"])
    func wrong(type: String) throws {
        let request = try Self.request(Array("a=1".utf8), type)
        #expect(Self.problem { try FormBody.read(request) } == "form.wrong-type")
        #expect(Self.problem { try FormBody.multipart(request) } == "form.wrong-type")
    }

    /// Altered bytes may be refused or read; what is read stays inside what was sent.
    @Test("and altered bytes stop nobody", arguments: 0..<20)
    func altered(seed: Int) throws {
        var chance = SplitMix(state: UInt64(seed))
        let pieces = ["\r\n", "--xYz", "--", "\"", "\\", ";", ":", "=", "%", "&", "\0", "xYz--"]
        let headers = [
            "multipart/form-data; boundary=xYz", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=\"x\\\"Yz", "multipart/form-data;;;=;boundary==",
        ]
        for _ in 0..<500 {
            var body = Array(whole.utf8)
            for _ in 0...Int.random(in: 0...4, using: &chance) {
                let place = Int.random(in: 0...body.count, using: &chance)
                let end = min(body.count, place + Int.random(in: 0...12, using: &chance))
                let piece = pieces.randomElement(using: &chance) ?? ""
                let other = UInt8.random(in: .min ... .max, using: &chance)
                body.replaceSubrange(
                    place..<end,
                    with: Bool.random(using: &chance)
                        ? Array(piece.utf8) : [other])
            }
            let type = headers.randomElement(using: &chance) ?? ""
            guard let form = try? FormBody.read(Self.request(body, type)) else { continue }
            let bytes = form.files.reduce(0) { $0 + $1.bytes.count }
            #expect(bytes <= body.count && form.fields.count <= body.count)
        }
    }
}
