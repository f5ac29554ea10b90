import Elections
import Primitives
import Tabulation

/// A statistic of the results as it may be published: the number, its null and its limits in one
/// document, so that none is quoted without the others. File `forensic-report.json`.
package struct ForensicReport: Codable, Hashable, Sendable {
    /// A sum over stations at a whole percentage. Numbers are rounded to two decimals.
    package struct Row: Codable, Hashable, Sendable {
        package let subject: IntegerPercentages.Subject
        package let weight: IntegerPercentages.Weight
        package let observed: Int
        package let expected: Double
        package let sd: Double
        package let excess: Double
        package let z: Double?
    }

    package let method: String
    package let source: String
    package let null: LocalizedText
    package let limits: [LocalizedText]
    package let form: ResultsForm.ID
    package let leader: ContestOption.ID
    /// Sheets given.
    package let stations: Int
    package let used: Int
    package let leftOut: Int
    package let refusedRows: Int
    package let rows: [Row]
    package let sentence: LocalizedText

    /// - Parameter leader: an option of the batch; nil is returned when it is none, or when the form
    ///   has no line for papers issued.
    package init?(_ batch: SheetBatch, leader: ContestOption.ID) {
        let shares = batch.sheets.compactMap { StationShares($0, leader: leader) }
        guard shares.count == batch.sheets.count, batch.fitted.options.contains(leader) else {
            return nil
        }
        let result = IntegerPercentages(shares)
        method = "integer-percentages"
        source =
            "Kobak, Shpilkin and Pshenichnikov, Annals of Applied Statistics 10 (2016), 54-73; expectation summed exactly."
        null = Self.nullText
        limits = Self.limitTexts
        form = batch.fitted.form.id
        self.leader = leader
        stations = batch.sheets.count
        used = result.used
        leftOut = result.leftOut
        refusedRows = batch.refused
        rows = IntegerPercentages.Subject.allCases.flatMap { subject in
            IntegerPercentages.Weight.allCases.map { Row(subject, $0, result[subject, $0]) }
        }
        sentence = Self.sentence(result)
    }

    private static let nullText = LocalizedText(
        "At each station the papers issued are binomial among the registered, and the leader's votes among the papers counted, independently, with the reported shares as chances.",
        ru:
            "На каждом участке число выданных бюллетеней биномиально среди избирателей, а голоса лидера — среди сосчитанных бюллетеней, независимо, с вероятностями, равными опубликованным долям.",
        ky:
            "Ар бир участокто берилген бюллетендердин саны шайлоочулардын ичинде, ал эми алдыңкы талапкердин добуштары саналган бюллетендердин ичинде биномдук, көз карандысыз бөлүштүрүлгөн; ыктымалдуулуктар жарыяланган үлүштөргө барабар."
    )

    private static let limitTexts = [
        LocalizedText(
            "It counts reports at whole percentages over many stations. It says nothing about any one station, and not why a figure is round.",
            ru:
                "Считаются сообщения с целыми процентами по многим участкам. Об отдельном участке и о причине круглой цифры это ничего не говорит.",
            ky:
                "Көп участоктордогу бүтүн пайыздуу билдирүүлөр эсептелет. Бул бир участок жөнүндө да, сандын эмне үчүн тегерек экени жөнүндө да эч нерсе айтпайт."
        ),
        LocalizedText(
            "In seven elections of other countries that serve as controls, |z| was at most 2.3. With few stations a large |z| can hardly arise whatever happened.",
            ru:
                "На семи контрольных выборах в других странах |z| не превышал 2,3. При малом числе участков большой |z| едва ли возможен, что бы ни произошло.",
            ky:
                "Башка өлкөлөрдүн жети текшерүү шайлоосунда |z| 2,3төн ашкан эмес. Участоктор аз болсо, эмне болсо да чоң |z| дээрлик чыкпайт."
        ),
        LocalizedText(
            "Stations with fewer than 100 names, without papers, or above 99 % turnout or share are left out.",
            ru:
                "Не учитываются участки, где менее 100 избирателей, нет бюллетеней либо явка или доля выше 99 %.",
            ky:
                "100дөн аз шайлоочусу бар, бюллетени жок же катышуусу же үлүшү 99 % жогору участоктор эсепке алынбайт."
        ),
    ]

    private static func sentence(_ result: IntegerPercentages) -> LocalizedText {
        let figure = result[.either, .stations]
        let observed = Int(figure.observed)
        let expected = Decimals.two(figure.expected)
        let z = figure.z.map(Decimals.two) ?? "–"
        return LocalizedText(
            "\(observed) of \(result.used) stations report a turnout or a leader's share at a whole percentage; chance alone gives \(expected). The difference is \(z) standard deviations.",
            ru:
                "Явку или долю лидера с целым процентом сообщают \(observed) из \(result.used) участков; случайность даёт \(Language.russian.decimals(expected)). Разница — \(Language.russian.decimals(z)) стандартного отклонения.",
            ky:
                "\(result.used) участоктун \(observed) катышууну же алдыңкынын үлүшүн бүтүн пайыз менен билдирет; кокустук \(Language.kyrgyz.decimals(expected)) берет. Айырма — \(Language.kyrgyz.decimals(z)) стандарттык четтөө."
        )
    }
}

extension ForensicReport.Row {
    init(
        _ subject: IntegerPercentages.Subject, _ weight: IntegerPercentages.Weight,
        _ figure: IntegerPercentages.Figure
    ) {
        self.init(
            subject: subject, weight: weight, observed: Int(figure.observed),
            expected: Decimals.rounded(figure.expected),
            sd: Decimals.rounded(figure.standardDeviation),
            excess: Decimals.rounded(figure.excess), z: figure.z.map(Decimals.rounded))
    }
}

/// Two decimals, half away from zero.
enum Decimals {
    static func rounded(_ number: Double) -> Double {
        (number * 100).rounded(.toNearestOrAwayFromZero) / 100
    }

    static func two(_ number: Double) -> String {
        let cents = Int((number.magnitude * 100).rounded(.toNearestOrAwayFromZero))
        return (number < 0 && cents > 0 ? "-" : "") + "\(cents / 100).\((cents % 100).padded(2))"
    }
}
