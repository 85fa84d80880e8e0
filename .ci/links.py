"""Checks that the relative links in Markdown files lead to files of this repository. Usage: links.py FILE.md ..."""

import pathlib
import re
import sys
import urllib.parse

top = pathlib.Path.cwd().resolve()
faults = 0



def links(line):
    """The targets of a line's links: `[text](target)`, or `[name]: target` of a link by reference."""
    return re.findall(r"\]\(<?([^)>\s]+)|^\s*\[[^\]]+\]:\s*<?([^>\s]+)", line)


for name in sys.argv[1:]:
    page = pathlib.Path(name)
    is_code = False
    for number, line in enumerate(page.read_text("utf-8").split("\n"), start=1):
        is_code ^= line.startswith("```")
        for link in [] if is_code else links(re.sub(r"`[^`]*`", "", line)):
            link = "".join(link)
            path = urllib.parse.unquote(link.split("#")[0])
            if not path or re.match(r"[a-z][a-z0-9+.-]*:", path, flags=re.I):
                continue
            target = (page.parent / path).resolve()
            if not target.exists() or top not in [target, *target.parents]:
                print(f"{name}:{number}: {link} leads nowhere")
                faults += 1

sys.exit(1 if faults else 0)
