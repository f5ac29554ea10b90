import Primitives

/// What makes an assessment comprehensive and objective, as questions a program can ask. The
/// numbers are printed in reports and never change.
package enum AssessmentCheck: Int, CaseIterable, Codable, Sendable {
    case evidence = 1
    case coverage = 2
    case reach = 3
    case sampleType = 4
    case zeroBound = 5
    case balance = 6
    case wording = 7
    case timing = 8
    case scopeNote = 9
    case independence = 10
    case contestsApart = 11
    case numbers = 12
    case standards = 13
    case rightsLog = 14

    package var title: LocalizedText {
        switch self {
        case .evidence:
            LocalizedText(
                "Every finding has evidence, every conclusion findings",
                ru:
                    "У каждого вывода есть установленные факты, у каждого факта есть доказательства",
                ky: "Ар бир фактынын далили, ар бир корутундунун фактысы бар")
        case .coverage:
            LocalizedText(
                "No part of the process is passed over in silence",
                ru: "Ни одна часть процесса не обойдена молчанием",
                ky: "Процесстин бир да бөлүгү унчукпай калтырылган эмес")
        case .reach:
            LocalizedText(
                "Stations visited, and those not, are counted and named",
                ru: "Посещённые и непосещённые участки подсчитаны и названы",
                ky: "Барган жана барбаган участкалар саналган жана аталган")
        case .sampleType:
            LocalizedText(
                "No more is inferred than the choice of stations allows",
                ru: "Обобщения не выходят за пределы того, что допускает выбор участков",
                ky: "Участкаларды тандоо мүмкүндүк бергенден ашык жалпылоо жок")
        case .zeroBound:
            LocalizedText(
                "\"None seen\" stands beside the rate it cannot exclude",
                ru: "Рядом с «не замечено» стоит доля, которую это не исключает",
                ky: "«Байкалган жок» дегендин жанында ал четке какпаган үлүш турат")
        case .balance:
            LocalizedText(
                "Good and bad are both noted", ru: "Отмечено и хорошее, и плохое",
                ky: "Жакшысы да, жаманы да белгиленген")
        case .wording:
            LocalizedText(
                "Words of amount fit the counted share",
                ru: "Слова о количестве соответствуют подсчитанной доле",
                ky: "Сан жөнүндө сөздөр эсептелген үлүшкө туура келет")
        case .timing:
            LocalizedText(
                "Nothing is made public before the last station closes",
                ru: "Ничего не оглашается до закрытия последнего участка",
                ky: "Акыркы участка жабылганга чейин эч нерсе жарыяланбайт")
        case .scopeNote:
            LocalizedText(
                "What the assessment cannot speak of is said",
                ru: "Сказано, о чём оценка судить не может",
                ky: "Баа эмне жөнүндө айта албасы көрсөтүлгөн")
        case .independence:
            LocalizedText(
                "Who invited and who paid is said", ru: "Сказано, кто пригласил и кто платил",
                ky: "Ким чакырганы жана ким төлөгөнү айтылган")
        case .contestsApart:
            LocalizedText(
                "Each finding says which contest it concerns",
                ru: "О каждом факте сказано, к какому голосованию он относится",
                ky: "Ар бир факты кайсы добуш берүүгө тиешелүү экени айтылган")
        case .numbers:
            LocalizedText(
                "Every figure follows from the forms", ru: "Каждая цифра следует из анкет",
                ky: "Ар бир сан анкеталардан келип чыгат")
        case .standards:
            LocalizedText(
                "Each finding cites the host's law and an international standard",
                ru: "Каждый факт соотнесён с законом страны и международным стандартом",
                ky: "Ар бир факты өлкөнүн мыйзамына жана эл аралык стандартка таянат")
        case .rightsLog:
            LocalizedText(
                "Rights refused to observers are logged",
                ru: "Отказы в правах наблюдателям записаны",
                ky: "Байкоочуларга берилбеген укуктар жазылган")
        }
    }
}

/// How one check came out.
package struct AssessmentVerdict: Codable, Hashable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        case holds
        /// Something for the authors to consider; nothing is wrong.
        case prompt
        case fails
    }

    package let check: AssessmentCheck
    package let outcome: Outcome
    package let reasons: [String]

    package init(check: AssessmentCheck, outcome: Outcome, reasons: [String]) {
        self.check = check
        self.outcome = outcome
        self.reasons = reasons
    }
}

/// A check that failed, with one reason.
package struct AssessmentFlaw: Codable, Hashable, Sendable {
    package let check: AssessmentCheck
    package let reason: String

    package init(check: AssessmentCheck, reason: String) {
        self.check = check
        self.reason = reason
    }
}
