import CChild
import Foundation

/// Shuts itself in as those do that look at pictures from outside, and tries to get out; one line for
/// each way, with the error that it met. For tests.
///
/// `confine-trial`: as a reader and a decoder. `confine-trial --fenced FOLDER KEY`: as a station's
/// opener of files, whose folder is FOLDER; KEY is a file that it must not reach.
enum ConfineTrial {
    static func run(_ words: [String]) -> Int32 {
        switch words.first {
        case "--fenced" where words.count == 3: fenced(folder: words[1], key: words[2])
        case "--inside" where words.count == 2: inside(key: words[1])
        case "--nothing": 0
        default: shutIn()
        }
    }

    private static func shutIn() -> Int32 {
        let mine = open("/etc/hostname", O_RDONLY)
        let held = cchild_enclose(1 << 30, 5, 0)
        guard held >= 0 else {
            print("not confined \(-held)")
            return 3
        }
        // The limit of descriptors would answer first; one place is made free for each trial.
        close(0)
        print("landlock \(held)")
        tell("use what was open before", fcntl(mine, F_GETFD))
        tell("read a file", open("/etc/passwd", O_RDONLY))
        tell("list a folder", open("/", O_RDONLY | O_DIRECTORY))
        tell("make a file", open("/tmp/confine-trial", O_WRONLY | O_CREAT, 0o600))
        tell("remove a file", unlink("/tmp/confine-trial-target"))
        tell("make a folder", mkdir("/tmp/confine-trial-folder", 0o700))
        tell("run a program", execute("/bin/true"))
        tell("connect", connectAway())
        tell("signal its parent", kill(getppid(), 0))
        let taken = mmap(
            nil, 2 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        tell("take 2 GiB", taken == MAP_FAILED ? -1 : 0)
        return 0
    }

    private static func tell(_ what: String, _ result: Int32) {
        print("\(what): \(result < 0 ? String(cString: strerror(errno)) : "DONE")")
    }

    // MARK: The opener of files

    /// Starts itself behind the fence.
    private static func fenced(folder: String, key: String) -> Int32 {
        let said: [String] = ["confine-trial", "--inside", key]
        var words = said.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var streams = cchild_streams(input: -1, output: 1, words: 2, shared: -1)
        var bounds = cchild_bounds(
            processor_seconds: 60, address_space: 4 << 30, file_size: 1 << 20,
            fence: Int32(CCHILD_FENCED_WITH_ITSELF.rawValue))
        let child = cchild_start("/proc/self/exe", &words, folder, &streams, &bounds)
        var status: Int32 = 0
        guard child > 0, waitpid(child, &status, 0) == child else { return 3 }
        return status == 0 ? 0 : 4
    }

    private static func inside(key: String) -> Int32 {
        tell("write into its folder", open("mine", O_WRONLY | O_CREAT, 0o600))
        tell("run poppler", started("/usr/bin/pdfinfo", "-v"))
        tell("run itself", started("/proc/self/exe", "--nothing"))
        var ends: [Int32] = [0, 0]
        tell(
            "talk with its children",
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends))
        tell("read a key", open(key, O_RDONLY))
        tell("remove a key", unlink(key))
        tell("empty a key", truncate(key, 0))
        tell("read /etc/passwd", open("/etc/passwd", O_RDONLY))
        tell("list a folder", open("/etc", O_RDONLY | O_DIRECTORY))
        tell("write beside its folder", open("../beside", O_WRONLY | O_CREAT, 0o600))
        tell("connect", connectAway())
        // What it wrote itself does not run.
        tell("run a copy", copied("mine") ? started("mine", "--nothing") : 0)
        return 0
    }

    /// Of a child that ended well: 0; else -1.
    private static func started(_ program: String, _ word: String) -> Int32 {
        let said: [String] = [program, word]
        var words = said.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var streams = cchild_streams(input: -1, output: -1, words: -1, shared: -1)
        var bounds = cchild_bounds(
            processor_seconds: 10, address_space: 1 << 30, file_size: 0,
            fence: Int32(CCHILD_OPEN.rawValue))
        let child = cchild_start(program, &words, ".", &streams, &bounds)
        guard child > 0 else {
            errno = -child
            return -1
        }
        var status: Int32 = 0
        guard waitpid(child, &status, 0) == child, status == 0 else {
            errno = ECHILD
            return -1
        }
        return 0
    }

    private static func copied(_ name: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: "/bin/true") else { return false }
        return FileManager.default.createFile(
            atPath: name, contents: bytes, attributes: [.posixPermissions: 0o700])
    }

    // MARK: Ways

    private static func execute(_ program: String) -> Int32 {
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        return execve(program, &words, &environment)
    }

    private static func connectAway() -> Int32 {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard line >= 0 else { return line }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(9).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
