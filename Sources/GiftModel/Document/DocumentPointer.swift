/// The text of a place in a document.
///
/// - Source: RFC 6901, <https://www.rfc-editor.org/rfc/rfc6901>.
enum DocumentPointer {
    /// Returns keys and positions one after another, each behind a slash, with `~` and `/` escaped.
    static func text(of path: [String]) -> String {
        path.map { key in
            var token = "/"
            for scalar in key.unicodeScalars {
                switch scalar {
                case "~": token += "~0"
                case "/": token += "~1"
                default: token.unicodeScalars.append(scalar)
                }
            }
            return token
        }
        .joined()
    }

    /// Returns the keys and positions that `pointer` names.
    static func path(of pointer: String) -> [String] {
        pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .map { token in
                var key = ""
                var isEscaped = false
                for scalar in token {
                    switch (isEscaped, scalar) {
                    case (false, "~"): isEscaped = true
                    case (true, "0"): (key, isEscaped) = (key + "~", false)
                    case (true, "1"): (key, isEscaped) = (key + "/", false)
                    default: key.unicodeScalars.append(scalar)
                    }
                }
                return key
            }
    }
}
