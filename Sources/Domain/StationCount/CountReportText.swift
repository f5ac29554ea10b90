import Ballots
import Elections
import Primitives

/// One line of a printed report.
package enum ReportRow: Hashable, Sendable {
    /// In the largest letters there are.
    case alarm(String)
    case title(String)
    case heading(String)
    case line(String)
    case figure(String, Int)
    /// A line to sign on.
    case signature(String)
    case gap
}

extension CountReport {
    /// The report as lines, for a screen, a roll of paper or a page.
    package func rows(_ definition: ElectionDefinition, in language: Language) -> [ReportRow] {
        let words = ReportWords.self
        var rows: [ReportRow] = []
        if identity.mode == .test { rows.append(.alarm(words.test[language])) }
        if let notice = definition.inventedNotice { rows.append(.line(notice[language])) }
        rows.append(.title(words.title(occasion)[language]))
        rows.append(.line("\(definition.name[language]), \(definition.day.text)"))
        let station = definition.station(identity.station)
        rows.append(
            .line(
                "\(words.station[language]) \(identity.station)"
                    + (station.map { ": \($0.name[language])" } ?? "")))
        if let equipment = identity.equipment {
            rows.append(.line("\(words.scanner[language]): \(equipment)"))
        }
        for deed in deeds {
            rows.append(.line(line(deed, zone: station?.zoneMinutes ?? 0, language)))
        }
        rows += [.gap] + papers(language)
        for contest in contests { rows += self.rows(contest, definition, language) }
        return rows + [.gap] + foot(language)
    }

    private func line(_ deed: CountState.Deed, zone: Int, _ language: Language) -> String {
        // The hour alone where the minute could tell whose paper lay in the scanner.
        let text = deed.at.text(offsetMinutes: zone)
        let isWhole = deed.what != .paused && deed.what != .resumed
        let time = text.prefix(10) + " " + text.dropFirst(11).prefix(isWhole ? 5 : 2)
        var line = "\(ReportWords.deed(deed.what)[language]) \(time)\(isWhole ? "" : ":__")"
        if deed.cause == .outOfStep { line += ", \(ReportWords.outOfStep[language])" }
        if !deed.by.isEmpty { line += ", " + deed.by.joined(separator: ", ") }
        if let why = deed.why { line += ": \(why)" }
        return line
    }

    private func papers(_ language: Language) -> [ReportRow] {
        let words = ReportWords.self
        var rows: [ReportRow] = [.figure(words.counted[language], counted)]
        if held > 0 || occasion != .closing { rows.append(.figure(words.held[language], held)) }
        rows.append(.figure(words.takenOut[language], takenOut))
        rows.append(.figure(words.refused[language], refused.values.reduce(0, +)))
        for code in refused.keys.sorted() {
            rows.append(.figure("   \(code)", refused[code] ?? 0))
        }
        return rows
    }

    private func rows(
        _ count: ContestTotal, _ definition: ElectionDefinition, _ language: Language
    ) -> [ReportRow] {
        guard let contest = definition.contest(count.contest) else { return [] }
        let words = ReportWords.self
        var rows: [ReportRow] = [.gap, .heading(contest.title[language])]
        for option in contest.options {
            rows.append(.figure(option.name[language], count.votes[option.id] ?? 0))
        }
        return rows + [
            .figure(words.blank[language], count.blank),
            .figure(words.overvoted[language], count.overvoted),
            .figure(words.undecided[language], count.undecided),
            .figure(words.papers[language], count.papers),
        ]
    }

    private func foot(_ language: Language) -> [ReportRow] {
        let words = ReportWords.self
        var rows: [ReportRow] = [
            .line("\(words.key[language]): \(identity.fingerprint)"),
            .line("\(words.chain[language]): \(events) · \(link)"),
            .line((reader == "no-landlock" ? words.lowWall : words.wall)[language]),
        ]
        if identity.mode == .test { rows.append(.alarm(words.test[language])) }
        let signers = occasion == .interim ? 0 : 3
        return rows + (0..<signers).map { _ in .signature(words.signature[language]) }
    }
}

