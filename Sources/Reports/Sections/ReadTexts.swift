import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import TextAnalysis

/// What happens while the model reads some texts: attributions, gates and states, and how the answer moves.
struct ReadTexts {
    static let mostTexts = 40
    /// Bytes of states on the page; what is more is left out.
    static let mostStates = 2 << 20
    /// Labels whose probabilities are followed along a text.
    static let mostLabels = 6

    private let texts: [JSONValue]
    private let left: Int

    init(of model: Model, _ examples: [Example], progress: (Int, Int) -> Void) {
        var room = Self.mostStates
        let shown = examples.prefix(Self.mostTexts)
        left = examples.count - shown.count
        texts = shown.enumerated().map { index, example in
            progress(index + 1, shown.count)
            var members: [(name: String, value: JSONValue)] = [("text", .string(example.text.shortened))]
            switch example.truth {
            case .label(let label)?: members.append(("truth", .string(label)))
            case .spans(let spans)?:
                members.append(
                    (
                        "truth",
                        .array(
                            spans.map { .object(JSONObject([("type", .string($0.type)), ("text", .string($0.text))])) }
                        )
                    ))
            case nil: break
            }
            do throws(ExplainerError) {
                if model.task == .classify {
                    members += try Self.classified(example.text, model, &room)
                } else if model.task == .tag {
                    members += try Self.tagged(example.text, model, &room)
                } else {
                    members += try Self.read(example.text, model, &room)
                }
            } catch {
                members.append(("trouble", .string("\(error): \(error.hint)")))
            }
            return .object(JSONObject(members))
        }
    }

    var json: JSONValue? {
        .object(JSONObject([("texts", .array(texts)), ("left", .count(left))]))
    }

    private static func classified(
        _ text: String, _ model: Model, _ room: inout Int
    ) throws(ExplainerError) -> [(name: String, value: JSONValue)] {
        let explainer = Explainer(model: model)
        let steps = model.pipeline.encode(text).count
        // A layer may be so wide that its states are more than an explanation may have.
        let isSmall = model.network.stateCount(steps: steps) <= explainer.limits.values
        guard let reading = try explainer.explain(text, states: isSmall),
            let moving = try explainer.explain(text, method: .prefix)
        else { return [] }
        let prefixes = moving.tokens.compactMap(\.prefix)
        let ranked = model.labels.indices.map { label in
            (label: label, most: prefixes.reduce(0) { max($0, label < $1.count ? $1[label] : 0) })
        }.sorted { ($1.most, $0.label) < ($0.most, $1.label) }
        let followed = ranked.prefix(mostLabels).map(\.label).sorted()
        var end = 0
        return [
            ("label", .string(reading.label)), ("probability", .decimals(reading.probability, 6)),
            ("baseline", reading.baseline.map { .decimals($0, 6) } ?? .null), ("truncated", .bool(reading.truncated)),
            (
                "tokens",
                .array(
                    reading.tokens.map { token in
                        let gap = Self.gap(in: text, from: end, to: token.range.lowerBound)
                        end = max(end, token.range.upperBound)
                        return .object(
                            JSONObject([
                                ("t", .string(token.text)), ("gap", .string(gap)),
                                ("a", .decimals(token.attribution, 4)),
                            ]))
                    })
            ),
            (
                "prefix",
                .object(
                    JSONObject([
                        ("labels", .array(followed.map { .string(model.labels[$0]) })),
                        (
                            "steps",
                            .array(
                                prefixes.map { step in
                                    .array(followed.map { .decimals($0 < step.count ? step[$0] : 0, 4) })
                                })
                        ),
                    ]))
            ),
            ("states", json(of: reading.states ?? [], &room)), ("focus", .null),
        ]
    }

