"""Checks that the relative links in Markdown files lead to files of this repository. Usage: links.py FILE.md ..."""

import pathlib
import re
import sys
import urllib.parse

top = pathlib.Path.cwd().resolve()
faults = 0

for name in sys.argv[1:]:
    page = pathlib.Path(name)
    text = re.sub(r"^```.*?^```", lambda block: re.sub(r"[^\n]", "", block[0]), page.read_text("utf-8"), flags=re.M | re.S)
    for number, line in enumerate(text.split("\n"), start=1):
        for link in re.findall(r"\]\(<?([^)>\s]+)", re.sub(r"`[^`]*`", "", line)):
            path = urllib.parse.unquote(link.split("#")[0])
            if not path or re.match(r"[a-z][a-z0-9+.-]*:", path, flags=re.I):
                continue
            target = (page.parent / path).resolve()
            if not target.exists() or top not in [target, *target.parents]:
                print(f"{name}:{number}: {link} leads nowhere")
                faults += 1

sys.exit(1 if faults else 0)
