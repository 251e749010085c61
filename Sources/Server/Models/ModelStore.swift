import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import Synchronization
import TextAnalysis
import Transports

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The models that are in memory, and those that can be.
///
/// A loaded model never changes: a reload puts another in its place, and who is using the old one finishes with it.
final class ModelStore: Sendable {
    fileprivate struct State {
        /// By key: the path of the directory as `ModelStore.key` gives it, or the name of a built-in model.
        var loaded: [String: LoadedModel] = [:]
        /// Being read now. Who wants one of these waits, rather than read it too.
        var loading: Set<String> = []
        /// Why the last reload of a loaded model failed.
        var problems: [String: String] = [:]
    }

    let catalog: ModelCatalog
    private let defaultModel: String?
    private let vectors: String?
    private let state = Monitor(State())
    /// What requests called a loaded model. Changed with `state`, and apart from it for being looked at by every request.
    private let called = Mutex<[String: LoadedModel]>([:])
    private let descriptions = DescriptionCache()
    private let defaults = DefaultModels()
    private let workers: WorkerPool

    /// - Parameter workers: who reads models again whose files have changed.
    init(catalog: ModelCatalog, defaultModel: String?, vectors: String?, workers: WorkerPool) {
        self.catalog = catalog
        self.vectors = vectors
        self.defaultModel = defaultModel
        self.workers = workers
    }

    // MARK: - Using

    /// Gives `body` the model of that name or path, which is read first where it is not in memory.
    func use<R>(
        _ name: String, _ body: (LoadedModel) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        let model = try acquire(name)
        defer { release(model) }
        return try body(model)
    }

    /// The same of one with a network.
    func useNetwork<R>(
        _ name: String, _ body: (LoadedNetwork) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        try use(name) { (model) throws(ResponseError) in
            guard let network = model.network else { throw .noNetwork(model) }
            return try body(network)
        }
    }

    /// The same of a vectoriser; a model that is something else is refused.
    func use<R>(
        vectorizer name: String, _ body: (StoredVectorizer) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        let model: LoadedModel
        do throws(ResponseError) { model = try acquire(name) } catch {
            throw error.code == .modelNotFound ? noVectorizer(name) : error
        }
        defer { release(model) }
        guard case .vectorizer(let vectorizer) = model.stored else {
            throw .wrongTask(model.name, is: model.task, wanted: StoredVectorizer.task)
        }
        return try body(vectorizer)
    }

    /// The same of a model for a task; one that is named and has another is refused. With no name, of the models of the
    /// task: the configured one, else the built-in one for the text's language, else the first by name.
    func use<R>(
        _ name: String?, for text: String, to task: Model.Task, _ body: (LoadedNetwork) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        let chosen: String
        if let name { chosen = name } else { chosen = try defaultName(for: text, task) }
        return try use(chosen) { (model) throws(ResponseError) in
            guard let network = model.network, network.model.task == task else {
                throw .wrongTask(model.name, is: model.task, wanted: task.rawValue)
            }
            return try body(network)
        }
    }

    /// The same of a forecaster; a model that is something else is refused. With no name: the configured model where it is
    /// one, else the first by name.
    func use<R>(
        forecaster name: String?, _ body: (Forecaster) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        let task = StoredForecaster.task
        guard let chosen = name ?? configuredDefault(for: task) ?? firstName(of: task) else {
            throw ResponseError(
                .modelNotFound, "no model was named, and there is none to forecast with",
                hint:
                    "train one with sluice train DATA --task forecast --target COLUMN -o FOLDER, and give the absolute "
                    + "path of that folder as \"model\" or put it in a folder of models")
        }
        return try use(chosen) { (model) throws(ResponseError) in
            guard let forecaster = model.forecaster else {
                throw .wrongTask(model.name, is: model.task, wanted: task)
            }
            return try body(forecaster)
        }
    }

