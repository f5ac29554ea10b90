import Primitives

/// Why a form could not be read.
package enum FormProblem: Problem, Equatable {
    case wrongType(String, wanted: String)
    case malformed(String)
    case tooManyParts(limit: Int)
    case tooManyFiles(limit: Int)
    case tooLong(String, limit: Int)

    package var code: String {
        switch self {
        case .wrongType: "form.wrong-type"
        case .malformed: "form.malformed"
        case .tooManyParts, .tooManyFiles: "form.too-many-parts"
        case .tooLong: "form.too-long"
        }
    }

    package var summary: String {
        switch self {
        case .wrongType(let type, let wanted):
            "The form is sent as \(type.isEmpty ? "nothing" : type), not as \(wanted)."
        case .malformed(let why): "The form cannot be read: \(why)."
        case .tooManyParts(let limit): "The form has more than \(limit) fields."
        case .tooManyFiles(let limit): "The form has more than \(limit) files."
        case .tooLong(let what, let limit): "In the form \(what) is longer than \(limit) bytes."
        }
    }

    package var remedy: String {
        switch self {
        case .wrongType: "Send the form with the Content-Type that was asked for."
        case .malformed: "Send the form again from the page; a program follows RFC 7578."
        case .tooManyParts, .tooManyFiles: "Send less at a time."
        case .tooLong: "Shorten it, or send a smaller file."
        }
    }

    /// The status that tells a client the same.
    package var status: Int {
        switch self {
        case .wrongType: 415
        case .malformed: 400
        case .tooManyParts, .tooManyFiles, .tooLong: 413
        }
    }
}
