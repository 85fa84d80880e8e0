import Foundation
package import GiftModel
import Testing

/// JSON as it is stored, with sorted keys.
package enum Wire {
    package static func read<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    package static func text(of value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Shop.trapping { String(decoding: try encoder.encode(value), as: UTF8.self) }
    }
}

/// Expects that values which differ have other words, in every language.
package func expectDistinct<Value: Hashable>(_ values: [Value], _ words: (Value) -> LocalizedText) {
    for language in Language.allCases {
        var seen: [String: Value] = [:]
        for value in values {
            let text = words(value)[language]
            if let other = seen[text] { #expect(other == value, "\(text)") }
            seen[text] = value
            #expect(!text.isEmpty)
        }
    }
}
