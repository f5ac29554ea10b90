/// A person's particular. It prints as a dash, cannot be encoded into any file of the record, and
/// is opened only with a stated purpose.
package struct Personal<Value: Sendable>: Sendable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    private let value: Value

    package init(_ value: Value) { self.value = value }

    package var description: String { "–" }
    package var debugDescription: String { "–" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// The particular itself.
    package func opened(for purpose: Purpose) -> Value { value }
}

/// Why a particular may be looked at. There is no purpose "other".
package enum Purpose: String, Sendable {
    /// To find the person on the list of voters.
    case findOnList = "find-on-list"
    /// To compare the document with the list.
    case compareDocument = "compare-document"
    /// To write an observer's card.
    case issueAccreditation = "issue-accreditation"
}