/// The words of a report.
private enum ReportWords {
    static let test = LocalizedText("TEST", ru: "ПРОБА", ky: "СЫНОО")
    static let station = LocalizedText("Station", ru: "Участок", ky: "Участка")
    static let scanner = LocalizedText("Scanner", ru: "Сканер", ky: "Сканер")
    static let counted = LocalizedText(
        "Papers counted", ru: "Бюллетеней посчитано", ky: "Эсептелген бюллетендер")
    static let held = LocalizedText(
        "Papers waiting for a decision", ru: "Бюллетеней ждут решения",
        ky: "Чечим күткөн бюллетендер")
    static let takenOut = LocalizedText(
        "Scanned twice and taken out", ru: "Отсканировано дважды и изъято",
        ky: "Эки жолу сканерленип, алынып салынган")
    static let refused = LocalizedText(
        "Sheets refused", ru: "Листов не принято", ky: "Кабыл алынбаган барактар")
    static let blank = LocalizedText(
        "Without any mark", ru: "Без отметки", ky: "Белгиси жок")
    static let overvoted = LocalizedText(
        "More marks than allowed", ru: "Отметок больше, чем можно", ky: "Уруксаттан көп белги")
    static let undecided = LocalizedText(
        "A person must look", ru: "Должен посмотреть человек", ky: "Адам карашы керек")
    static let papers = LocalizedText(
        "Papers with this contest", ru: "Бюллетеней с этим вопросом",
        ky: "Ушул маселе бар бюллетендер")
    static let key = LocalizedText("Key", ru: "Ключ", ky: "Ачкыч")
    static let chain = LocalizedText("Chain", ru: "Цепь", ky: "Чынжыр")
    static let wall = LocalizedText(
        "Pictures are read apart from the key, by a reader that Landlock shuts in.",
        ru: "Снимки читаются отдельно от ключа, в изоляции Landlock.",
        ky: "Сүрөттөр ачкычтан бөлөк, Landlock обочолоткон процессте окулат.")
    static let lowWall = LocalizedText(
        "Pictures are read apart from the key; this kernel has no Landlock to shut the reader in.",
        ru: "Снимки читаются отдельно от ключа; в этом ядре нет Landlock для изоляции.",
        ky: "Сүрөттөр ачкычтан бөлөк окулат; бул ядродо обочолотуучу Landlock жок.")
    static let signature = LocalizedText(
        "Name, signature", ru: "Имя, подпись", ky: "Аты, колу")
    static let outOfStep = LocalizedText(
        "second medium out of step", ru: "второй носитель отстал",
        ky: "экинчи алып жүрүүчү артта калды")

    static func title(_ occasion: CountReport.Occasion) -> LocalizedText {
        switch occasion {
        case .zero: LocalizedText("Zero report", ru: "Нулевой отчёт", ky: "Нөл отчету")
        case .interim:
            LocalizedText(
                "Interim report, not final", ru: "Промежуточный отчёт, не итог",
                ky: "Аралык отчет, жыйынтык эмес")
        case .closing:
            LocalizedText("Closing report", ru: "Итоговый отчёт", ky: "Жыйынтык отчету")
        }
    }

    static func deed(_ what: CountState.Deed.What) -> LocalizedText {
        switch what {
        case .opened: LocalizedText("Opened", ru: "Открыт", ky: "Ачылды")
        case .paused: LocalizedText("Paused", ru: "Приостановлен", ky: "Токтотулду")
        case .resumed: LocalizedText("Resumed", ru: "Продолжен", ky: "Улантылды")
        case .closed: LocalizedText("Closed", ru: "Закрыт", ky: "Жабылды")
        case .reopened: LocalizedText("Opened again", ru: "Открыт снова", ky: "Кайра ачылды")
        }
    }
}
