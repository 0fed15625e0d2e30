"""``python -m benchmarks``: measure, and print the table; with ``--archive`` only the tracking of a whole archive."""

from __future__ import annotations

import os
import platform
import sys
import time

from benchmarks import measures

_MEASURES = (
    measures.text_speed,
    measures.pdf_speed,
    measures.whole_speed,
    measures.tracking_growth,
    measures.archive_growth,
    measures.linking_memory,
    measures.memory_growth,
)


def main() -> None:
    """Run every measure and print its lines as they come."""
    begun = time.perf_counter()
    sys.stdout.write(f"Python {platform.python_version()}, {os.cpu_count()} cores; one is used\n")
    for measure in (measures.whole_archive,) if "--archive" in sys.argv[1:] else _MEASURES:
        for line in measure():
            sys.stdout.write(f"{line.what:<40} {line.ours:>18}  {line.other:<28} {line.compared}\n")
            sys.stdout.flush()
    sys.stdout.write(f"measured in {time.perf_counter() - begun:.0f} s\n")


if __name__ == "__main__":
    main()
