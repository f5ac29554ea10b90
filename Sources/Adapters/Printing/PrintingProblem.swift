import Primitives

/// Why a page could not be drawn.
package enum PrintingProblem: ToldInThreeLanguages, Hashable {
    case fontMissing(String)
    case letterMissing(String)
    case textDoesNotFit(String)
    case cannotEncode(String)
    case cannotDraw(String)
    case layoutDiffers(String)

    package var code: String {
        switch self {
        case .fontMissing: "printing.font-missing"
        case .letterMissing: "printing.letter-missing"
        case .textDoesNotFit: "printing.text-does-not-fit"
        case .cannotEncode: "printing.cannot-encode"
        case .cannotDraw: "printing.cannot-draw"
        case .layoutDiffers: "printing.layout-differs"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .fontMissing(let name):
            LocalizedText(
                "The typeface \(name) is not installed.", ru: "Шрифт \(name) не установлен.",
                ky: "\(name) арибы орнотулган эмес.")
        case .letterMissing(let text):
            LocalizedText(
                "The typeface has no form for a letter of: \(text)",
                ru: "В шрифте нет буквы из текста: \(text)",
                ky: "Арипте бул тексттин тамгасы жок: \(text)")
        case .textDoesNotFit(let text):
            LocalizedText(
                "This text is too long for its place on the paper: \(text)",
                ru: "Этот текст не помещается на своё место: \(text)",
                ky: "Бул текст өз ордуна батпайт: \(text)")
        case .cannotEncode(let text):
            LocalizedText(
                "No code can be made of: \(text)", ru: "Из этого не получается код: \(text)",
                ky: "Мындан код жасоого болбойт: \(text)")
        case .cannotDraw(let why):
            LocalizedText(
                "The page cannot be drawn: \(why).", ru: "Страницу не удалось нарисовать: \(why).",
                ky: "Бетти тартуу мүмкүн болгон жок: \(why).")
        case .layoutDiffers(let layout):
            LocalizedText(
                "Layout \(layout) is not the one that this definition is printed with.",
                ru: "Макет \(layout) не тот, с которым печатается это описание.",
                ky: "\(layout) макети бул сыпаттама басылган макет эмес.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .fontMissing:
            LocalizedText(
                "Install Debian's package fonts-dejavu-core.",
                ru: "Установите пакет Debian fonts-dejavu-core.",
                ky: "Debian дин fonts-dejavu-core пакетин орнотуңуз.")
        case .letterMissing:
            LocalizedText(
                "Use letters of the Latin or Cyrillic script in the definition.",
                ru: "Пишите в описании латинскими или кириллическими буквами.",
                ky: "Сыпаттамада латын же кирилл тамгаларын колдонуңуз.")
        case .textDoesNotFit:
            LocalizedText(
                "Shorten the text in the definition, or give it more room: a larger paper, one column of options, languages stacked, or type of standard size.",
                ru:
                    "Сократите текст в описании или дайте ему больше места: бумага крупнее, один столбец вариантов, языки друг под другом или обычный шрифт.",
                ky:
                    "Сыпаттамадагы текстти кыскартыңыз же ага көбүрөөк орун бериңиз: чоңураак кагаз, варианттардын бир тилкеси, тилдер бири-биринин астында же кадимки арип."
            )
        case .cannotEncode:
            LocalizedText(
                "Give the election a shorter id.", ru: "Дайте выборам имя покороче.",
                ky: "Шайлоого кыскараак ат бериңиз.")
        case .cannotDraw:
            LocalizedText(
                "Check the memory and the space left on the disk.",
                ru: "Проверьте память и свободное место на диске.",
                ky: "Эс тутумду жана дисктеги бош орунду текшериңиз.")
        case .layoutDiffers:
            LocalizedText(
                "Remove the old ballot-layouts.json, or restore the definition that it was made from.",
                ru:
                    "Удалите старый ballot-layouts.json или верните описание, из которого он сделан.",
                ky:
                    "Эски ballot-layouts.json файлын өчүрүңүз же ал түзүлгөн сыпаттаманы калыбына келтириңиз."
            )
        }
    }
}
