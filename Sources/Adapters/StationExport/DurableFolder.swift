import Foundation

/// A folder on a medium that may be pulled out at any moment: each file is there whole or not at all,
/// and when a call returns it is on the medium.
struct DurableFolder {
    let path: String
    /// Every file gets this time, so that times tell nothing of the order of papers.
    let time: Int

    /// Puts a file in its place. One that is there already is replaced.
    func write(_ bytes: [UInt8], to name: String) throws(MediumProblem) {
        let target = path + "/" + name
        let folder = (target as NSString).deletingLastPathComponent
        try makeFolder(folder)
        let part = folder + "/.part"
        try put(bytes, into: part)
        guard rename(part, target) == 0 else { throw problem(errno) }
        try sync(folder)
    }

    private func put(_ bytes: [UInt8], into part: String) throws(MediumProblem) {
        let file = open(part, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw problem(errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBufferPointer {
                Foundation.write(file, $0.baseAddress! + written, bytes.count - written)
            }
            guard count >= 0 || errno == EINTR else {
                let number = errno
                Foundation.close(file)
                unlink(part)
                throw problem(number)
            }
            written += max(0, count)
        }
        var times = [timespec(tv_sec: time, tv_nsec: 0), timespec(tv_sec: time, tv_nsec: 0)]
        // Some file systems keep no such times; then there is nothing to hide either.
        futimens(file, &times)
        let synced = fsync(file)
        let number = errno
        Foundation.close(file)
        guard synced == 0 else { throw problem(number) }
    }

    func remove(_ name: String) throws(MediumProblem) {
        guard unlink(path + "/" + name) == 0 || errno == ENOENT else { throw problem(errno) }
    }

    /// Removes a folder and what is in it.
    func removeFolder(_ name: String) throws(MediumProblem) {
        let folder = path + "/" + name
        guard FileManager.default.fileExists(atPath: folder) else { return }
        do { try FileManager.default.removeItem(atPath: folder) } catch { throw problem(errno) }
        try sync(path)
    }

    /// Bytes of a regular file of this name; nil when there is none.
    func size(_ name: String) -> Int? {
        var status = stat()
        guard lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Int(status.st_size)
    }

    private func makeFolder(_ folder: String) throws(MediumProblem) {
        guard access(folder, F_OK) != 0 else { return }
        // The medium's own folder is never made: without the medium it would be on another disk.
        guard access(path, F_OK) == 0 else { throw .missing(path) }
        let above = (folder as NSString).deletingLastPathComponent
        try makeFolder(above)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw problem(errno) }
        try sync(above)
    }

    private func sync(_ folder: String) throws(MediumProblem) {
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw problem(errno) }
        defer { Foundation.close(file) }
        // Some file systems of sticks cannot; the file itself is there.
        guard fsync(file) == 0 || errno == EINVAL else { throw problem(errno) }
    }

    private func problem(_ number: Int32) -> MediumProblem {
        switch number {
        case ENOSPC, EDQUOT: .full(path)
        case EROFS, EACCES, EPERM: .readOnly(path)
        case ENOENT, ENODEV, ENXIO: .missing(path)
        default: .failed(path, String(cString: strerror(number)))
        }
    }
}
