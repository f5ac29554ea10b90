import Foundation
import Imaging

DecodingService.serveIfAsked()

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
