import Publication

extension Stage {
    mutating func watch() throws -> [String] { [] }
    mutating func assess() throws -> [String] { [] }
}
