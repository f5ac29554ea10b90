import Foundation

exit(StoreSpeed.run(Array(CommandLine.arguments.dropFirst())))
