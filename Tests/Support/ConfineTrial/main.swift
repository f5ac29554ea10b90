import CChild
import Foundation

// Swift's own list of words is empty behind the fence.
var words: [String] = []
if let own = cchild_own_words() {
    while let word = own[words.count] { words.append(String(cString: word)) }
}
exit(ConfineTrial.run(Array(words.dropFirst())))
