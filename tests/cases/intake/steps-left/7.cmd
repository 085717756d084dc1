intake steps --each --bottleneck -t 2026-11-21
