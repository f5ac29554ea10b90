import Elections
import Filing
import Primitives
import Tabulation

/// Relations between the sheets of a station, and to its desk, that do not hold: in words, with the
/// figures of either side.
package struct RelationList: Sendable {
    private let broken: [OfficeState.BrokenRelation]
    private let desk: StationTurnout?

    package init(_ station: PollingStation.ID, _ series: Series, in state: OfficeState) {
        broken = state.brokenRelations(station, series)
        desk = state.desk[station]
    }

    /// Nothing when every relation holds that could be asked, and the desk is silent.
    @HTMLBuilder
    package func html(_ view: View) -> HTML {
        if let desk {
            tag("p") {
                view.say(
                    .deskLine, view.number(desk.admitted), view.number(desk.registered),
                    view.number(desk.admittedByFallback))
            }
        }
        if !broken.isEmpty {
            tag("ul", .css("steps plain")) {
                for one in broken {
                    tag("li") {
                        tag("div") { view.say(one.relation.text) }
                        tag("div", .css("equation")) {
                            "\(view.number(one.left)) \(view.relation(one.relation.relation.rawValue)) \(view.number(one.right))"
                        }
                        (one.relation.severity == .soft ? Standing.doubt : .bad).badge(
                            view.say(.doesNotHoldBy, view.number(abs(one.left - one.right))))
                    }
                }
            }
        } else if desk != nil {
            tag("p") { Standing.good.badge(view.say(.relationsHold)) }
        }
    }

    package var isEmpty: Bool { broken.isEmpty && desk == nil }
}