    /// What `use` would find in memory; nil where it would have to read or to search first.
    func readyForecaster(_ name: String?) -> Forecaster? {
        let task = StoredForecaster.task
        guard let name = name ?? configuredDefault(for: task) ?? defaults.recent(of: task) else { return nil }
        return ready(name)?.forecaster
    }

    /// Whether `use` would find the model in memory.
    func isReady(_ name: String?, for text: String, to task: Model.Task) -> Bool {
        guard let name = name ?? configuredDefault(for: task.rawValue) ?? defaults.known(for: text, task) else {
            return false
        }
        return ready(name) != nil
    }

    /// Whether it is in memory and needs nothing else: what finds morphemes takes milliseconds, or has to be opened.
    func isReady(vectorizer name: String) -> Bool {
        guard case .vectorizer(let stored)? = ready(name)?.stored else { return false }
        return stored.vectorizer.sourceName == nil
    }

    func ready(_ name: String) -> LoadedModel? {
        called.withLock { $0[name] }
    }

    /// Reads the model that most requests without a name will want.
    func warmUp() {
        _ = try? use(nil, for: "가", to: .classify) { _ in }
    }

    /// The configured model, unless it is known to be for another task.
    private func configuredDefault(for task: String) -> String? {
        guard let defaultModel else { return nil }
        let found = ready(defaultModel)?.task ?? (try? describe(defaultModel))?.contents?.task
        return found == nil || found == task ? defaultModel : nil
    }

    private func acquire(_ name: String) throws(ResponseError) -> LoadedModel {
        let model: LoadedModel
        if let ready = ready(name) {
            model = ready
            if model.hasNewFiles() { renew(model, calledBy: name) }
        } else {
            model = try load(place(of: name), calledBy: name, keepAlive: nil)
        }
        model.beginUse()
        return model
    }

    /// Has a worker read the files as they are now. Requests go on with the old model until that is done, and for good
    /// where they cannot be opened.
    private func renew(_ old: LoadedModel, calledBy name: String) {
        let refusal = workers.submit { [self] in
            let place = Place(key: old.key, path: old.key)
            let outcome = Result { () throws(ResponseError) in
                try read(place, calledBy: name, keepAlive: old.keepAliveSeconds)
            }
            state.change { state in
                // An unload or a reload that came meanwhile holds.
                guard state.loaded[old.key] === old else { return }
                switch outcome {
                case .success(let model):
                    model.keep(old.keepAliveSeconds)
                    put(model, calledBy: name, in: &state)
                case .failure(let error): state.reloadFailed(old.key, error)
                }
            }
        }
        if refusal != nil { old.lookAgain() }
    }

    private func release(_ model: LoadedModel) {
        model.endUse()
        if model.keepAliveSeconds == 0, model.isExpired() { remove(model) }
    }

    private func remove(_ model: LoadedModel) {
        state.change { state in
            guard state.loaded[model.key] === model else { return }
            state.loaded[model.key] = nil
            called.withLock { $0 = $0.filter { $0.value.key != model.key } }
            state.problems[model.key] = nil
        }
    }

    /// Takes models out of memory that were not asked for as long as they were to be kept.
    func removeExpired() {
        for model in state.read({ Array($0.loaded.values) }) where model.isExpired() { remove(model) }
    }

    // MARK: - Finding

    /// Where a model is. `path` is nil for a built-in one.
    private struct Place {
        var key: String
        var path: String?
    }

    private func place(of name: String) throws(ResponseError) -> Place {
        if let problem = SystemPath.problem(name) {
            throw ResponseError(
                .invalidParams, "the model's name or path \(problem)",
                hint: "give a name that models/list shows, or the absolute path of a model directory")
        }
        if name.utf8.first == UInt8(ascii: "/") {
            let path = Self.key(of: name)
            return Place(key: path, path: path)
        }
        if let entry = catalog.entries().first(where: { $0.name == name }) {
            return Place(key: entry.path.map(Self.key) ?? entry.name, path: entry.path)
        }
        // A model that was loaded by its path answers to its name, too.
        if let model = state.read({ $0.loaded.values.first { $0.name == name } }) {
            return Place(key: model.key, path: model.key)
        }
        throw notFound(name)
    }

