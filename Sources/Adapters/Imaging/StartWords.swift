import CChild

/// The words behind the program's name, also in a child that is fenced in: Swift's own list of them is
/// empty there.
package enum StartWords {
    package static let all: [String] = {
        guard let words = cchild_own_words(), words[0] != nil else { return [] }
        var all: [String] = []
        while let word = words[all.count + 1] { all.append(String(cString: word)) }
        return all
    }()
}
