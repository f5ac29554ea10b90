import Foundation

/// One page of one file.
package struct PageReference: Hashable, Sendable {
    /// The path of the file.
    package let file: String
    /// Counted from 1.
    package let page: Int
    /// The file has other pages besides.
    package let isOneOfSeveral: Bool

    /// The only page of a file.
    package init(file: String) {
        self.file = file
        page = 1
        isOneOfSeveral = false
    }

    /// A page of a file of several.
    package init(file: String, page: Int) {
        self.file = file
        self.page = page
        isOneOfSeveral = true
    }

    /// `scan.png`, or `batch.pdf#3` for the third page of several: how people name the page.
    package var name: String { (path as NSString).lastPathComponent }

    /// Reads the ``name`` of a page of several back.
    ///
    /// - Returns: the file's name and the page, from 1; nil when the name is of no such page.
    package static func parts(ofName name: String) -> (file: String, page: Int)? {
        guard let mark = name.lastIndex(of: "#"), mark > name.startIndex,
            let page = Int(name[name.index(after: mark)...]), page > 0
        else { return nil }
        return (String(name[..<mark]), page)
    }

    /// The same with the folders of the file.
    package var path: String { isOneOfSeveral ? "\(file)#\(page)" : file }
}