    /// One path for the many that lead to a directory. Its own name stays where that is a symbolic link: a model is
    /// called by it.
    private static func key(of path: String) -> String {
        let whole = path.utf8
        let end = whole.lastIndex { $0 != UInt8(ascii: "/") }.map { whole.index(after: $0) } ?? whole.startIndex
        let trimmed = whole[..<end]
        let start = trimmed.lastIndex(of: UInt8(ascii: "/")).map { trimmed.index(after: $0) } ?? trimmed.startIndex
        let name = String(path[start..<end])
        if name.isEmpty || name == "." || name == ".." { return resolved(path) ?? path }
        guard let folder = resolved(String(path[..<start])) else { return String(path[..<end]) }
        return folder == "/" ? "/" + name : folder + "/" + name
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Whether its name alone is enough to find it, and not another of the same name.
    func isFoundByName(_ model: LoadedNetwork) -> Bool {
        guard let entry = catalog.entries().first(where: { $0.name == model.name }) else { return false }
        return (entry.path.map(Self.key) ?? entry.name) == model.key
    }

    private func notFound(_ name: String) -> ResponseError {
        let names = Set(catalog.entries().map(\.name)).union(state.read { $0.loaded.values.map(\.name) }).sorted()
        let hint =
            names.isEmpty
            ? "there are no models: give the absolute path of a model directory, or put one in a folder of models"
            : "the models are \(names.joined(separator: ", ")); or give the absolute path of a model directory"
        return ResponseError(.modelNotFound, "there is no model \"\(name.prefix(200))\"", hint: hint)
    }

    private func noVectorizer(_ name: String) -> ResponseError {
        let names = list().filter { $0.contents?.task == StoredVectorizer.task }.map(\.name)
        return ResponseError(
            .modelNotFound, "there is no vectoriser \"\(name.prefix(200))\"",
            hint: (names.isEmpty ? "there are none" : "the vectorisers are \(names.joined(separator: ", "))")
                + "; store one with sluice train --task vectorize, give its absolute path, or say what to fit, such as "
                + #"{"method": "tf-idf"}"#)
    }

    private func defaultName(for text: String, _ task: Model.Task) throws(ResponseError) -> String {
        if let name = configuredDefault(for: task.rawValue) { return name }
        if let name = defaults.known(for: text, task) { return name }
        // Which languages the built-in models read stands in them, so they are read once.
        for name in BuiltInModels.networks where !defaults.knows(name) && !BuiltInModels.ofCapabilities.contains(name) {
            let model = try? acquire(name)
            defer { model.map(release) }
            defaults.learn(
                name, task: model?.network?.model.task ?? task, languages: model?.stored.card.languages ?? [])
        }
        if let name = defaults.known(for: text, task) { return name }
        guard let first = firstName(of: task.rawValue) else {
            throw ResponseError(
                .modelNotFound,
                "no model was named, and there is none to \(task.rawValue) \(task == .generate ? "a text" : "this text")",
                hint:
                    "train one with sluice train DATA --task \(task.rawValue) -o FOLDER, and give the absolute path of "
                    + "that folder as \"model\" or put it in a folder of models")
        }
        return first
    }

    /// The first model of a task by name, of those that stand in for one that nobody named.
    private func firstName(of task: String) -> String? {
        defaults.first(of: task) { [descriptions, catalog] in
            catalog.entries().first { entry in
                if entry.path == nil, BuiltInModels.ofCapabilities.contains(entry.name) { return false }
                return switch descriptions.description(of: entry.path ?? entry.name, path: entry.path, catalog) {
                case .success(let description): description.contents?.task == task
                case .failure: false
                }
            }?.name
        }
    }

    /// The vectors of those who name none: the configured ones, else the first by name whose card names the language of
    /// the words, else the first whose card names none.
    func defaultVectors(for words: [String]) throws(ResponseError) -> String {
        if let vectors { return vectors }
        let languages = Set(words.compactMap(AnalysisLanguage.ofWord))
        let language = languages.count == 1 ? languages.first : nil
        let chosen = defaults.first(of: StoredVectors.task + " " + (language ?? "")) { [descriptions, catalog] in
            let all = catalog.entries().compactMap { entry -> (name: String, languages: [String])? in
                let description = descriptions.description(of: entry.path ?? entry.name, path: entry.path, catalog)
                guard case .success(let found) = description, let contents = found.contents,
                    contents.task == StoredVectors.task
                else { return nil }
                return (entry.name, contents.languages)
            }
            let suited = language.flatMap { language in
                all.first { $0.languages.contains { $0 == language || $0.hasPrefix(language + "-") } }
            }
            let open = language == nil ? all.first : all.first { $0.languages.isEmpty }
            return (suited ?? open)?.name
        }
        guard let chosen else {
            let named = language.map { " for words of the language \"\($0)\"" } ?? ""
            throw ResponseError(
                .modelNotFound, "no vectors were named, and there are none\(named)",
                hint:
                    "name vectors, or make some with sluice vectors import FILE -o FOLDER: give the absolute path of that "
                    + "folder as \"vectors\" or put it in a folder of models")
        }
        return chosen
    }

    // MARK: - Loading

    private func open(_ place: Place, calledBy name: String) throws(ResponseError) -> StoredModel {
        do throws(ModelError) {
            return try catalog.openAny(place.path ?? place.key)
        } catch {
            throw responseError(error, name)
        }
    }

    private func load(
        _ place: Place, calledBy name: String, keepAlive: Double?
    ) throws(ResponseError) -> LoadedModel {
        // Either it is loaded already, or this thread is the one that loads it.
        let loaded = state.wait { state -> LoadedModel?? in
            if let model = state.loaded[place.key] {
                remember(name, model)
                return .some(model)
            }
            return state.loading.insert(place.key).inserted ? .some(nil) : nil
        }
        if let model = loaded ?? nil {
            if let keepAlive { model.keep(keepAlive) }
            return model
        }
        defer { state.change { _ = $0.loading.remove(place.key) } }
        let model = try read(place, calledBy: name, keepAlive: keepAlive ?? -1)
        state.change { put(model, calledBy: name, in: &$0) }
        return model
    }

    private func put(_ model: LoadedModel, calledBy name: String, in state: inout State) {
        state.loaded[model.key] = model
        state.problems[model.key] = nil
        called.withLock { called in
            for (name, old) in called where old.key == model.key { called[name] = model }
        }
        remember(name, model)
    }

    private func remember(_ name: String, _ model: LoadedModel) {
        called.withLock { called in
            // A directory has paths without end. What is forgotten is only looked up again.
            if called.count >= 1_000 { called = [:] }
            called[name] = model
        }
    }

    private func read(_ place: Place, calledBy name: String, keepAlive: Double) throws(ResponseError) -> LoadedModel {
        // Taken first: what is written while it is read is noticed afterwards.
        let stamp = place.path.map(DescriptionCache.stamp) ?? []
        return LoadedModel(
            key: place.key, stored: try open(place, calledBy: name), stamp: stamp, keepAlive: keepAlive)
    }

    func load(_ reference: ModelReference) throws(ResponseError) -> ModelDescription {
        let place = try place(of: reference.model)
        return description(
            of: try load(place, calledBy: reference.model, keepAlive: reference.keepAlive ?? -1))
    }

    func unload(_ reference: ModelReference) throws(ResponseError) -> ModelDescription {
        let place = try place(of: reference.model)
        guard let model = state.read({ $0.loaded[place.key] }) else { return try describe(reference.model) }
        remove(model)
        var description = description(of: model)
        description.readiness = .unloaded
        description.memory = 0
        return description
    }

    /// Reads a model again. Where that fails the one in memory stays, and the error says why.
    func reload(_ reference: ModelReference) throws(ResponseError) -> ModelDescription {
        let place = try place(of: reference.model)
        let old = state.read { $0.loaded[place.key] }
        return description(
            of: try replace(old, at: place, calledBy: reference.model, keepAlive: reference.keepAlive))
    }

    private func replace(
        _ old: LoadedModel?, at place: Place, calledBy name: String, keepAlive: Double?
    ) throws(ResponseError) -> LoadedModel {
        do throws(ResponseError) {
            let model = try read(place, calledBy: name, keepAlive: keepAlive ?? old?.keepAliveSeconds ?? -1)
            state.change { put(model, calledBy: name, in: &$0) }
            return model
        } catch {
            if old != nil { state.change { $0.reloadFailed(place.key, error) } }
            throw error
        }
    }

    // MARK: - Describing

    func describe(_ name: String) throws(ResponseError) -> ModelDescription {
        let place = try place(of: name)
        if let model = state.read({ $0.loaded[place.key] }) { return description(of: model) }
        let description = descriptions.description(of: place.key, path: place.path, catalog)
        switch description {
        case .success(let description): return description
        case .failure(let error): throw responseError(error, name)
        }
    }

    /// Every model that can be named, and those that were loaded by their path, by name.
    func list() -> [ModelDescription] {
        let loaded = state.read { $0.loaded }
        var result: [ModelDescription] = []
        var listed: Set<String> = []
        for entry in catalog.entries() {
            let key = entry.path.map(Self.key) ?? entry.name
            listed.insert(key)
            if let model = loaded[key] {
                result.append(description(of: model))
                continue
            }
            switch descriptions.description(of: key, path: entry.path, catalog) {
            case .success(let description): result.append(description)
            case .failure(let error):
                result.append(
                    ModelDescription(
                        name: entry.name, source: entry.path ?? "built-in", readiness: .invalid, memory: 0,
                        problem: error.description))
            }
        }
        for (key, model) in loaded where !listed.contains(key) { result.append(description(of: model)) }
        return result.sorted { $0.name < $1.name }
    }

    func memory() -> [DaemonStatus.ModelMemory] {
        state.read { Array($0.loaded.values) }.map { .init(name: $0.name, bytes: $0.memory) }
            .sorted { $0.name < $1.name }
    }

    private func description(of model: LoadedModel) -> ModelDescription {
        var description = ModelDescription(model.stored)
        description.readiness = .ready
        description.memory = model.memory
        description.problem = state.read { $0.problems[model.key] }
        return description
    }

    private func responseError(_ error: ModelError, _ name: String) -> ResponseError {
        switch error {
        case .notFound: return notFound(name)
        case .invalid, .newerFormat, .io:
            return ResponseError(
                .modelInvalid, error.description,
                hint:
                    "mend the model's directory, or train or import it again, then ask again; models/list shows the others"
            )
        }
    }
}

extension ModelStore.State {
    fileprivate mutating func reloadFailed(_ key: String, _ error: ResponseError) {
        problems[key] = "the last reload failed: \(error.message)"
    }
}

extension ResponseError {
    static func wrongTask(_ name: String, is task: String, wanted: String) -> ResponseError {
        ResponseError(
            .invalidParams, "the task of the model \"\(name)\" is \(called(task)), not to \(wanted)",
            hint: "ask \(method(of: task)), or name another model; models/list shows their tasks")
    }

    /// Of what only a network that reads texts can do.
    static func noNetwork(_ model: LoadedModel) -> ResponseError {
        let lacks = model.forecaster == nil ? "it has no network" : "it reads no texts"
        return ResponseError(
            .invalidParams, "the task of the model \"\(model.name)\" is \(called(model.task)): \(lacks)",
            hint: "ask \(method(of: model.task)), or name another model; models/list shows their tasks")
    }

    private static func called(_ task: String) -> String {
        task == StoredVectors.task ? "to hold word vectors" : "to \(task)"
    }

    private static func method(of task: String) -> String {
        switch task {
        case StoredVectors.task: "words/similar"
        case StoredForecaster.task: "series/forecast"
        default: "text/\(task)"
        }
    }
}
