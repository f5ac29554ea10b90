import Elections
import Filing
import Primitives
import Tabulation

/// A map, or tiles, with a colour, a pattern and a mark in each area, and a legend.
struct AreaMap {
    struct Area {
        /// `bar f1`, `heat h3`; nil where nothing is known.
        let fill: String?
        let dotted: Bool
        /// One to four signs inside the area.
        let mark: String
        /// Under the mark: the name where there are few areas, else the number in the table.
        let label: String
        /// For the pointer, and for a reader aloud.
        let text: String
        let link: Address
    }

    let title: String
    let shapes: AreaShapes
    let areas: [Area]
    let legend: [(swatch: HTML, text: String)]
    let see: [String]
    let stamp: [String]
    /// True when the shapes are squares and not a map.
    let tiles: Bool

    func html(_ view: View) -> HTML {
        tag("figure", .css("map")) {
            tag("figcaption") {
                title
                if tiles { tag("p", .css("small soft")) { view.say(.tilesNote) } }
            }
            picture(view)
            tag("p", .css("small stamp")) { stamp.dropFirst().joined(separator: " · ") }
            tag("ul", .css("legend"), Attribute("aria-label", view.say(.legend))) {
                for line in legend {
                    tag("li") {
                        line.swatch
                        tag("span") { line.text }
                    }
                }
            }
            tag("ul", .css("see"), Attribute("aria-label", view.say(.whatToSee))) {
                for line in see { tag("li") { line } }
            }
        }
    }

    private func picture(_ view: View) -> HTML {
        // Letters are drawn in the picture's units, so small screens get them larger by the sheet.
        tag(
            "svg", .css("plot areas"), Attribute("role", "group"),
            Attribute("viewBox", "0 0 \(AreaShapes.width) \(shapes.height + 36)"),
            Attribute("aria-label", title)
        ) {
            tag("title") { title }
            tag("desc") { (see + stamp).joined(separator: " ") }
            for (place, area) in areas.enumerated() {
                if let shape = shapes.shapes[place] { draw(area, shape) }
            }
            // On top, so that no neighbour's border runs through a figure.
            for (place, area) in areas.enumerated() {
                if let shape = shapes.shapes[place] { mark(area, shape) }
            }
            tag(
                "text", .css("minor inside"), Attribute("x", "4"),
                Attribute("y", "\(shapes.height + 28)")
            ) { stamp.first ?? "" }
        }
    }

    private func draw(_ area: Area, _ shape: AreaShapes.Shape) -> HTML {
        tag("a", .href(area.link), Attribute("aria-label", area.text)) {
            tag("title") { area.text }
            tag(
                "path", Attribute("class", "area \(area.fill ?? "unknown")"),
                Attribute("d", shape.path), Attribute("fill-rule", "evenodd"))
            if area.dotted {
                tag(
                    "path", .css("over"), Patterns.dots, Attribute("d", shape.path),
                    Attribute("fill-rule", "evenodd"))
            }
        }
    }

    private func mark(_ area: Area, _ shape: AreaShapes.Shape) -> HTML {
        let width = max(24 + area.mark.count * 16, 16 + area.label.count * 14)
        return tag(
            "rect", .css("plate"), Attribute("x", "\(shape.x - width / 2)"),
            Attribute("y", "\(shape.y - 34)"), Attribute("width", "\(width)"),
            Attribute("height", "68"))
            + tag(
                "text", .css("mark plated"), Attribute("x", "\(shape.x)"),
                Attribute("y", "\(shape.y - 4)"), Attribute("text-anchor", "middle")
            ) { area.mark }
            + tag(
                "text", .css("area-name"), Attribute("x", "\(shape.x)"),
                Attribute("y", "\(shape.y + 24)"), Attribute("text-anchor", "middle")
            ) { area.label }
    }
}

extension LiveSite {
    /// From the commission's map where it has the districts, else tiles.
    private var shapes: (shapes: AreaShapes, tiles: Bool) {
        if let drawn = model.map?.shapes(districts.map(\.id.text)) {
            return (drawn, false)
        }
        return (AreaShapes(squares: districts.count), true)
    }

    private func label(_ place: Int, _ name: String) -> String {
        districts.count <= 12 && name.count <= 16 ? name : "№ \(place + 1)"
    }

