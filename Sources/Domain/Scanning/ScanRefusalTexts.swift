import Ballots
import Primitives

/// What a poll worker reads when a page is refused.
extension ScanRefusal {
    package var text: LocalizedText {
        switch self {
        case .blankPage:
            LocalizedText(
                "Nothing is printed on this page.",
                ru: "На этой странице ничего не напечатано.",
                ky: "Бул бетте эч нерсе басылган эмес.")
        case .tooSmall(let width, let height):
            LocalizedText(
                "The picture is \(width) by \(height) pixels, too few to measure a target.",
                ru: "В снимке \(width) на \(height) точек, этого мало для измерения отметок.",
                ky: "Сүрөттө \(width)ге \(height) чекит бар, белгини өлчөөгө аз.")
        case .noTimingMarks(let found):
            LocalizedText(
                "The timing marks round the edge were not found (\(found) bars of about their size).",
                ru: "Метки по краю листа не найдены (полосок похожего размера: \(found)).",
                ky: "Барактын четиндеги белгилер табылган жок (окшош сызыктар: \(found)).")
        case .timingMarksDamaged(let side, let found, let expected):
            LocalizedText(
                "Of \(expected) timing marks on the \(side.name.en) side, \(found) were found.",
                ru: "Из \(expected) меток по краю (\(side.name[.russian])) найдено \(found).",
                ky: "Четиндеги \(expected) белгиден (\(side.name[.kyrgyz])) \(found) табылды.")
        case .wrongLayout(let columns, let rows, let wantedColumns, let wantedRows):
            LocalizedText(
                "The page has \(columns) by \(rows) timing marks, its layout \(wantedColumns) by \(wantedRows).",
                ru:
                    "На странице \(columns) на \(rows) меток, а в её макете \(wantedColumns) на \(wantedRows).",
                ky:
                    "Бетте \(columns)ге \(rows) белги бар, анын макетинде \(wantedColumns)ге \(wantedRows)."
            )
        case .targetsNotFound(let found, let expected):
            LocalizedText(
                "Of \(expected) printed targets, \(found) are where the layout has them.",
                ru: "Из \(expected) напечатанных мест для отметок на своём месте \(found).",
                ky: "Белги үчүн басылган \(expected) жерден \(found) гана өз ордунда.")
        case .printNotFound(let expected):
            LocalizedText(
                "The print by which this paper is known (\(expected) places) is not on the page.",
                ru:
                    "На странице нет той печати, по которой узнают этот бюллетень (мест: \(expected)).",
                ky: "Бетте бул бюллетень таанылуучу басма жок (жерлердин саны: \(expected)).")
        case .noCode:
            LocalizedText(
                "The page carries no code that can be read.",
                ru: "На странице нет кода, который можно прочесть.",
                ky: "Бетте окула турган код жок.")
        case .codeUnreadable(let text):
            LocalizedText(
                "The page's code says “\(text)”, which is not one of ours.",
                ru: "Код страницы «\(text)» не наш.",
                ky: "Беттин коду «\(text)» биздики эмес.")
        case .bitsUnreadable:
            LocalizedText(
                "The bits in the bottom row of timing marks are neither a front's nor a back's.",
                ru: "Нижний ряд меток не похож ни на лицевую сторону, ни на оборотную.",
                ky: "Астыңкы катардагы белгилер алды бетке да, арткы бетке да туура келбейт.")
        case .otherElection(let found, let wanted):
            LocalizedText(
                "The page belongs to \(found); these are the papers of \(wanted).",
                ru: "Страница относится к другим выборам (\(found)), здесь бюллетени \(wanted).",
                ky: "Бет башка шайлоого (\(found)) таандык, бул жерде \(wanted) бюллетендери.")
        case .testPaper:
            LocalizedText(
                "This is a paper of the test deck; real papers are counted here.",
                ru: "Это бюллетень пробной пачки, а здесь считают настоящие.",
                ky: "Бул сыноо бюллетени, бул жерде чыныгылары эсептелет.")
        case .realPaper:
            LocalizedText(
                "This is a real paper; the scanner is only being tried here.",
                ru: "Это настоящий бюллетень, а здесь только проверяют сканер.",
                ky: "Бул чыныгы бюллетень, бул жерде сканер гана текшерилет.")
        case .otherStation(let found, let wanted):
            LocalizedText(
                "The paper belongs to station \(found); this is station \(wanted).",
                ru: "Бюллетень участка \(found), а это участок \(wanted).",
                ky: "Бюллетень \(found) участогуна таандык, бул \(wanted) участогу.")
        case .unknownLayout(let name):
            LocalizedText(
                "The page is of layout \(name), which is not defined.",
                ru: "Страница с макетом \(name), который здесь не описан.",
                ky: "Беттин макети \(name), ал бул жерде сүрөттөлгөн эмес.")
        case .sameFaceTwice(let face):
            LocalizedText(
                "Both pages of the sheet are a \(face.rawValue).",
                ru: "Обе страницы листа: \(face.name[.russian]).",
                ky: "Барактын эки бети тең: \(face.name[.kyrgyz]).")
        case .faceMissing(let face):
            LocalizedText(
                "The \(face.rawValue) of the sheet is missing.",
                ru: "Не хватает стороны листа: \(face.name[.russian]).",
                ky: "Барактын бир жагы жетишпейт: \(face.name[.kyrgyz]).")
        case .facesDiffer(let front, let back):
            LocalizedText(
                "The front is of layout \(front), the back of \(back).",
                ru: "Лицевая сторона с макетом \(front), оборотная с макетом \(back).",
                ky: "Алды бети \(front) макетинде, арткы бети \(back) макетинде.")
        case .pageTwice(let first):
            LocalizedText(
                "The same picture was read before, as \(first).",
                ru: "Этот же снимок уже прочитан под именем \(first).",
                ky: "Ушул эле сүрөт мурда \(first) деп окулган.")
        case .otherFaceRefused:
            LocalizedText(
                "The other side of this sheet was refused, so the sheet is not counted.",
                ru: "Другая сторона листа не принята, поэтому лист не посчитан.",
                ky: "Барактын башка жагы кабыл алынган жок, ошондуктан барак эсептелген жок.")
        case .pageUnreadable(let words):
            LocalizedText(
                "The page cannot be read: \(words)",
                ru: "Страницу нельзя прочитать: \(words)",
                ky: "Бетти окуу мүмкүн эмес: \(words)")
        }
    }

