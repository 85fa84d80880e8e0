// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "gift-kit", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .executableTarget(
            name: "Quickstart",
            dependencies: [
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "LoyaltyPoints", package: "gift-kit"),
                .product(name: "Segmentation", package: "gift-kit"),
            ]
        ),
        .executableTarget(
            name: "giftctl",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GiftFoundation", package: "gift-kit"),
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "GiftPolicy", package: "gift-kit"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Segmentation", package: "gift-kit"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ],
            resources: [.embedInCode("Report/report.mustache")]
        ),
        .executableTarget(
            name: "OwnJournal",
            dependencies: [
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "GiftTesting", package: "gift-kit"),
            ]
        ),
        .testTarget(
            name: "GiftctlTests",
            dependencies: [
                "giftctl",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "GiftPolicy", package: "gift-kit"),
                .product(name: "GiftTesting", package: "gift-kit"),
                .product(name: "Segmentation", package: "gift-kit"),
            ],
            exclude: ["Fixtures"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
