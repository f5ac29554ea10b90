import Primitives

/// Records of a test where papers are counted, or the other way round.
package enum CountModeProblem: ToldInThreeLanguages, Hashable {
    /// The file's name.
    case test(String)
    case real(String)

    package var code: String {
        switch self {
        case .test: "formats.records-of-a-test"
        case .real: "formats.records-of-a-count"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .test(let file):
            LocalizedText(
                "The papers in \(file) are those of a test; they are never counted.",
                ru: "Бюллетени в \(file) — пробные; их никогда не считают.",
                ky: "\(file) ичиндеги бюллетендер сыноо үчүн; алар эч качан эсептелбейт.")
        case .real(let file):
            LocalizedText(
                "The papers in \(file) are those of a real count, and this is a test.",
                ru: "Бюллетени в \(file) — настоящего подсчёта, а это проверка.",
                ky: "\(file) ичиндеги бюллетендер чыныгы эсептики, бул болсо сыноо.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .test:
            LocalizedText(
                "Find what was read of the real papers. To train people, set up an invented election of its own.",
                ru:
                    "Найдите прочитанное с настоящих бюллетеней. Для обучения создайте отдельные вымышленные выборы.",
                ky:
                    "Чыныгы бюллетендерден окулганды табыңыз. Үйрөтүү үчүн өзүнчө ойдон чыгарылган шайлоо түзүңүз."
            )
        case .real:
            LocalizedText(
                "Keep it with the count, and take what was read of the test deck.",
                ru: "Храните его вместе с подсчётом и возьмите прочитанное с пробной пачки.",
                ky: "Аны эсеп менен сактап, сыноо таңгагынан окулганды алыңыз.")
        }
    }
}
