import Models
import RecurrentNetworks
import Testing
import TextAnalysis

@Suite struct `Catalogues of models` {
    @Test func `names are found in the search paths in order, then among the built-in models`() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (folder.makeFolder("first"), folder.makeFolder("second"))
        let (older, newer) = (try Samples.model(seed: 1), try Samples.model(seed: 2))
        try ModelDirectory.write(newer, to: first + "/both")
        try ModelDirectory.write(older, to: second + "/both")
        try ModelDirectory.write(older, to: second + "/alone")
        try ModelDirectory.write(older, to: second + "/.hidden")
        _ = folder.makeFolder("second/empty")
        try TemporaryFolder.write([1], to: second + "/file")

        let catalog = ModelCatalog(searchPaths: [folder.path + "/missing", first, "", second, second + "/file"])
        let found = catalog.entries().filter { $0.path != nil }
        #expect(
            found == [
                ModelCatalog.Entry(name: "alone", path: second + "/alone"),
                ModelCatalog.Entry(name: "both", path: first + "/both"),
            ])
        #expect(catalog.entries().filter { $0.path == nil }.map(\.name) == BuiltInModels.names.sorted())
        #expect(try catalog.open("both").network.weights == newer.network.weights)
        #expect(try catalog.open("alone").name == "alone")
        #expect(try catalog.open(second + "/both").network.weights == older.network.weights)
    }

    @Test(arguments: [
        "nothing", "", ".", "..", "first/../first/one", "../first/one", ".hidden", "/no/such/place", "a\0b",
    ])
    func `what is not there is named with what is`(name: String) throws {
        let folder = try TemporaryFolder()
        let first = folder.makeFolder("first")
        try ModelDirectory.write(try Samples.model(), to: first + "/one")
        let catalog = ModelCatalog(searchPaths: [first])
        #expect(throws: ModelError.notFound(name: name, known: (["one"] + BuiltInModels.names).sorted())) {
            try catalog.open(name)
        }
    }

    @Test func `a damaged model is found, and fails when it is opened`() throws {
        let folder = try TemporaryFolder()
        _ = folder.makeFolder("broken")
        try TemporaryFolder.write([0x7b], to: folder.path + "/broken/config.json")
        let catalog = ModelCatalog(searchPaths: [folder.path])
        #expect(catalog.entries().contains { $0.name == "broken" })
        #expect {
            try catalog.open("broken")
        } throws: {
            guard case .invalid(folder.path + "/broken", _, _) = $0 as? ModelError else { return false }
            return true
        }
    }

    @Test(
        arguments: [
            (
                ["/a"], ["SLUICE_MODELS": "/b:/c", "XDG_DATA_HOME": "/d", "HOME": "/e"],
                ["/a", "/b", "/c", "/d/sluice/models"]
            ),
            ([], ["HOME": "/e"], ["/e/.local/share/sluice/models"]),
            ([], ["HOME": "/e", "XDG_DATA_HOME": "relative"], ["/e/.local/share/sluice/models"]),
            ([], [:], []), ([], ["SLUICE_MODELS": ":/b:", "HOME": ""], ["/b"]),
        ] as [([String], [String: String], [String])])
    func `search paths come from options, then the environment`(
        options: [String], environment: [String: String], expected: [String]
    ) {
        #expect(ModelCatalog.searchPaths(options: options, environment: environment) == expected)
    }

    @Test func `every built-in model opens and answers`() throws {
        for name in BuiltInModels.networks {
            let model = try BuiltInModels.open(name)
            #expect(model.name == name && model.path == nil)
            #expect(!model.card.license.isEmpty && !model.card.metrics.isEmpty)
            // A tagger answers each word, or each character.
            let answers = Samples.predict(model, "정말 재미있다").count / model.labels.count
            #expect(answers == (model.task == .tag ? model.pipeline.encode("정말 재미있다").count : 1))
        }
        #expect(throws: ModelError.notFound(name: "none", known: BuiltInModels.names)) {
            try BuiltInModels.open("none")
        }
    }

    @Test func `a path with a NUL in it is no path`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/sample"
        try ModelDirectory.write(try Samples.model(), to: path)
        let catalog = ModelCatalog(searchPaths: [])
        #expect(try catalog.open(path).name == "sample")
        #expect {
            try catalog.open(path + "\0/and more")
        } throws: { error in
            guard case .notFound = error as? ModelError else { return false }
            return true
        }
    }
}
