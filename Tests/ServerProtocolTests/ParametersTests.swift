import JSON
import ServerProtocol
import Testing

@Suite struct `Parameters are read strictly` {
    @Test(arguments: [
        (#"{"text":"a"}"#, TextClassify.Parameters(input: .text("a"))),
        (#"{"text":""}"#, TextClassify.Parameters(input: .text(""))),
        (#"{"texts":[]}"#, TextClassify.Parameters(input: .texts([]))),
        (
            #"{"texts":["a","b"],"model":"m","top":2,"positionEncoding":"utf-8"}"#,
            TextClassify.Parameters(input: .texts(["a", "b"]), model: "m", top: 2)
        ),
        (#"{"text":"a","model":null,"top":1.0}"#, TextClassify.Parameters(input: .text("a"), top: 1)),
    ])
    func `What is right is read`(text: String, expected: TextClassify.Parameters) throws {
        #expect(try TextClassify.read(JSONValue(parsing: text)) == expected)
        #expect(try TextClassify.read(expected.json) == expected)
    }

    @Test(arguments: [
        ("{}", "neither came"), (#"{"text":"a","texts":["b"]}"#, "both came"), (#"{"text":1}"#, "is an integer"),
        (#"{"text":["a"]}"#, "is an array, expected a string"), (#"{"texts":"a"}"#, "expected an array of strings"),
        (#"{"texts":["a",1]}"#, "an integer at index 1"), (#"{"text":"a","top":0}"#, "is 0, expected an integer, 1 or"),
        (#"{"text":"a","top":1.5}"#, "is a number, expected an integer"), (#"{"text":"a","top":"1"}"#, "a string"),
        (#"{"text":"a","model":{}}"#, "is an object, expected a string"), (#"["a"]"#, "are an array"),
        (#"{"text":"a","positionEncoding":"utf-7"}"#, "one of \"utf-8\", \"utf-16\", \"utf-32\""),
        (#"{"Text":"a"}"#, "no parameter \"Text\""), (#"{"text":null}"#, "neither came"),
    ])
    func `What is wrong is refused, saying what came and what was expected`(text: String, reason: String) throws {
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: ShapeError.self) { try TextClassify.read(value) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.hint.isEmpty == false)
    }

    @Test func `Everything that an analysis may be asked for is read`() throws {
        let expected = TextAnalyze.Parameters(
            text: "a", language: "ko", dictionary: "none", include: [.morphemes, .costs], nbest: 3, decompound: .mixed,
            normalize: [
                .named("nfc"), .named("repeats", keep: 3), .named("urls", with: ""), .replace(pattern: "a+", with: "b"),
            ],
            stop: .init(words: ["x"], add: ["y"], remove: ["z"], tags: ["J"], drop: true),
            userWords: [
                .init(
                    word: "돕다", tag: "VV", cost: -5, reading: "돕따", expression: "돕/VV/*", conjugation: "ㅂ", force: true),
                .init(word: "판교", tag: "NNP"),
            ], userDictionary: "/w.tsv")
        #expect(try TextAnalyze.read(expected.json) == expected)
        #expect(try TextAnalyze.read(["text": "a"]) == TextAnalyze.Parameters(text: "a"))
        #expect(TextAnalyze.Parameters(text: "a").json == ["text": "a"])
    }

    @Test(arguments: [
        (#"{"text":"a","include":["lemmas"]}"#, "include has \"lemmas\""), (#"{"text":"a","nbest":0}"#, "is 0"),
        (#"{"text":"a","normalize":[1]}"#, "normalize[0] is an integer"),
        (#"{"text":"a","normalize":["nfc",{"with":"x"}]}"#, "normalize[1] has neither"),
        (#"{"text":"a","normalize":[{"step":"nfc","to":"x"}]}"#, "no member \"to\""),
        (#"{"text":"a","stop":{"words":"x"}}"#, "stop.words is a string, expected an array of strings"),
        (#"{"text":"a","userWords":[{"word":"b"}]}"#, "userWords[0].tag is missing"),
        (#"{"text":"a","userWords":[{"word":"b","tag":"NNG","cost":"1"}]}"#, "userWords[0].cost is a string"),
        (#"{"text":"a","decompound":"all"}"#, "one of \"none\", \"mixed\", \"discard\""),
    ])
    func `What is wrong with an analysis's parameters is said`(text: String, reason: String) throws {
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: ShapeError.self) { try TextAnalyze.read(value) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.hint.isEmpty == false)
    }

    @Test(arguments: [
        (#"{"values":[]}"#, SeriesForecast.Parameters(.values([]))),
        (
            #"{"values":[1,null,-2.5],"times":["2001","2002","2003"],"model":"m","steps":3}"#,
            SeriesForecast.Parameters(.values([1, nil, -2.5]), times: ["2001", "2002", "2003"], model: "m", steps: 3)
        ),
        (
            #"{"rows":[{"date":"2024-01-01","y":1},{"y":null},{}]}"#,
            SeriesForecast.Parameters(
                .named([[.init("date", .text("2024-01-01")), .init("y", .number(1))], [.init("y", .missing)], []]))
        ),
        (
            #"{"rows":[[1,null],["3,5",2.0],[]]}"#,
            SeriesForecast.Parameters(.listed([[.number(1), .missing], [.text("3,5"), .number(2)], []]))
        ),
    ])
    func `The rows of a series are read`(text: String, expected: SeriesForecast.Parameters) throws {
        #expect(try SeriesForecast.read(JSONValue(parsing: text)) == expected)
        #expect(try SeriesForecast.read(expected.json) == expected)
    }

    @Test(arguments: [
        ("{}", "neither came"), (#"{"values":[1],"rows":[]}"#, "both came"),
        (#"{"values":[1,"2"]}"#, "a string at index 1"), (#"{"values":1}"#, "is an integer, expected an array"),
        (#"{"rows":[1]}"#, "rows[0] is an integer, expected an object or an array"),
        (#"{"rows":[{"a":1},[1]]}"#, "rows[1] is an array, expected an object"),
        (#"{"rows":[[1],{"a":1}]}"#, "rows[1] is an object, expected an array"),
        (#"{"rows":[{"a":[1]}]}"#, "rows[0].a is an array, expected a number"),
        (#"{"rows":[[1,true]]}"#, "rows[0][1] is a boolean"),
        (#"{"values":[1,2],"times":["2001"]}"#, "1 times and 2 rows came"),
        (#"{"values":[1],"steps":0}"#, "is 0, expected an integer from 1 to 10000"),
        (#"{"values":[1],"steps":10001}"#, "is 10001"), (#"{"values":[1],"value":1}"#, "no parameter \"value\""),
    ])
    func `What is wrong with a series is said`(text: String, reason: String) throws {
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: ShapeError.self) { try SeriesForecast.read(value) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.hint.isEmpty == false)
    }

    @Test func `More rows than there may be are refused`() throws {
        let rows = JSONValue.array(Array(repeating: [], count: SeriesForecast.greatestRows + 1))
        let error = #expect(throws: ShapeError.self) { try SeriesForecast.read(["rows": rows]) }
        #expect(error?.reason.contains("200001 rows came, expected at most 200000") == true)
    }

    @Test func `Everything that a training may be given is read`() throws {
        let all = ModelsTrain.Parameters(
            data: "/d.tsv", output: "/m", task: .tag, recipe: "/r.json", textColumn: "a", labelColumn: "b",
            feedback: "/f.jsonl", epochs: 3, seed: 0)
        #expect(try ModelsTrain.read(all.json) == all)
        #expect(
            try ModelsTrain.read(["data": "/d.tsv", "output": "/m"])
                == ModelsTrain.Parameters(data: "/d.tsv", output: "/m"))
    }

    @Test(arguments: [
        (#"{"output":"/m"}"#, "needs the parameter \"data\""), (#"{"data":"/d"}"#, "needs the parameter \"output\""),
        (#"{"data":"d","output":"/m"}"#, "of the data is not absolute"),
        (#"{"data":"/d","output":"m"}"#, "of the output is not absolute"),
        (#"{"data":"/d","output":"/m","feedback":"f"}"#, "of the feedback is not absolute"),
        (#"{"data":"/d","output":"/m","task":"vectorize"}"#, "expected one of \"classify\""),
        (#"{"data":"/d","output":"/m","epochs":0}"#, "from 1 to 100000"),
        (#"{"data":"/d","output":"/m","seed":-1}"#, "is -1"),
        (#"{"data":"/d","output":"/m","recipe":"a\u0000"}"#, "holds a NUL"),
    ])
    func `What is wrong with a training's parameters is said`(text: String, reason: String) throws {
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: ShapeError.self) { try ModelsTrain.read(value) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.hint.isEmpty == false)
    }

    @Test func `Every request takes a token for its progress`() throws {
        for token in [JSONValue.integer(7), "a", .null] {
            #expect(throws: Never.self) { try DaemonPing.read(["workDoneToken": token]) }
        }
        let error = #expect(throws: ShapeError.self) { try DaemonPing.read(["workDoneToken": [1]]) }
        #expect(error?.reason.contains("an integer or a string") == true)
    }

    @Test func `Words of a sum are strings, or objects whose weight may be left out`() throws {
        let value = try JSONValue(
            parsing:
                #"{"positive":["a",{"word":"b"},{"word":"c","weight":-0.5}],"negative":[{"word":"d","weight":1e6}]}"#)
        let expected = WordsSimilar.Parameters(
            .sum(
                positive: [.init("a"), .init("b"), .init("c", weight: -0.5)], negative: [.init("d", weight: 1e6)]))
        #expect(try WordsSimilar.read(value) == expected)
        #expect(try WordsSimilar.read(expected.json) == expected)
    }

    @Test(arguments: [
        (#"{"positive":[1]}"#, "positive[0] is an integer, expected a string or an object"),
        (#"{"positive":["a",{}]}"#, "positive[1].word is missing, expected a string"),
        (#"{"negative":[{"word":1}]}"#, "negative[0].word is an integer, expected a string"),
        (#"{"negative":[{"word":"a","wieght":2}]}"#, "negative[0] has no member \"wieght\""),
        (#"{"positive":[{"word":"a","weight":"2"}]}"#, "positive[0].weight is a string, expected a number"),
        (#"{"positive":[{"word":"a","weight":1000001}]}"#, "is 1000001.0, expected -1000000 to 1000000"),
        (#"{"positive":[{"word":"a","weight":-1e300}]}"#, "expected -1000000 to 1000000"),
    ])
    func `What is wrong with a word of a sum is said`(text: String, reason: String) throws {
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: ShapeError.self) { try WordsSimilar.read(value) }
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        #expect(error?.hint.isEmpty == false)
    }

    @Test func `A weight that is no number is refused`() {
        let params = JSONValue.object(
            JSONObject([("positive", [.object(JSONObject([("word", "a"), ("weight", .number(.nan))]))])]))
        let error = #expect(throws: ShapeError.self) { try WordsSimilar.read(params) }
        #expect(error?.reason.contains("weight is nan") == true, "\(error?.reason ?? "")")
    }

    @Test func `An unknown parameter's hint lists those there are`() {
        let error = #expect(throws: ShapeError.self) { try TextClassify.read(["text": "a", "lang": "ko"]) }
        #expect(
            error?.hint
                == "text/classify takes text (optional), texts (optional), model (optional), top (optional), explain (optional)"
        )
        let none = #expect(throws: ShapeError.self) { try DaemonPing.read(["x": 1]) }
        #expect(none?.hint == "daemon/ping takes no parameters")
    }

    @Test func `A missing parameter is named`() {
        let error = #expect(throws: ShapeError.self) { try ModelsDescribe.read(nil) }
        #expect(error?.reason == "models/describe needs the parameter \"model\", a string")
        #expect(throws: ShapeError.self) { try ModelsDescribe.read(["model": nil]) }
    }

    @Test(arguments: [nil, .null, [], [:]] as [JSONValue?])
    func `Where nothing is needed, nothing in any form will do`(params: JSONValue?) throws {
        #expect(try DaemonPing.read(params) == NoParameters())
    }

    @Test func `A vocabulary is asked by words, by ids or by a range, and by one of them only`() throws {
        let read = { (params: JSONValue) throws(ShapeError) in try ModelsVocabulary.read(params).selection }
        #expect(try read(["model": "m"]) == .range(from: 0, count: 100))
        #expect(try read(["model": "m", "from": 5]) == .range(from: 5, count: 100))
        #expect(try read(["model": "m", "words": ["a"]]) == .words(["a"]))
        #expect(try read(["model": "m", "ids": [0, 2]]) == .ids([0, 2]))
        let wrong: [JSONValue] = [
            ["model": "m", "ids": [-1]], ["model": "m", "ids": ["a"]], ["model": "m", "count": 10_001],
            ["model": "m", "words": ["a"], "ids": [1]], ["model": "m", "ids": [1], "from": 0],
            ["model": "m", "ids": .array(.init(repeating: 1, count: 10_001))],
        ]
        for params in wrong { #expect(throws: ShapeError.self) { try read(params) } }
    }

    @Test func `A path has to be absolute`() throws {
        #expect(throws: ShapeError.self) { try ModelsLoad.read(["path": "models/m"]) }
        #expect(throws: ShapeError.self) { try ModelsEvaluate.read(["model": "m", "data": "rows.tsv"]) }
        #expect(throws: ShapeError.self) { try ModelsLoad.read(["path": "/m", "model": "m"]) }
        #expect(throws: ShapeError.self) { try ModelsLoad.read([:]) }
        #expect(throws: ShapeError.self) { try ModelsLoad.read(["model": "m", "keepAlive": -0.5]) }
        let loaded = try ModelsLoad.read(["path": "/m", "keepAlive": -1])
        #expect(loaded == ModelReference(model: "/m", isPath: true, keepAlive: -1))
        #expect(try ModelsLoad.read(loaded.json) == loaded)
        #expect(throws: ShapeError.self) { try ModelsUnload.read(["model": "m", "keepAlive": 1]) }
    }

    @Test func `LSP's own methods ignore what they do not know`() throws {
        let params: JSONValue = [
            "processId": nil, "rootUri": nil, "newInSomeVersion": true,
            "capabilities": ["general": ["positionEncodings": ["utf-9", "utf-8", "utf-16"]]],
        ]
        let read = try Initialize.read(params)
        #expect(read.positionEncodings == [.utf8, .utf16])
        #expect(read.processId == nil)
        #expect(try Initialize.read(read.json) == read)
        #expect(throws: ShapeError.self) { try Initialize.read(["capabilities": 1]) }
    }
}
