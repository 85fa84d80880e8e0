import Foundation
import GiftModel

/// Expects of every one of `types` that what it makes of `data` comes back.
func comeBack<each Value: Codable & Equatable>(_ data: Data, as types: repeat (each Value).Type) {
    repeat _ = comesBack(data, as: each types)
}

/// The value that `data` reads, after it was stored and read again and was the same.
func comesBack<Value: Codable & Equatable>(_ data: Data, as type: Value.Type) -> Value? {
    guard let value = comesBackUnhashed(data, as: type) else { return nil }
    _ = ContentHash(of: value)
    return value
}

/// The same for what holds real numbers, which no hash is taken of.
func comesBackUnhashed<Value: Codable & Equatable>(_ data: Data, as type: Value.Type) -> Value? {
    guard let value = try? JSONDecoder().decode(Value.self, from: data) else { return nil }
    guard let stored = try? JSONEncoder().encode(value) else { preconditionFailure("`\(value)` cannot be stored") }
    precondition((try? JSONDecoder().decode(Value.self, from: stored)) == value, "`\(value)` does not come back")
    return value
}
