"""Speed as ratios that hold on any machine; ``python -m benchmarks`` prints them. See README.md."""
