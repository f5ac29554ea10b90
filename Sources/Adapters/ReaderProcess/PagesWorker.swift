import CountingStation
import Foundation
import Primitives

/// The other end: a process that is handed one file and gives its pages, one by one, as files of their
/// own. Whoever started it has fenced it.
package enum PagesWorker {
    /// - Parameter open: opens a file: how many pages it has, and what gives one of them, counted
    ///   from 1.
    /// - Returns: false when it was not asked as it should be.
    package static func run(
        open: (_ bytes: [UInt8]) throws -> (pages: Int, page: (Int) throws -> [UInt8])
    ) throws -> Bool {
        let input = WorkerInput()
        guard let head = input.line() else { return true }
        let file = try ReaderMessages.message(PagesMessages.File.self, head)
        guard let bytes = input.bytes(file.bytes, most: PagesMessages.largestFile) else {
            return false
        }
        let opened: (pages: Int, page: (Int) throws -> [UInt8])
        do {
            opened = try open(bytes)
            try WorkerInput.say(PagesMessages.Opened(pages: opened.pages))
        } catch let problem as any ToldInThreeLanguages {
            try WorkerInput.say(PagesMessages.Opened(fault: PageFault(problem)))
            return true
        }
        while let line = input.line() {
            let ask = try ReaderMessages.message(PagesMessages.Ask.self, line)
            do {
                let page = try opened.page(ask.page)
                try WorkerInput.say(PagesMessages.Page(bytes: page.count), page)
            } catch let problem as any ToldInThreeLanguages {
                try WorkerInput.say(PagesMessages.Page(fault: PageFault(problem)))
            }
        }
        return true
    }
}

/// What passes between the station and whoever opens its files; bytes follow where they are counted.
enum PagesMessages {
    static let largestFile = 200_000_000
    /// A page of 100 megapixels, and its head.
    static let largestPage = 100_000_100

    struct File: Codable {
        var bytes: Int
    }

    struct Opened: Codable {
        var pages: Int?
        var fault: PageFault?
    }

    struct Ask: Codable {
        var page: Int
    }

    struct Page: Codable {
        var bytes: Int?
        var fault: PageFault?
    }
}
