import JSON
import Models
import RecurrentNetworks
import Testing

struct `Networks built in Swift` {
    @Test func `a stack in Swift is the stack of the recipe`() throws {
        let recipe = """
            [{"class_name": "Embedding", "config": {"input_dim": 10000, "output_dim": 64, "dropout": 0.1}},
             {"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM",
                "config": {"units": 64, "return_sequences": true, "recurrent_dropout": 0.2}}, "merge_mode": "sum"}},
             {"class_name": "LayerNormalization"},
             {"class_name": "Dropout", "config": {"rate": 0.3}},
             {"class_name": "GRU", "config": {"units": 32, "reset_after": false, "return_sequences": true}},
             {"class_name": "SimpleRNN", "config": {"units": 16, "return_sequences": true, "use_bias": false}},
             {"class_name": "GlobalPooling1D", "config": {"modes": ["max", "attention"]}},
             {"class_name": "Activation", "config": {"activation": "gelu"}},
             {"class_name": "Dense", "config": {"units": 4, "activation": "softmax"}}]
            """
        let built = NetworkConfiguration {
            Embedding(10_000, 64, dropout: 0.1)
            Bidirectional(LSTM(64, returnSequences: true) { $0.recurrentDropout = 0.2 }, merge: .sum)
            LayerNormalization()
            Dropout(0.3)
            GRU(32, returnSequences: true, resetAfter: false)
            SimpleRNN(16, returnSequences: true) { $0.useBias = false }
            GlobalPooling(.max, .attention)
            LayerConfiguration.activation(.gelu)
            Dense(4, activation: .softmax)
        }
        #expect(built == (try LayerCoding.decode(JSONValue(parsing: recipe))))
        #expect(try NetworkPlan(built).output == .vector(4))
    }

    @Test(arguments: [0, 3])
    func `a stack may depend on what the program knows`(depth: Int) throws {
        let built = NetworkConfiguration {
            if depth == 0 { InputLayer(5) } else { Embedding(9, 5) }
            for _ in 0..<depth { LSTM(4, returnSequences: true) }
            if depth > 0 { Dense(3) }
        }
        let lstm = LayerConfiguration.lstm(RecurrentOptions(units: 4, returnSequences: true))
        #expect(
            built.layers
                == (depth == 0
                    ? [.input(features: 5)]
                    : [.embedding(inputDimension: 9, outputDimension: 5), lstm, lstm, lstm, .dense(units: 3)]))
    }
}