    private static func tagged(
        _ text: String, _ model: Model, _ room: inout Int
    ) throws(ExplainerError) -> [(name: String, value: JSONValue)] {
        guard let reading = try TagExplainer(model: model).explain(text) else { return [] }
        let utf8 = Array(text.utf8)
        var end = 0
        return [
            ("truncated", .bool(reading.truncated)),
            (
                "tokens",
                .array(
                    zip(reading.tokens, reading.attributions).map { token, row in
                        let gap = Self.gap(in: text, from: end, to: token.range.lowerBound)
                        end = max(end, token.range.upperBound)
                        return .object(
                            JSONObject([
                                ("t", .string(token.text)), ("gap", .string(gap)), ("tag", .string(token.tag)),
                                ("p", .decimals(token.probability, 4)),
                                ("from", .array(row.map { .decimals($0, 3) })),
                            ]))
                    })
            ),
            (
                "spans",
                .array(
                    reading.spans.map { span in
                        .object(
                            JSONObject([
                                ("type", .string(span.type)), ("start", .count(span.tokens.lowerBound)),
                                ("end", .count(span.tokens.upperBound)), ("p", .decimals(span.probability, 4)),
                                ("text", .string(String(decoding: utf8[span.range], as: UTF8.self))),
                            ]))
                    })
            ),
            ("states", json(of: reading.states, &room)), ("focus", .count(reading.focus)),
        ]
    }

    /// A text of a model that is for something else.
    private static func read(
        _ text: String, _ model: Model, _ room: inout Int
    ) throws(ExplainerError) -> [(name: String, value: JSONValue)] {
        let reading = try TextStates(of: text, model)
        return [
            (
                "tokens",
                .array(
                    reading.tokens.map { JSONValue.object(JSONObject([("t", .string($0.text)), ("gap", "")])) })
            ),
            ("states", json(of: reading.layers, &room)), ("focus", .null),
        ]
    }

    /// What stands between two tokens, where that is anything.
    private static func gap(in text: String, from start: Int, to end: Int) -> String {
        guard start < end else { return "" }
        return String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    }

    // MARK: - States

    /// By layer and direction; null where there is no room for them.
    private static func json(of states: [LayerStates], _ room: inout Int) -> JSONValue {
        let bytes = states.reduce(0) { sum, layer in
            sum + layer.hidden.count * (layer.gates.count + (layer.cell == nil ? 1 : 2)) * 4 / 3
        }
        guard bytes <= room else { return .null }
        room -= bytes
        return .array(
            states.map { layer in
                func symmetric(_ values: [Float]) -> ClosedRange<Float> {
                    let most = values.reduce(1e-6) { $1.isFinite ? max($0, abs($1)) : $0 }
                    return -most...most
                }
                var maps = layer.gates.map { gate in
                    // A candidate is a tanh and the others are sigmoids, unless the layer has other activations.
                    let usual: ClosedRange<Float> = gate.name == "candidate" ? -1...1 : 0...1
                    let isUsual = gate.values.allSatisfy { usual.contains($0) }
                    return json(gate.name, gate.values, isUsual ? usual : symmetric(gate.values))
                }
                if let cell = layer.cell { maps.append(json("cell state", cell, symmetric(cell))) }
                maps.append(json("hidden state", layer.hidden, symmetric(layer.hidden)))
                return .object(
                    JSONObject([
                        ("layer", .string(layer.layer)), ("direction", .string(layer.direction.rawValue)),
                        ("units", .count(layer.units)), ("maps", .array(maps)),
                        ("norms", .array(layer.gradientNorms.map { $0.isFinite ? .number($0.toFourFigures) : .null })),
                    ]))
            })
    }

    /// (T, units) as bytes, 0 ... 255 for the range, in base64 (RFC 4648): a 255th is more than colours show.
    private static func json(_ name: String, _ values: [Float], _ range: ClosedRange<Float>) -> JSONValue {
        let width = range.upperBound - range.lowerBound
        let bytes = values.map { value -> UInt8 in
            let share = (value - range.lowerBound) / width * 255
            return UInt8(min(255, max(0, share.isFinite ? share.rounded() : 0)))
        }
        return .object(
            JSONObject([
                ("name", .string(name)), ("low", .decimals(Double(range.lowerBound), 7)),
                ("high", .decimals(Double(range.upperBound), 7)), ("bytes", .string(base64(bytes))),
            ]))
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let word = piece.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= piece.count ? digits[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Double {
    /// Four figures, however small.
    fileprivate var toFourFigures: Double {
        guard self != 0, isFinite else { return 0 }
        var scale = 1.0
        while abs(self) * scale < 1_000, scale < 1e30 { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
