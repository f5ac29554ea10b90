import Ballots
import Elections
import Primitives

/// Why a station does not count a sheet that came through its scanner. The sheet itself may be sound.
package enum StationRefusal: ToldInThreeLanguages, Hashable {
    /// Printed for trying the scanner, and this is the real count.
    case testPaper
    /// A real paper, and this is a test.
    case realPaper
    case otherStation(found: String, own: PollingStation.ID)
    /// A picture of the same bytes was read before.
    case pictureTwice
    /// The reader died on this sheet, took too long, or said what no reader says.
    case readerFailed(String)
    /// The picture's file is larger than is kept.
    case pictureTooLarge(bytes: Int)

    package var code: String {
        switch self {
        case .testPaper: "station.test-paper"
        case .realPaper: "station.real-paper"
        case .otherStation: "station.other-station"
        case .pictureTwice: "scanning.page-twice"
        case .readerFailed: "station.reader-failed"
        case .pictureTooLarge: "station.picture-too-large"
        }
    }

    package var text: LocalizedText {
        switch self {
        case .testPaper:
            LocalizedText(
                "This is a test paper, and this is the real count.",
                ru: "Это пробный бюллетень, а идёт настоящий подсчёт.",
                ky: "Бул сыноо бюллетени, ал эми чыныгы эсеп жүрүп жатат.")
        case .realPaper:
            LocalizedText(
                "This is not a test paper, and the machine is only being tried.",
                ru: "Это не пробный бюллетень, а машину только проверяют.",
                ky: "Бул сыноо бюллетени эмес, машина болсо текшерилүүдө гана.")
        case .otherStation(let found, let own):
            LocalizedText(
                "The paper belongs to station \(found); this is station \(own).",
                ru: "Бюллетень участка \(found), а здесь участок \(own).",
                ky: "Бюллетень \(found) участкасыныкы, бул жер \(own) участкасы.")
        case .pictureTwice:
            LocalizedText(
                "The same picture was read before.", ru: "Этот же снимок уже прочитан.",
                ky: "Ушул эле сүрөт мурда окулган.")
        case .readerFailed(let what):
            LocalizedText(
                "The reader could not finish this sheet (\(what)).",
                ru: "Чтение этого листа не закончено (\(what)).",
                ky: "Бул баракты окуу бүткөн жок (\(what)).")
        case .pictureTooLarge(let bytes):
            LocalizedText(
                "The picture has \(bytes) bytes, more than is kept.",
                ru: "В снимке \(bytes) байт, больше, чем сохраняется.",
                ky: "Сүрөттө \(bytes) байт бар, сакталчудан көп.")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .testPaper:
            LocalizedText(
                "Put it with the other test papers and record where it was found.",
                ru: "Положите его к пробным бюллетеням и запишите, где он найден.",
                ky: "Аны сыноо бюллетендерине кошуп, кайдан табылганын жазыңыз.")
        case .realPaper:
            LocalizedText(
                "Put the paper back to those of the real count.",
                ru: "Верните бюллетень к настоящим.",
                ky: "Бюллетенди чыныгыларга кайтарыңыз.")
        case .otherStation:
            LocalizedText(
                "Put the paper aside, do not count it here, and record where it was found.",
                ru: "Отложите бюллетень, не считайте его здесь и запишите, где он найден.",
                ky: "Бюллетенди четке коюңуз, бул жерде эсептебеңиз жана кайдан табылганын жазыңыз."
            )
        case .pictureTwice:
            LocalizedText(
                "Nothing was counted twice; check how the picture came to be here twice.",
                ru: "Дважды ничего не посчитано; проверьте, откуда второй такой же снимок.",
                ky: "Эч нерсе эки жолу эсептелген жок; экинчи сүрөт кайдан келгенин текшериңиз.")
        case .readerFailed:
            LocalizedText(
                "Scan the sheet again; if it fails again, count this paper by hand.",
                ru: "Отсканируйте лист снова; если не выйдет опять, посчитайте бюллетень вручную.",
                ky: "Баракты кайра сканерлеңиз; дагы болбосо, бюллетенди кол менен эсептеңиз.")
        case .pictureTooLarge:
            LocalizedText(
                "Scan in grey at 200 dots per inch.",
                ru: "Сканируйте в оттенках серого, 200 точек на дюйм.",
                ky: "Боз түстө, дюймуна 200 чекит менен сканерлеңиз.")
        }
    }
}

extension PageRefusal {
    package init(_ page: String, _ sheet: CastVoteRecord.ID, _ refusal: StationRefusal) {
        self.init(
            page: page, sheet: sheet, code: refusal.code, text: refusal.text,
            advice: refusal.advice)
    }
}
