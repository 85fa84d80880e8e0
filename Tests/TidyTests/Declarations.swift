/// A type that a file declares, at whatever depth.
struct TypeDeclaration {
    let name: String
    let line: Int
    /// How many braces stand open around it.
    let depth: Int
    let modifiers: Set<String>

    var isPublic: Bool { modifiers.contains("public") || modifiers.contains("open") }
    var isSeenByOtherFiles: Bool { depth == 0 && modifiers.isDisjoint(with: ["private", "fileprivate"]) }
}

/// A function or initializer with a body.
struct FunctionDeclaration {
    let name: String
    let line: Int
    let lineCount: Int
}

private let typeKeywords: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
private let modifierKeywords: Set = [
    "public", "open", "package", "internal", "fileprivate", "private", "final", "indirect", "nonisolated",
]
private let declarationKeywords: Set = [
    "func", "init", "subscript", "var", "let", "associatedtype", "static", "mutating", "case", "}",
]

extension SourceFile {
    var types: [TypeDeclaration] {
        var types: [TypeDeclaration] = []
        var depth = 0
        for (index, token) in code.enumerated().dropLast() {
            if token.text == "{" { depth += 1 }
            if token.text == "}" { depth -= 1 }
            guard typeKeywords.contains(token.text), code[index + 1].isWord, index == 0 || declares(at: index) else {
                continue
            }
            let modifiers = code[..<index].reversed().prefix { modifierKeywords.contains($0.text) }.map(\.text)
            types.append(
                TypeDeclaration(
                    name: code[index + 1].text,
                    line: token.line,
                    depth: depth,
                    modifiers: Set(modifiers)
                )
            )
        }
        return types
    }

    /// Neither `import struct X.Y` nor `class func` nor `x.actor` nor `(actor name: String)` declares a type.
    private func declares(at index: Int) -> Bool {
        !["import", ".", "(", ","].contains(code[index - 1].text) && code[index + 1].text != "func"
    }

    /// The names that mean something of this file's own: generic parameters, associated types and nested types.
    var ownNames: Set<String> {
        var names = Set(types.map(\.name))
        for (index, token) in code.enumerated().dropLast(2) {
            switch token.text {
            case "associatedtype": names.insert(code[index + 1].text)
            case "init", "subscript": names.formUnion(genericParameters(from: index + 1))
            case _ where typeKeywords.contains(token.text): names.formUnion(genericParameters(from: index + 2))
            case "func": names.formUnion(genericParameters(from: index + 2))
            default: break
            }
        }
        return names
    }

    /// The `T`, `U` and `N` of `<T: Sequence<Int>, each U, let N: Int>`, if one opens here.
    private func genericParameters(from start: Int) -> [String] {
        let optional = code[start...].prefix { $0.text == "?" }.count
        guard code.indices.contains(start + optional), code[start + optional].text == "<" else { return [] }
        var names: [String] = []
        var depth = 0
        var isName = true
        for token in code[(start + optional)...] {
            switch token.text {
            case "<": depth += 1
            case ">": depth -= 1
            case "," where depth == 1: isName = true
            case "each", "let": continue
            default:
                if isName { names.append(token.text) }
                isName = false
            }
            if depth == 0 { break }
        }
        return names
    }

    /// Every function and initializer that has a body.
    var functions: [FunctionDeclaration] {
        code.indices.dropLast().compactMap(function)
    }

    private func function(at index: Int) -> FunctionDeclaration? {
        let isFunction = code[index].text == "func"
        let isInitializer = code[index].text == "init" && code[..<index].last?.text != "."
        guard isFunction || isInitializer, let end = endOfBody(from: index + 1) else { return nil }
        return FunctionDeclaration(
            name: code[isFunction ? index + 1 : index].text,
            line: code[index].line,
            lineCount: end - code[index].line + 1
        )
    }

    /// The line of the brace that closes the next body; nil when another declaration comes first, as in a protocol.
    private func endOfBody(from start: Int) -> Int? {
        var braces = 0
        var brackets = 0
        for token in code[start...] {
            switch token.text {
            case "(", "[": brackets += 1
            case ")", "]": brackets -= 1
            case "{" where brackets == 0: braces += 1
            case "}" where brackets == 0 && braces == 1: return token.line
            case "}" where brackets == 0 && braces > 1: braces -= 1
            case _ where braces == 0 && brackets == 0 && declarationKeywords.contains(token.text): return nil
            default: break
            }
        }
        return nil
    }
}
