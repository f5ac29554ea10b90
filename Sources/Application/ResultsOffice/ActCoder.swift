import Filing
import Foundation
import Offices
import Primitives
import Storage

/// Acts as the bytes of the log: JSON with keys in order, so that the same act is the same bytes.
package enum ActCoder {
    package static func encode(_ act: Act) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(ActBody(act)))
    }

    /// - Throws: ``StorageProblem/damaged(_:)`` when the entry is none that this program writes.
    package static func entry(_ stored: StoredAct) throws(StorageProblem) -> ActEntry {
        guard let actor = Account.ID(stored.actor) else {
            throw .damaged("act \(stored.sequence) has no actor")
        }
        do {
            let body = try JSONDecoder().decode(ActBody.self, from: Data(stored.body))
            guard let act = Act(kind: stored.kind, body) else {
                throw StorageProblem.damaged(
                    "act \(stored.sequence) is of the kind \(stored.kind), which is unknown or incomplete"
                )
            }
            return ActEntry(
                sequence: stored.sequence, moment: stored.moment, actor: actor, act: act)
        } catch let problem as StorageProblem {
            throw problem
        } catch {
            throw .damaged("act \(stored.sequence) cannot be read")
        }
    }
}
