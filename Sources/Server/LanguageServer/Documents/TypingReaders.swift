import LanguageFeatures
import Models
import Synchronization

/// Reads the passage that is being written: what stood before the change is not read again.
final class TypingReaders: Sendable {
    /// By the model's serial number.
    private let readers = Mutex<[(model: Int, reader: IncrementalClassifier)]>([])

    func classify(_ text: String, by network: LoadedNetwork, _ model: Int) -> Classification {
        readers.withLock { readers in
            if let place = readers.firstIndex(where: { $0.model == model }) {
                return readers[place].reader.classify(text)
            }
            if readers.count >= 4 { readers.removeFirst() }
            var reader = IncrementalClassifier(model: network.model)
            let answer = reader.classify(text)
            readers.append((model, reader))
            return answer
        }
    }
}