    /// Who has most votes in each district, dotted where not more than half.
    func leaderMap(_ count: LiveCount, _ view: View) -> HTML {
        guard districts.count > 1 else { return HTML() }
        let drawn = shapes
        var leads: [Int: Int] = [:]
        var unknown = 0
        let key = CountKey(count.contest.id, count.series)
        let areas = districts.enumerated().map { place, district -> AreaMap.Area in
            let name = view.say(district.name)
            let counts = model.counts.district(district.id, key)
            let coverage = view.coverage(counts.inSums, of: counts.total)
            let link = view.address(.live(.district(district.id)))
            guard let sums = count.sums.districts[district.id], let leader = count.leader(sums)
            else {
                unknown += 1
                return AreaMap.Area(
                    fill: nil, dotted: false, mark: "–", label: label(place, name),
                    text: view.say(.areaUnknown, name, coverage), link: link)
            }
            leads[leader.number, default: 0] += 1
            let whole = count.base(count.shareBase, of: sums)
            return AreaMap.Area(
                fill: "f\((leader.number - 1) % 8 + 1)", dotted: leader.votes * 2 <= whole,
                mark: "\(leader.number)", label: label(place, name),
                text: view.say(
                    .areaLeader, name, view.say(leader.option.name),
                    view.shareOf(leader.votes, whole), coverage), link: link)
        }
        var legend: [(HTML, String)] = count.contest.options.enumerated().compactMap {
            leads[$0 + 1] == nil
                ? nil : (Key($0 + 1).html, view.say(.legendLeads, view.say($1.name)))
        }
        legend.append((Swatch.html(fill: "f5", dotted: false), view.say(.legendMoreThanHalf)))
        legend.append((Swatch.html(fill: "f5", dotted: true), view.say(.legendHalfOrLess)))
        if unknown > 0 {
            legend.append((Swatch.html(fill: "unknown", dotted: false), view.say(.legendUnknown)))
        }
        var see = leads.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map {
            view.say(
                .seeLeads, view.say(count.contest.options[$0.key - 1].name),
                view.number($0.value), view.number(districts.count))
        }
        if unknown > 0 { see.append(view.say(.seeUnknown, view.number(unknown))) }
        see.append(view.say(.mapTableBelow))
        return AreaMap(
            title: view.say(
                .seriesAnd, view.say(.leaderMapTitle, view.say(count.contest.title)),
                view.say(count.finality.word)),
            shapes: drawn.shapes, areas: areas, legend: legend, see: see,
            stamp: view.stamp(count), tiles: drawn.tiles
        ).html(view)
    }

    /// Turnout of each district at the hour that most stations reported.
    func turnoutMap(_ counted: LiveTurnout, _ view: View) -> HTML {
        guard districts.count > 1, let newest = counted.fullest(counted.nation) else {
            return HTML()
        }
        let drawn = shapes
        var shares: [(name: String, share: Int)] = []
        let areas = districts.enumerated().map { place, district -> AreaMap.Area in
            let name = view.say(district.name)
            let link = view.address(.live(.district(district.id)))
            let all = counted.stationsOf[district.id] ?? 0
            guard let hour = counted.districts[district.id]?[newest.minute], hour.registered > 0
            else {
                return AreaMap.Area(
                    fill: nil, dotted: false, mark: "–", label: label(place, name),
                    text: view.say(.areaUnknown, name, view.coverage(0, of: all)), link: link)
            }
            let share =
                Percentage(hour.voters, of: hour.registered).text(decimals: 0).flatMap { Int($0) }
                ?? 0
            shares.append((name, share))
            return AreaMap.Area(
                fill: "h\(min(4, share / 20))", dotted: hour.reported < all, mark: "\(share)",
                label: label(place, name),
                text: view.say(
                    .areaTurnout, name, view.shareOf(hour.voters, hour.registered),
                    view.coverage(hour.reported, of: all)), link: link)
        }
        var legend: [(HTML, String)] = (0...4).map {
            (
                Swatch.html(fill: "h\($0)", dotted: false),
                view.say(
                    .legendRange, "\($0 * 20)",
                    view.speech.percent($0 == 4 ? "100" : "\($0 * 20 + 20)"))
            )
        }
        legend.append((Swatch.html(fill: "f5", dotted: true), view.say(.legendNotAll)))
        let ranked = shares.sorted { $0.share > $1.share }
        var see: [String] = []
        if let high = ranked.first, let low = ranked.last, ranked.count > 1 {
            see.append(
                view.say(
                    .seeHighLow, high.name, view.speech.percent("\(high.share)"), low.name,
                    view.speech.percent("\(low.share)")))
        }
        see.append(view.say(.mapTableBelow))
        return AreaMap(
            title: view.say(.turnoutMapTitle, view.hour(newest.minute)), shapes: drawn.shapes,
            areas: areas, legend: legend, see: see,
            stamp: [view.say(.seriesReported) + ", " + view.say(.preliminaryWord)]
                + view.stampEnd, tiles: drawn.tiles
        ).html(view)
    }
}

/// A small field of a legend.
enum Swatch {
    static func html(fill: String, dotted: Bool) -> HTML {
        tag(
            "svg", .css("swatch"), Attribute("width", "24"), Attribute("height", "24"),
            Attribute("aria-hidden", "true")
        ) {
            let box = [
                Attribute("x", "0.5"), Attribute("y", "0.5"), Attribute("width", "23"),
                Attribute("height", "23"),
            ]
            tag("rect", Attribute("class", "area \(fill)"), box[0], box[1], box[2], box[3])
            if dotted { tag("rect", Patterns.dots, box[0], box[1], box[2], box[3]) }
        }
    }
}
