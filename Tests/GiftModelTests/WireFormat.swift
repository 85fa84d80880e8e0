import Foundation
import Testing

/// Encodes `value` with sorted keys, and expects it to read `stored` and to come back from it unchanged.
func expectWireFormat<Value: Codable & Equatable>(
    of value: Value,
    toBe stored: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == stored, sourceLocation: sourceLocation)
    #expect(try JSONDecoder().decode(Value.self, from: Data(stored.utf8)) == value, sourceLocation: sourceLocation)
}

/// Expects that `stored` is refused, and returns what the refusal says.
func refusal<Value: Decodable>(
    of stored: String,
    as type: Value.Type,
    sourceLocation: SourceLocation = #_sourceLocation
) -> String {
    do {
        let value = try JSONDecoder().decode(type, from: Data(stored.utf8))
        Issue.record("\(stored) was read as \(value)", sourceLocation: sourceLocation)
        return ""
    } catch DecodingError.dataCorrupted(let context) {
        return context.debugDescription
    } catch {
        return "\(error)"
    }
}
