/// The steps of normalisation that have a name.
///
/// | name | what it does |
/// |---|---|
/// | `nfc`, `nfd`, `nfkc`, `nfkd` | the forms of Unicode (UAX #15) |
/// | `lowercase` | small letters, scalar by scalar, as models read them |
/// | `casefold` | full case folding: ß and SS are ss |
/// | `strip-accents` | é → e, in NFC; kana and Hangul stay |
/// | `whitespace` | a run of white space is one space, and none is at either end |
/// | `repeats` | a character that comes more than `keep` times in a row (2) comes so often: ㅋㅋㅋㅋ → ㅋㅋ; a syllable that only draws out a vowel once: 좋아아아 → 좋아 |
/// | `colloquial` | Korean as it is chatted in, as it is written: see `Colloquial` |
/// | `urls`, `emails`, `mentions`, `hashtags`, `numbers`, `emoji` | each becomes what `with` says, "<url>", "<email>", … by default, "" to leave it out |
/// | `replace` | what the regular expression `replace` matches becomes `with`, where $1 and ${name} stand for groups |
package struct NormalizationStep: TextEdit {
    private enum Kind {
        case form(UnicodeForm)
        case lowercase
        case casefold
        case whitespace
        case repeats(keep: Int)
        case colloquial
        case entity(TextEntity, placeholder: String)
        case replace(RegularExpression, with: RegularExpression.Template)
    }

    private let kind: Kind
    private let name: String

    /// In the order in which they are best applied.
    package static let names =
        UnicodeForm.allCases.map(\.rawValue) + ["lowercase", "casefold", "whitespace", "repeats", "colloquial"]
        + TextEntity.allCases.map(\.rawValue)

    /// `keep` is for `repeats`, from 1; `placeholder` for the kinds of things that it replaces.
    package init(_ name: String, keep: Int? = nil, with placeholder: String? = nil) throws(NormalizationError) {
        self.name = name
        if let form = UnicodeForm(rawValue: name) {
            kind = .form(form)
        } else if let entity = TextEntity(rawValue: name) {
            kind = .entity(entity, placeholder: placeholder ?? entity.placeholder)
        } else {
            switch name {
            case "lowercase": kind = .lowercase
            case "casefold": kind = .casefold
            case "whitespace": kind = .whitespace
            case "repeats": kind = .repeats(keep: keep ?? 2)
            case "colloquial": kind = .colloquial
            default: throw .unknownStep(name: name)
            }
        }
        if let keep {
            guard case .repeats = kind else {
                throw .invalidOption(
                    step: name, option: "keep", came: "\(keep)", needed: "nothing: only repeats has it")
            }
            guard keep >= 1 else {
                throw .invalidOption(step: name, option: "keep", came: "\(keep)", needed: "at least 1")
            }
        }
        if let placeholder {
            guard case .entity = kind else {
                throw .invalidOption(
                    step: name, option: "with", came: "\"\(placeholder)\"",
                    needed: "nothing: only what is replaced has it")
            }
        }
    }

    /// What `pattern` matches is replaced by `template`, in which $1 or ${name} stands for a group and $$ for a dollar.
    package init(replace pattern: String, with template: String) throws(NormalizationError) {
        name = "replace"
        do throws(RegularExpressionError) {
            let expression = try RegularExpression(pattern)
            kind = .replace(expression, with: try expression.template(template))
        } catch {
            throw .regularExpression(error)
        }
    }

    package func edit(_ text: String) throws(NormalizationError) -> EditedText? {
        if case .replace(let expression, let template) = kind {
            do throws(RegularExpressionError) {
                return try expression.replacing(in: text, with: template)
            } catch {
                throw .regularExpression(error)
            }
        }
        var text = text
        return try text.withUTF8Bytes { (utf8) throws(NormalizationError) in
            var editor = TextEditor(utf8)
            switch kind {
            case .form(let form): form.edit(utf8, &editor)
            case .lowercase: SimpleEdits.lowercase(utf8, &editor)
            case .casefold: SimpleEdits.casefold(utf8, &editor)
            case .whitespace: SimpleEdits.foldWhiteSpace(utf8, &editor)
            case .repeats(let keep): SimpleEdits.foldRepeats(utf8, keep: keep, &editor)
            case .colloquial: Colloquial.edit(utf8, &editor)
            case .entity(let entity, let placeholder): entity.edit(utf8, placeholder: placeholder, &editor)
            case .replace: break
            }
            if editor.isTooLong { throw .resultTooLong(step: name) }
            return editor.finish()
        }
    }
}
