"""One expression counts lines; what DuckDB is asked is made from it and kept, so that imports need not make it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from byline.measures.expression import statements
from measures import exports

KEPT = Path(exports.__file__).parents[2] / "plugins" / "byline" / "measures"


def test_what_duckdb_is_asked_is_made_from_the_expression() -> None:
    """`make docs` writes these files."""
    kept = {path.name: path.read_text("utf-8") for path in KEPT.glob("*.sql")}

    assert kept == statements()


def test_an_import_of_a_plain_log_makes_no_expression(tmp_path: Path) -> None:
    """What makes and plots tables takes longer to load than a small log to count."""
    code = f"""
import sys
from pathlib import Path
sys.path[:0] = {sys.path}
from byline.measures.importing import Wanted, bring_in
from measures.exports import HOST, known, log
folder = Path({str(tmp_path)!r})
brought = bring_in(folder, Wanted("log", (log(folder, name="access.log"),)), known(), HOST)
print(len(brought.files))
print(sorted({{"ibis", "numpy", "pandas", "pyarrow", "sqlglot"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout == "2\n[]\n", done.stderr
