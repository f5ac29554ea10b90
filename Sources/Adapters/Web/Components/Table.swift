/// A table in its own frame: on a narrow screen the frame scrolls and the first column stays.
package struct Table: Sendable {
    package struct Column: Sendable {
        let title: String
        let numeric: Bool
        package static func text(_ title: String) -> Column { Column(title: title, numeric: false) }
        package static func number(_ title: String) -> Column {
            Column(title: title, numeric: true)
        }
    }

    package enum Weight: Sendable {
        case plain, total
        /// Something here does not add up or differs.
        case marked
    }

    package struct Row: Sendable {
        let cells: [HTML]
        let weight: Weight
        package init(_ cells: [HTML], weight: Weight = .plain) {
            self.cells = cells
            self.weight = weight
        }
        /// Cells of plain text.
        package init(_ texts: String..., weight: Weight = .plain) {
            self.init(texts.map { HTML(text: $0) }, weight: weight)
        }
    }

    var caption: String
    var columns: [Column]
    var rows: [Row]
    /// Why shares do not add up, which rounding, and what else the reader must know.
    var notes: [String] = []
    /// A name on the page, for links to it.
    var anchor: String?

    package init(
        caption: String, columns: [Column], rows: [Row], notes: [String] = [],
        anchor: String? = nil
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.anchor = anchor
    }

    package func html() -> HTML {
        tag("p", .css("caption"), anchor.map { .id(Address.segment($0)) }) { caption }
            + tag(
                "div", .css("frame"), Attribute("role", "region"), Attribute("tabindex", "0"),
                Attribute("aria-label", caption)
            ) {
                tag("table") {
                    tag("caption", .css("hidden")) { caption }
                    tag("thead") { tag("tr") { HTML.joined(columns.map(head)) } }
                    tag("tbody") { HTML.joined(rows.map(body)) }
                }
            }
            + HTML.joined(notes.map { note in tag("p", .css("note")) { note } })
    }

    private func head(_ column: Column) -> HTML {
        tag("th", Attribute("scope", "col"), column.numeric ? .css("right") : nil) { column.title }
    }

    private func body(_ row: Row) -> HTML {
        let css: Attribute? =
            switch row.weight {
            case .plain: nil
            case .total: .css("total")
            case .marked: .css("marked")
            }
        return tag("tr", css) {
            for (column, cell) in zip(columns.indices, row.cells) {
                let place: Attribute? = columns[column].numeric ? .css("right") : nil
                if column == 0 {
                    tag("th", Attribute("scope", "row"), place) { cell }
                } else {
                    tag("td", place) { cell }
                }
            }
        }
    }
}
