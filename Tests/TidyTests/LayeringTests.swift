import Testing

/// Which module may import what: the floors of the house, in one place.
enum Layering {
    static let mayImport: [String: Set<String>] = [
        "GiftNumerics": cLibraries,
        "GiftModel": ["GiftNumerics"],
        "Segmentation": ["GiftModel", "GiftNumerics"],
        "LoyaltyPoints": ["GiftModel", "GiftNumerics"],
        "GiftPolicy": ["GiftModel", "GiftNumerics", "Segmentation"],
        "GiftFoundation": ["Foundation", "GiftModel", "GiftPolicy", "LoyaltyPoints", "Segmentation"],
        "GiftTesting": ["GiftModel", "GiftNumerics", "GiftPolicy", "LoyaltyPoints", "Segmentation"],
    ]

    /// The platforms' C libraries, for `log`, `exp` and their like.
    static let cLibraries: Set = ["Android", "Bionic", "Darwin", "Glibc", "Musl", "WASILibc", "ucrt"]

    private static let importableKinds: Set = [
        "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]

    static func faults(of file: SourceFile) -> [Fault] {
        let strangers = imports(of: file).filter { mayImport[file.module]?.contains($0.text) != true }
        return strangers.map { Fault(path: file.path, line: $0.line, what: "\(file.module) may not import \($0.text)") }
    }

    static func faultsOfCLibrary(in files: [SourceFile]) -> [Fault] {
        let importing = files.filter { imports(of: $0).contains { cLibraries.contains($0.text) } }
        return importing.dropFirst().map { Fault(path: $0.path, line: 1, what: "a second file imports the C library") }
    }

    /// The module of every import, however it is written.
    private static func imports(of file: SourceFile) -> [Token] {
        let imports = file.code.indices.filter { file.code[$0].text == "import" }
        return imports.compactMap { file.code[($0 + 1)...].first { !importableKinds.contains($0.text) } }
    }
}

@Suite struct `The layering` {
    @Test func `Lets every module import what stands below it and nothing else`() {
        expectNone(SourceFile.all.flatMap(Layering.faults))
    }

    @Test func `Keeps the C library to one file`() {
        expectNone(Layering.faultsOfCLibrary(in: SourceFile.all))
    }

    @Test(arguments: [
        "import LoyaltyPoints", "public import LoyaltyPoints", "package import LoyaltyPoints",
        "internal import LoyaltyPoints", "@preconcurrency import LoyaltyPoints", "@_exported import LoyaltyPoints",
        "import struct LoyaltyPoints.Points", "#if os(Linux)\n    import LoyaltyPoints\n#endif",
        "import GiftModel; import LoyaltyPoints", "import Foundation", "import FoundationEssentials",
        "import Dispatch", "import os", "import Glibc", "import class Foundation.NSDate", "@testable import Testing",
    ])
    func `Sees an import however it is written`(text: String) {
        #expect(faultCount(Layering.faults, in: text, at: "Segmentation/Tier.swift") == 1)
    }

    @Test(arguments: ["GiftTesting", "GiftModel", "GiftUtilities"])
    func `Knows no test framework, no higher floor and no other module`(module: String) {
        let text = "import Testing\nimport GiftFoundation\nimport XCTest"
        #expect(faultCount(Layering.faults, in: text, at: "\(module)/Law.swift") == 3)
    }

    @Test(arguments: ["// import Foundation", "#if canImport(Foundation)", "/// ```\n/// import Foundation\n/// ```"])
    func `Is not fooled by what only mentions a module`(text: String) {
        #expect(faultCount(Layering.faults, in: text) == 0)
    }

    @Test func `Sees a second file that imports the C library`() {
        let text = "#if canImport(Glibc)\nimport Glibc\n#else\nimport Darwin\n#endif"
        let files = ["Log", "Erf"].map { SourceFile(path: "GiftNumerics/\($0).swift", text: text) }
        #expect(Layering.faultsOfCLibrary(in: [files[0]]).isEmpty)
        #expect(Layering.faultsOfCLibrary(in: files).map(\.path) == ["GiftNumerics/Erf.swift"])
    }
}
