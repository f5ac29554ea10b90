import Primitives
import Tabulation

/// Texts that the forms of several mapped tables share.
enum MappedLabels {
    /// No text of a law stands behind the form; it says what the table holds.
    static func source(_ table: LocalizedText) -> LocalizedText {
        LocalizedText(
            "\(table.en). The lines are the table's columns and the equations are our reading, not a text of the law.",
            ru:
                "\(table[.russian]). Строки — столбцы таблицы, соотношения — наше прочтение, а не текст закона.",
            ky:
                "\(table[.kyrgyz]). Саптар — таблицанын тилкелери, катыштар — биздин окуубуз, мыйзамдын тексти эмес."
        )
    }

    static let register = LocalizedText(
        "Voters on the register", ru: "Избирателей в списке", ky: "Тизмедеги шайлоочулар")
    static let ballots = LocalizedText(
        "Voters who took part", ru: "Избирателей, принявших участие",
        ky: "Катышкан шайлоочулар")
    static let valid = LocalizedText(
        "Valid papers", ru: "Действительных бюллетеней", ky: "Жарактуу бюллетендер")
    static let invalid = LocalizedText(
        "Invalid papers", ru: "Недействительных бюллетеней", ky: "Жараксыз бюллетендер")

    static let votesCounted = LocalizedText(
        "Valid papers are the votes for all options together.",
        ru: "Действительные бюллетени равны сумме голосов за все варианты.",
        ky: "Жарактуу бюллетендер бардык варианттарга берилген добуштардын суммасына барабар.")
    static let votersCounted = LocalizedText(
        "Those who took part are the papers counted, valid and invalid.",
        ru: "Принявшие участие равны сосчитанным бюллетеням, действительным и недействительным.",
        ky: "Катышкандар саналган жарактуу жана жараксыз бюллетендерге барабар.")
    static let countedAtMostVoters = LocalizedText(
        "No more papers are counted than voters took part.",
        ru: "Сосчитано не больше бюллетеней, чем принявших участие.",
        ky: "Катышкандардан көп бюллетень саналган эмес.")
    static let votersAtMostRegister = LocalizedText(
        "No more voters took part than are on the register.",
        ru: "Приняло участие не больше избирателей, чем есть в списке.",
        ky: "Тизмедегиден көп шайлоочу катышкан эмес.")
    static let totalCounted = LocalizedText(
        "The total is the sum of its parts.", ru: "Итог равен сумме частей.",
        ky: "Жыйынтык бөлүктөрүнүн суммасына барабар.")

    /// Asked only where there is a register. Alarm would be too much: several countries let
    /// officials and agents vote where they serve.
    static func withinRegister(
        _ voters: ResultsForm.Term, _ register: ResultsForm.Term
    ) -> ResultsForm.Equation {
        ResultsForm.Equation(
            "voters-at-most-register", .soft, [voters], .atMost, [register], votersAtMostRegister,
            provided: [register])
    }
}
