import Cryptography
import Foundation
import Offices
import Primitives
import Storage

/// What an account signs in with, as the vault keeps it. Never an act, never published.
struct Credential: Codable, Hashable, Sendable {
    /// Argon2id; see `PasswordHash`.
    var password: String
    /// The second factor's secret; nil where the office runs without one.
    var secret: [UInt8]?
    /// The newest half minute whose code was used.
    var lastStep: Int?

    static func name(_ account: Account.ID) -> String { "credential/\(account.text)" }
}

/// Somebody signed in. The token itself is kept nowhere; its SHA-256 names the session.
package struct Session: Codable, Sendable {
    package let account: Account.ID
    /// What a page's form must send along, so that no other site can send it.
    package let formToken: String
    package let began: Instant
    /// When it ends whatever happens.
    package let ends: Instant
    /// The last minute in which it was used.
    package internal(set) var used: Instant

    /// Hours from signing in to having to sign in again: a night of counting.
    package static let longestHours = 14
    /// Minutes without use after which it ends.
    package static let idleMinutes = 60

    static let prefix = "session/"
    static func name(_ token: String) -> String { prefix + Digest.of(token).hex }

    var expires: Instant { min(ends, used.adding(minutes: Self.idleMinutes)) }
}

/// A link that lets one person choose a password and set up the second factor, once.
package struct Invitation: Codable, Sendable {
    package let account: Account.ID
    /// The second factor that will be the account's, shown on the page of the link.
    package let secret: [UInt8]

    static let validHours = 48
    static let prefix = "invitation/"
    static func name(_ token: String) -> String { prefix + Digest.of(token).hex }
}

/// Why somebody is not let in.
package enum SignInProblem: Problem, Hashable {
    /// Name, password or code is wrong; it is not said which.
    case wrong
    case wait(seconds: Int)
    case sessionEnded
    case invitation
    case weakPassword
    case noMemory

    package var code: String {
        switch self {
        case .wrong: "sign-in.wrong"
        case .wait: "sign-in.wait"
        case .sessionEnded: "sign-in.session-ended"
        case .invitation: "sign-in.invitation"
        case .weakPassword: "sign-in.weak-password"
        case .noMemory: "sign-in.busy"
        }
    }

    package var what: LocalizedText {
        switch self {
        case .wrong:
            LocalizedText(
                "Name, password or code is wrong.", ru: "Имя, пароль или код неверны.",
                ky: "Ат, сырсөз же код туура эмес.")
        case .wait(let seconds):
            LocalizedText(
                "Too many tries; wait \(seconds) seconds.",
                ru: "Слишком много попыток; подождите \(seconds) с.",
                ky: "Аракет өтө көп; \(seconds) секунд күтүңүз.")
        case .sessionEnded:
            LocalizedText(
                "You are not signed in, or the session has ended.",
                ru: "Вы не вошли, или сеанс завершён.", ky: "Сиз кирген жоксуз же сеанс бүткөн.")
        case .invitation:
            LocalizedText(
                "The link was used already, or its time is over.",
                ru: "Ссылка уже использована или истекла.",
                ky: "Шилтеме колдонулган же мөөнөтү бүткөн.")
        case .weakPassword:
            LocalizedText(
                "The password is shorter than 12 letters, longer than 200, or one of the usual ones.",
                ru: "Пароль короче 12 знаков, длиннее 200 или слишком обычный.",
                ky: "Сырсөз 12 белгиден кыска, 200дөн узун же өтө эле кадимки.")
        case .noMemory:
            LocalizedText(
                "The machine is too busy to check a password now.",
                ru: "Машина сейчас слишком занята, чтобы проверить пароль.",
                ky: "Машина азыр сырсөздү текшере албайт.")
        }
    }

    package var next: LocalizedText {
        switch self {
        case .wrong:
            LocalizedText(
                "Type all three again; the code changes every 30 seconds.",
                ru: "Введите всё снова; код меняется каждые 30 секунд.",
                ky: "Баарын кайра териңиз; код ар 30 секундда өзгөрөт.")
        case .wait, .noMemory:
            LocalizedText("Then try again.", ru: "Затем повторите.", ky: "Анан кайталаңыз.")
        case .sessionEnded:
            LocalizedText(
                "Sign in again; what you had filed is kept.",
                ru: "Войдите снова; поданное сохранено.",
                ky: "Кайра кириңиз; бергениңиз сакталды.")
        case .invitation:
            LocalizedText(
                "Ask the administrator for a new link.", ru: "Попросите новую ссылку.",
                ky: "Администратордон жаңы шилтеме сураңыз.")
        case .weakPassword:
            LocalizedText(
                "Take four words that do not belong together.",
                ru: "Возьмите четыре не связанных слова.",
                ky: "Бири-бирине байланышпаган төрт сөз алыңыз.")
        }
    }

    package var summary: String { what.en }
    package var remedy: String { next.en }
}
