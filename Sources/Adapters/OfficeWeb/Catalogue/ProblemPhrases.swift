import Web

/// The office's catalogue, part eight: problems that speak English only in themselves, because programs
/// meet them, in the words of a page. A list by code, so that a page never shows a stranger's tongue.
extension Phrase {
    /// What happened and the next step; nil for a problem that brings its own words.
    static func problem(_ code: String) -> (what: Phrase, next: Phrase)? {
        if code.hasPrefix("storage.") { return storage(code) }
        if let known = problems[code] { return known }
        return nil
    }

    private static func storage(_ code: String) -> (what: Phrase, next: Phrase) {
        if code == "storage.too-large" {
            return (
                Phrase("The file is too large.", ru: "Файл слишком велик.", ky: "Файл өтө чоң."),
                Phrase(
                    "Send a smaller picture.", ru: "Отправьте снимок поменьше.",
                    ky: "Кичирээк сүрөт жөнөтүңүз.")
            )
        }
        return (
            Phrase(
                "It cannot be kept just now. Nothing was lost, and nothing was done by half.",
                ru: "Сейчас это нельзя сохранить. Ничего не потеряно и не сделано наполовину.",
                ky:
                    "Азыр муну сактоого болбойт. Эч нерсе жоголгон жок, жарым-жартылай жасалган жок."
            ),
            Phrase(
                "Wait a minute and press again; if it stays, call the administrator.",
                ru: "Подождите минуту и нажмите снова; если не пройдёт, позовите администратора.",
                ky: "Бир мүнөт күтүп, кайра басыңыз; өтпөсө, администраторду чакырыңыз.")
        )
    }

    private static let problems: [String: (what: Phrase, next: Phrase)] = [
        "api.other-site": (
            Phrase(
                "This form is of an older sign-in, or was not sent from a page of ours. Nothing was done.",
                ru:
                    "Форма открыта до последнего входа или отправлена не с нашей страницы. Ничего не сделано.",
                ky:
                    "Форма мурунку кирүүдөн калган же биздин беттен жөнөтүлгөн эмес. Эч нерсе жасалган жок."
            ),
            Phrase(
                "Look it over and press again.", ru: "Проверьте и нажмите ещё раз.",
                ky: "Карап чыгып, дагы басыңыз.")
        ),
        "api.no-such-resource": (noSuchPageHere, openFromDesk),
        "api.wrong-method": (cannotBeDone, openFromDesk),
        "api.idempotency-key-missing": (formIncomplete, openAgain),
        "api.idempotency-key-reused": (
            Phrase(
                "This form was sent before, with something else in it.",
                ru: "Эта форма уже отправлена с другим содержанием.",
                ky: "Бул форма мурда башка мазмун менен жөнөтүлгөн."),
            Phrase(
                "Look it over and press again.", ru: "Проверьте и нажмите ещё раз.",
                ky: "Карап чыгып, дагы басыңыз.")
        ),
        "form.wrong-type": (formIncomplete, openAgain),
        "form.malformed": (formIncomplete, openAgain),
        "form.too-many-parts": (formTooLarge, sendLess),
        "form.too-long": (formTooLarge, sendLess),
        "program.fault": (
            Phrase(
                "Something went wrong on our side.", ru: "Что-то пошло не так на нашей стороне.",
                ky: "Биздин тарапта бир нерсе туура эмес болду."),
            Phrase(
                "Try again; if it stays, tell the administrator what you did.",
                ru: "Попробуйте снова; если не пройдёт, сообщите администратору, что вы делали.",
                ky: "Кайра аракет кылыңыз; өтпөсө, эмне кылганыңызды администраторго айтыңыз.")
        ),
    ]

    private static let openFromDesk = Phrase(
        "Go on from your desk.", ru: "Продолжите с рабочего стола.", ky: "Иш столунан улантыңыз.")
    private static let openAgain = Phrase(
        "Open the page again and send the form from there.",
        ru: "Откройте страницу снова и отправьте форму с неё.",
        ky: "Бетти кайра ачып, форманы ошол жерден жөнөтүңүз.")
    private static let formIncomplete = Phrase(
        "The form did not come whole.", ru: "Форма пришла не полностью.",
        ky: "Форма толук келген жок.")
    private static let formTooLarge = Phrase(
        "The form holds too much: a text or a file is too long, or there are too many.",
        ru: "В форме слишком много: текст или файл слишком длинный, или их слишком много.",
        ky: "Формада өтө көп: текст же файл өтө узун, же алар өтө көп.")
    private static let sendLess = Phrase(
        "Send less at a time, or shorten it.", ru: "Отправьте меньше за раз или сократите.",
        ky: "Бир жолу азыраак жөнөтүңүз же кыскартыңыз.")
}
