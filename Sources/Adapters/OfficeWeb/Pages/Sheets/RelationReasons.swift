import Elections
import Filing
import Primitives
import Tabulation
import Web

/// Relations to the station's other sheets and to its desk that a sheet would break, once every line
/// has a number; with a place for the reason of one that may fail.
struct RelationReasons {
    let visit: Visit
    let fields: Fields
    let draft: SheetDraft

    /// What stands before a relation's name in the name of its field.
    static let prefix = "x-"

    @HTMLBuilder
    func html() -> HTML {
        let broken = self.broken
        if !broken.isEmpty {
            tag("section", .css("equations")) {
                tag("h2") { visit.say(.otherSheets) }
                tag("ul") { for one in broken { item(one) } }
            }
        }
    }

    private var broken: [OfficeState.BrokenRelation] {
        guard let election = visit.state.setting?.definition.id,
            let statement = draft.statement(of: election)
        else { return [] }
        return visit.state.relationsBroken(by: statement)
    }

    private func item(_ one: OfficeState.BrokenRelation) -> HTML {
        let id = one.relation.id.text
        let sign = one.relation.relation.rawValue
        return tag("li", Attribute("data-state", "broken")) {
            tag("p", .css("verdict")) {
                switch one.relation.severity {
                case .hard: Standing.bad.badge(visit.say(.doesNotHold))
                case .soft: Standing.doubt.badge(visit.say(.doesNotHoldSoft))
                case .alarm: Standing.doubt.badge(visit.say(.doesNotHoldAlarm))
                }
            }
            tag("p") { visit.say(one.relation.text) }
            tag("p", .css("sum equation")) {
                "\(visit.view.number(one.left)) \(visit.view.relation(sign)) \(visit.view.number(one.right))"
            }
            if one.relation.severity == .soft {
                tag("div", .css("reason")) {
                    fields.area(
                        Self.prefix + id, visit.say(.whyNotHold),
                        hint: visit.say(.reasonIsPublished), value: draft.relationReasons[id] ?? "",
                        rows: 2, required: false)
                }
            }
        }
    }
}
