"""Checks a manifest, as `swift package dump-package` prints it: warnings are errors in every target.

Usage: swift package dump-package | manifest.py NAME      The manifest called `root` may not have dependencies either.
"""

import json
import sys

name = sys.argv[1]
manifest = json.load(sys.stdin)
faults = []

if name == "root" and manifest["dependencies"]:
    faults.append("the package has dependencies")
if not manifest["targets"]:
    faults.append("the package has no targets")
for target in manifest["targets"]:
    settings = [setting for setting in target["settings"] if setting["tool"] == "swift"]
    kinds = [setting["kind"] for setting in settings]
    # A setting with a condition holds on some platforms only.
    if {"treatAllWarnings": {"_0": "error"}} not in [s["kind"] for s in settings if not s.get("condition")]:
        faults.append(f"{target['name']} lacks .treatAllWarnings(as: .error)")
    for kind in kinds:
        if "unsafeFlags" in kind or "warning" in kind.get("treatWarning", {}).values():
            faults.append(f"{target['name']} has {json.dumps(kind)}")

for fault in faults:
    print(f"{name}: {fault}")
sys.exit(1 if faults else 0)
