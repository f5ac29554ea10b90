import Cryptography
import HTTPServer
import Primitives
import Storage

/// A form as it was sent from one of our pages.
struct PostedForm: Sendable {
    private let body: FormBody

    init(_ request: Request) throws(FormProblem) {
        var limits = FormLimits()
        limits.files = 400
        body = try FormBody.read(request, limits: limits)
    }

    /// The first value of a field, as typed; nil when the field was not on the form.
    func value(_ name: String) -> String? { body.value(name) }

    /// Without blanks at either end; empty when the field was not on the form.
    func text(_ name: String) -> String {
        let typed = body.value(name) ?? ""
        let blanks: (Character) -> Bool = { $0.isWhitespace }
        var rest = typed.drop(while: blanks)
        while let last = rest.last, blanks(last) { rest.removeLast() }
        return String(rest)
    }

    func values(_ name: String) -> [String] { body.fields.filter { $0.name == name }.map(\.value) }

    /// What was pressed.
    var deed: String { body.value("do") ?? "" }

    var fields: [(name: String, value: String)] { body.fields }

    /// Files of a field; an empty choice, which a browser sends too, is none.
    func files(_ names: String...) -> [FormBody.File] {
        body.files.filter { names.contains($0.name) && !($0.bytes.isEmpty && $0.filename.isEmpty) }
    }

    /// The key by which a repeated request is known; nil when there is none of the right shape.
    var key: String? {
        guard let key = body.value("key"), (16...64).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        return "page:" + key
    }

    /// Of what was asked. A browser that sends again may draw another boundary; the fields stay.
    func digest(of path: String) -> Digest {
        var text = "\(path)\n"
        for field in body.fields where field.name != "token" && field.name != "key" {
            text += "\(field.name)\n\(Digest.of(field.value).hex)\n"
        }
        for file in body.files where !file.bytes.isEmpty {
            text += "\(file.name)\n\(Digest.of(file.bytes).hex)\n"
        }
        return Digest.of(text)
    }
}

/// A form to be shown again: what was typed, and what is wrong with it.
struct Filled: Sendable {
    struct Fault: Sendable {
        /// Of the form; empty when the fault is of no one field.
        let field: String
        let text: String
    }

    var form: PostedForm?
    var faults: [Fault] = []
    /// What came of trying.
    var problem: (any Error)?
    var done: Done = .none
    /// Said above the form, where nothing is wrong with it.
    var notice: String?
    /// A picture that came with the form and is kept.
    var image: Digest?
    /// The sheet breaks what the law demands; it may be sent as it stands.
    var offersAnyway = false

    /// 422 where something must be put right, 200 where the form was only checked.
    var status: Int { faults.isEmpty ? 200 : 422 }

    /// What was typed into a field, or else what stands there before anybody types.
    func value(_ name: String, else first: String = "") -> String { form?.value(name) ?? first }

    func fault(_ name: String) -> String? { faults.first { $0.field == name }?.text }

    mutating func blame(_ field: String, _ text: String) {
        faults.append(Fault(field: field, text: text))
    }
}
