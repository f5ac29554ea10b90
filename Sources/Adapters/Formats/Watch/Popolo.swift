import Assemblies
import Foundation
import Missions
import Primitives

/// Popolo 1.0.1: organizations, persons, memberships and posts, read by hand because its schemas
/// are JSON Schema draft-03.
///
/// What Popolo has no word for (seats by chamber, the day for which a list speaks) comes out as
/// unknown. What it has and a snapshot has not is named, by class and field, with its count.
struct Popolo {
    /// The classes that make a file Popolo.
    static let classes = ["organizations", "persons", "memberships", "posts"]

    private static let carried: [String: Set<String>] = [
        "organizations": [
            "id", "name", "other_names", "classification", "parent_id", "area", "area_id", "links",
            "memberships", "posts",
        ],
        "persons": ["id", "name", "other_names", "memberships"],
        "memberships": [
            "id", "person_id", "organization_id", "post_id", "role", "label", "on_behalf_of_id",
            "start_date", "end_date",
        ],
        "posts": ["id", "label", "role", "organization_id", "memberships"],
    ]

    typealias Row = [String: Any]

    var leftBehind: [String: Int] = [:]
    var rowProblems: [String] = []
    var organizations: [Row] = []
    var persons: [Row] = []
    var memberships: [Row] = []
    var posts: [Row] = []

    static func read(_ top: Row, name: String) throws -> WatchReading {
        var popolo = Popolo()
        try popolo.collect(top, name: name)
        let file = (name as NSString).lastPathComponent
        let snapshot = popolo.snapshot(file: file)
        let left =
            popolo.leftBehind.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            + popolo.rowProblems
        return WatchReading(
            file: name, form: .popolo, record: WatchRecord(assembly: snapshot), leftBehind: left)
    }

    // MARK: Collecting rows

    private mutating func collect(_ top: Row, name: String) throws {
        for (key, value) in top where !Self.classes.contains(key) {
            let count = (value as? [Any])?.count ?? 1
            if count > 0 { leftBehind[key] = count }
        }
        for kind in Self.classes {
            guard let value = top[kind], !(value is NSNull) else { continue }
            guard let rows = value as? [Row] else {
                throw DocumentProblem(
                    file: name, place: ".\(kind)", what: "it is not a list of objects")
            }
            for row in rows { take(row, kind, parent: [:]) }
        }
    }

    /// Notes what a row has, and takes rows nested in it with the reference that nesting implies.
    private mutating func take(_ row: Row, _ kind: String, parent: Row) {
        var row = row.filter { !($0.value is NSNull) }
        for (key, value) in parent where row[key] == nil { row[key] = value }
        for (key, value) in row where !(Self.carried[kind] ?? []).contains(key) {
            if let list = value as? [Any], list.isEmpty { continue }
            leftBehind["\(kind).\(key)", default: 0] += 1
        }
        let owner = row["id"] as? String
        for inner in ["memberships", "posts"] where kind != "memberships" {
            guard let nested = row[inner] as? [Row] else { continue }
            let reference = [
                "organizations": "organization_id", "persons": "person_id", "posts": "post_id",
            ]
            let link: Row = owner.flatMap { id in reference[kind].map { [$0: id] } } ?? [:]
            for each in nested { take(each, inner, parent: link) }
        }
        switch kind {
        case "organizations": organizations.append(row)
        case "persons": persons.append(row)
        case "posts": posts.append(row)
        default: memberships.append(row)
        }
    }

    func text(_ row: Row, _ key: String) -> String? {
        guard let text = row[key] as? String, !text.isEmpty else { return nil }
        return text
    }

    func id<Subject>(_ row: Row, _ key: String = "id") -> Identifier<Subject>? {
        text(row, key).flatMap { Identifier<Subject>($0) }
    }

    func names(_ row: Row) -> [BodyName] {
        let others = (row["other_names"] as? [Row] ?? []).compactMap { text($0, "name") }
        return [text(row, "name")].compactMap { $0 }.map { BodyName($0) }
            + others.map { BodyName($0, .other) }
    }
}
