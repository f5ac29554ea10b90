import CConfine
import Foundation

/// Shuts itself in as a station's reader does, and tries to get out; one line for each way, with the
/// error that it met. For tests.
enum ConfineTrial {
    static func run() -> Int32 {
        let mine = open("/etc/hostname", O_RDONLY)
        let held = cconfine_self(1 << 30, 5)
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
        tell("run a program", execl())
        tell("connect", connectAway())
        let taken = mmap(
            nil, 2 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        tell("take 2 GiB", taken == MAP_FAILED ? -1 : 0)
        return 0
    }

    private static func tell(_ what: String, _ result: Int32) {
        print("\(what): \(result < 0 ? String(cString: strerror(errno)) : "DONE")")
    }

    private static func execl() -> Int32 {
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        return execve("/bin/true", &words, &environment)
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
