"""Names every public symbol that has no doc comment. Usage: documented.py GRAPH.symbols.json ...

A member that satisfies a protocol's requirement (its relationship has a `sourceOrigin`) says what the protocol says, and
so needs no comment of its own; what the compiler writes itself has no location.
"""

import json
import os
import sys
import urllib.parse

checked = 0
missing = set()

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    witnesses = {
        relationship["source"]
        for relationship in graph["relationships"]
        if "sourceOrigin" in relationship or relationship["kind"] == "defaultImplementationOf"
    }
    for symbol in graph["symbols"]:
        name = symbol["identifier"]["precise"]
        if "location" not in symbol or "::SYNTHESIZED::" in name or name in witnesses:
            continue
        if symbol["kind"]["identifier"] == "swift.extension":
            continue
        checked += 1
        if "docComment" not in symbol:
            source = urllib.parse.unquote(urllib.parse.urlparse(symbol["location"]["uri"]).path)
            line = symbol["location"]["position"]["line"] + 1
            missing.add((os.path.relpath(source), line, ".".join(symbol["pathComponents"])))

for source, line, name in sorted(missing):
    print(f"{source}:{line}: {name} has no doc comment")
print(f"{checked} public symbols, {len(missing)} without a doc comment")
sys.exit(1 if missing or not checked else 0)
