import Foundation

extension String {
    /// The text of the file at `url`.
    init(fileAt url: URL) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw CommandFailure("\(url.relativePath): the file cannot be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure("\(url.relativePath): the file is not UTF-8 text")
        }
        self.init(text.trimmingPrefix("\u{FEFF}"))
    }
}