    package var advice: LocalizedText {
        switch self {
        case .blankPage:
            LocalizedText(
                "Check whether the sheet was fed twice or lay face down; scan it again.",
                ru:
                    "Проверьте, не прошёл ли лист дважды и не лежал ли лицом вниз; отсканируйте снова.",
                ky: "Барак эки жолу өттүбү же бети ылдый жаттыбы, текшериңиз; кайра сканерлеңиз.")
        case .tooSmall:
            LocalizedText(
                "Scan at 150 dots per inch or more.",
                ru: "Сканируйте с разрешением от 150 точек на дюйм.",
                ky: "Дюймуна 150 же андан көп чекит менен сканерлеңиз.")
        case .noTimingMarks:
            LocalizedText(
                "Check that this is a ballot and that the whole page, with its edges, is in the picture.",
                ru: "Проверьте, что это бюллетень и что страница снята целиком, с краями.",
                ky: "Бул бюллетень экенин жана бет четтери менен толук түшкөнүн текшериңиз.")
        case .timingMarksDamaged(let side, _, _):
            LocalizedText(
                "Flatten the \(side.name.en) edge and scan again; if it is torn or written over, count this paper by hand.",
                ru:
                    "Расправьте край (\(side.name[.russian])) и отсканируйте снова; если он порван или исписан, посчитайте бюллетень вручную.",
                ky:
                    "Четин (\(side.name[.kyrgyz])) түздөп кайра сканерлеңиз; айрылган же чиймеленген болсо, бюллетенди кол менен эсептеңиз."
            )
        case .wrongLayout, .unknownLayout, .targetsNotFound, .printNotFound:
            LocalizedText(
                "Check that the paper belongs to this election and this station.",
                ru: "Проверьте, что бюллетень от этих выборов и этого участка.",
                ky: "Бюллетень ушул шайлоого жана ушул участокко таандык экенин текшериңиз.")
        case .noCode, .codeUnreadable, .bitsUnreadable:
            LocalizedText(
                "Scan again with the lower edge flat; if it cannot be read, count this paper by hand.",
                ru:
                    "Отсканируйте снова, расправив край с кодом; если не читается, посчитайте бюллетень вручную.",
                ky:
                    "Коду бар четин түздөп кайра сканерлеңиз; окулбаса, бюллетенди кол менен эсептеңиз."
            )
        case .otherElection, .testPaper, .realPaper, .otherStation:
            LocalizedText(
                "Put the paper aside and record where it was found.",
                ru: "Отложите бюллетень и запишите, где он найден.",
                ky: "Бюллетенди четке коюп, кайдан табылганын жазыңыз.")
        case .sameFaceTwice, .faceMissing, .facesDiffer:
            LocalizedText(
                "Check how the pages were paired into sheets; scan the sheet again.",
                ru: "Проверьте, как страницы сложены в листы; отсканируйте лист снова.",
                ky:
                    "Беттер барактарга кантип бириктирилгенин текшериңиз; баракты кайра сканерлеңиз."
            )
        case .otherFaceRefused:
            LocalizedText(
                "See the reason for the other side.",
                ru: "Смотрите причину для другой стороны.",
                ky: "Башка жактын себебин караңыз.")
        case .pageTwice:
            LocalizedText(
                "Nothing was counted twice; check how the picture came to be here twice.",
                ru: "Дважды ничего не посчитано; проверьте, откуда второй такой же снимок.",
                ky: "Эч нерсе эки жолу эсептелген жок; экинчи сүрөт кайдан келгенин текшериңиз.")
        case .pageUnreadable:
            LocalizedText(
                "Copy the file again, or scan the page again.",
                ru: "Скопируйте файл снова или отсканируйте страницу снова.",
                ky: "Файлды кайра көчүрүңүз же бетти кайра сканерлеңиз.")
        }
    }
}

extension PageSide {
    /// Of the page as it lies before the reader.
    var name: LocalizedText {
        switch self {
        case .left: LocalizedText("left", ru: "левый", ky: "сол")
        case .right: LocalizedText("right", ru: "правый", ky: "оң")
        case .top: LocalizedText("top", ru: "верхний", ky: "үстүңкү")
        case .bottom: LocalizedText("bottom", ru: "нижний", ky: "астыңкы")
        }
    }
}

extension BallotLayout.Face {
    var name: LocalizedText {
        switch self {
        case .front: LocalizedText("front", ru: "лицевая", ky: "алды бети")
        case .back: LocalizedText("back", ru: "оборотная", ky: "арткы бети")
        }
    }
}
