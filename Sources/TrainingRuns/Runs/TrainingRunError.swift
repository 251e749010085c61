package import Models
package import RecurrentNetworks
package import TimeSeries
package import WordVectors

/// Why there is no model at the end of a training run.
package enum TrainingRunError: Error, Sendable, Equatable, CustomStringConvertible {
    case data(DataError)
    case recipe(RecipeError)
    /// A series that cannot be learned from so, and where that stands.
    case series(SeriesError, file: String?, line: Int? = nil)
    case model(ModelError)
    case training(TrainingError)
    /// Word vectors that cannot be trained so.
    case vectors(WordVectorsError)
    /// A model that cannot teach the labels of the data.
    case teacher(path: String, reason: String)
    /// A file that cannot be read, or is no file of word vectors.
    case file(path: String, reason: String)
    /// The place for the model directory cannot take it.
    case output(path: String, reason: String, hint: String)
    /// It was told to end, and nothing was to be kept of it.
    case stopped

    package var description: String {
        switch self {
        case .data(let error): error.description
        case .recipe(let error): error.description
        case .series(let error, let file, let line):
            file.map { "\(InputBytes.place(of: $0, line: line)): \(error)" } ?? error.description
        case .model(let error): error.description
        case .training(let error): error.description
        case .vectors(let error): error.description
        case .teacher(let path, let reason), .file(let path, let reason): "\(path): \(reason)"
        case .output(let path, let reason, _): "\(path): \(reason)"
        case .stopped: "the training was stopped"
        }
    }

    /// What to do.
    package var hint: String? {
        switch self {
        case .data(let error): error.hint
        case .recipe(let error): error.hint
        case .series(let error, _, _): error.hint
        case .model: nil
        case .training, .vectors, .file, .stopped: nil
        case .teacher: "train the teachers on data with the same labels"
        case .output(_, _, let hint): hint
        }
    }
}
