import CChild
import Glibc

/// Decoders that do not do as they should, and one that tells what it can reach: what the tests put
/// in the place of a true one.
enum Misfit {
    static func behaveIfAsked() {
        switch Array(CommandLine.arguments.dropFirst()) {
        case ["--fails"]:
            waitForHead()
            raise(SIGSEGV)
        case ["--sleeps"]:
            waitForHead()
            sleep(60)
        case ["--lies"]:
            waitForHead()
            let lie = #"{"width":9000,"height":-3,"codes":[],"problem":5}"#
            var answer = [UInt8(lie.utf8.count), 0, 0, 0] + Array(lie.utf8)
            send(1, &answer, answer.count, 0)
            sleep(60)
        case ["--enclosed"]: tellWhatIsReached()
        default: return
        }
        exit(0)
    }

    private static func waitForHead() {
        signal(SIGSEGV, SIG_DFL)
        var head = [UInt8](repeating: 0, count: 32)
        recv(0, &head, head.count, Int32(MSG_WAITALL))
    }

    private static func tellWhatIsReached() {
        guard cchild_enclose(1 << 30, 10, 0) >= 0 else { return print("no fence") }
        let file = open("/etc/hostname", O_RDONLY)
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        // Returns only when it is refused.
        let program = execv("/bin/true", &words)
        print(
            "file:\(file < 0 ? "no" : "yes") socket:\(socket < 0 ? "no" : "yes") "
                + "program:\(program < 0 ? "no" : "yes")")
    }
}
