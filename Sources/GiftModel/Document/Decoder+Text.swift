extension Decoder {
    /// Reads a text and what `value` makes of it, or says that the text is not `expectation`.
    package func text<Value>(_ value: (String) -> Value?, isNot expectation: String) throws -> Value {
        let text = try singleValueContainer().decode(String.self)
        guard let value = value(text) else {
            throw DocumentProblem.unreadable(text: text, expected: expectation).error(at: codingPath)
        }
        return value
    }

    /// Reads one of the words of a closed list, or says which there are.
    package func word<Word: RawRepresentable<String> & CaseIterable>() throws -> Word {
        let text = try singleValueContainer().decode(String.self)
        guard let word = Word(rawValue: text) else {
            throw KnownWords(Word.allCases.map(\.rawValue)).unknown("word", text).error(at: codingPath)
        }
        return word
    }

    /// Returns what `body` makes of the values that were read, or refuses the whole with its error's description.
    package func whole<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DecodingError {
            throw error
        } catch {
            throw DocumentProblem.impossible("\(error)").error(at: codingPath)
        }
    }

    /// Returns `value`, or says that what was read is not `expectation`.
    package func whole<Value>(_ value: Value?, isNot expectation: String) throws -> Value {
        guard let value else { throw DocumentProblem.impossible("this is not \(expectation)").error(at: codingPath) }
        return value
    }
}
