import Testing

/// What no folder, no file and no type is called.
enum Naming {
    private static let vagueFolders: Set = [
        "utils", "utilities", "helpers", "extensions", "misc", "common", "shared", "support",
    ]
    private static let takenElsewhere: Set = ["Stream", "Operation", "Channel"]

    static func faults(of file: SourceFile) -> [Fault] {
        var whats = file.folders.filter { vagueFolders.contains($0.lowercased()) }.map { "the folder \($0) is vague" }
        if file.name.hasSuffix("Test.swift") || file.name.hasSuffix("Tests.swift") {
            whats.append("tools take the file for a test")
        }
        let faults = whats.map { Fault(path: file.path, line: 1, what: $0) }
        return faults + file.types.compactMap { fault(of: $0, in: file) }
    }

    private static func fault(of type: TypeDeclaration, in file: SourceFile) -> Fault? {
        if Layering.mayImport.keys.contains(type.name) {
            Fault(path: file.path, line: type.line, what: "the type \(type.name) is called as a module is")
        } else if type.isPublic && takenElsewhere.contains(type.name) {
            Fault(path: file.path, line: type.line, what: "the type \(type.name) collides with Foundation or SwiftNIO")
        } else {
            nil
        }
    }
}

@Suite struct `The names of folders, files and types` {
    @Test func `Belong to the domain`() {
        expectNone(SourceFile.all.flatMap(Naming.faults))
    }

    @Test(arguments: [
        "GiftModel/Utils/Gift.swift", "GiftModel/Calendar/helpers/Gift.swift", "LoyaltyPoints/Extensions/Points.swift",
        "GiftModel/Misc/Gift.swift", "GiftModel/COMMON/Gift.swift", "Shared/Gift.swift", "GiftModel/Support/Gift.swift",
        "GiftModel/Utilities/Gift.swift", "GiftTesting/JournalTest.swift", "GiftTesting/JournalTests.swift",
    ])
    func `Find the fault in a path`(path: String) {
        #expect(faultCount(Naming.faults, in: "", at: path) == 1)
    }

    @Test(arguments: [
        "public enum GiftModel {}", "struct LoyaltyPoints {}", "public final class Stream {}",
        "public actor Channel {}",
        "public struct Gift {\n    @nonexhaustive public enum Operation {}\n}", "public typealias Stream = Int",
        "public protocol Segmentation {}",
    ])
    func `Find the fault in a type`(text: String) {
        #expect(faultCount(Naming.faults, in: text) == 1)
    }

    @Test(arguments: [
        "import struct GiftModel.Gift", "public struct GiftModelVersion {}", "private enum Operation {}",
        "public func perform(_ operation: Operation) {}", "// public struct Stream {}",
    ])
    func `Leave a good name alone`(text: String) {
        #expect(faultCount(Naming.faults, in: text, at: "GiftModel/Testing/Latest.swift") == 0)
    }
}
