"""Names every public symbol that has no doc comment, or one that tells of a parameter which is not there.

Usage: documented.py GRAPH.symbols.json ...

A member that satisfies a protocol's requirement (its relationship has a `sourceOrigin`) says what the protocol says and
needs no comment of its own; what the compiler writes itself has no location. Not every parameter needs a line: that is
why docc's own check of parameters is off.
"""

import json
import os
import re
import sys
import urllib.parse


def faults(symbol):
    if "docComment" not in symbol:
        return ["has no doc comment"]
    signature = symbol.get("functionSignature", {})
    names = {parameter.get("internalName", parameter["name"]) for parameter in signature.get("parameters", [])}
    text = "\n".join(line["text"] for line in symbol["docComment"]["lines"])
    told = re.findall(r"^\s*- Parameter (\w+)\s*:", text, flags=re.M)
    return [f"has no parameter {name}" for name in told if signature and name not in names]


checked = 0
found = set()

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    witnesses = {link["source"] for link in graph["relationships"] if "sourceOrigin" in link}
    for symbol in graph["symbols"]:
        name = symbol["identifier"]["precise"]
        if "location" not in symbol or "::SYNTHESIZED::" in name or name in witnesses:
            continue
        if symbol["kind"]["identifier"] == "swift.extension":
            continue
        checked += 1
        source = os.path.relpath(urllib.parse.unquote(urllib.parse.urlparse(symbol["location"]["uri"]).path))
        line = symbol["location"]["position"]["line"] + 1
        for fault in faults(symbol):
            found.add((source, line, f"{'.'.join(symbol['pathComponents'])} {fault}"))

for source, line, fault in sorted(found):
    print(f"{source}:{line}: {fault}")
print(f"{checked} public symbols, {len(found)} faults in their doc comments")
sys.exit(1 if found or not checked else 0)
