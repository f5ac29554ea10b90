import Foundation

try StationPapers.run(Array(CommandLine.arguments.dropFirst()))
