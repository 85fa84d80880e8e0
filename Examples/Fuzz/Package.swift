// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "gift-kit", path: "../..")],
    targets: [
        .target(name: "FuzzParsers"),
        .executableTarget(
            name: "FuzzDocument",
            dependencies: [
                "FuzzParsers",
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "GiftPolicy", package: "gift-kit"),
                .product(name: "Segmentation", package: "gift-kit"),
            ]
        ),
        .executableTarget(
            name: "FuzzStored",
            dependencies: [
                "FuzzParsers",
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "LoyaltyPoints", package: "gift-kit"),
                .product(name: "Segmentation", package: "gift-kit"),
            ]
        ),
        .executableTarget(
            name: "FuzzText",
            dependencies: ["FuzzParsers", .product(name: "GiftModel", package: "gift-kit")]
        ),
        .executableTarget(
            name: "FuzzCleaner",
            dependencies: [
                "FuzzParsers",
                .product(name: "GiftModel", package: "gift-kit"),
                .product(name: "Segmentation", package: "gift-kit"),
            ]
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
