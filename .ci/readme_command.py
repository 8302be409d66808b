"""Print the n-th block of shell commands of a README: `readme_command.py README.md 1`."""

import re
import sys
from pathlib import Path

blocks = re.findall(r"```sh\n(.*?)```", Path(sys.argv[1]).read_text(encoding="utf-8"), re.DOTALL)
print(blocks[int(sys.argv[2]) - 1])
