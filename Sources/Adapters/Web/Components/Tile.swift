/// Stations as tiles of equal size, because every station is one station.
package struct Tile: Sendable {
    let id: String
    let name: String
    let route: Route
    let states: [HTML]

    package static func list(_ tiles: [Tile], _ view: View) -> HTML {
        tag("ul", .css("tiles")) {
            for tile in tiles {
                tag("li") {
                    tag("a", .css("tile"), .href(view.address(tile.route))) {
                        tag("span", .css("id")) { tile.id }
                        tag("span", .css("name")) { tile.name }
                        tag("span", .css("states")) { HTML.joined(tile.states) }
                    }
                }
            }
        }
    }
}
