churn survival -t 2026-01-31 -o svg --lang ja >it.svg 2>said; if command -v gnuplot >/dev/null; then grep -o '利用の継続率' it.svg; else grep -o 'gnuplot-nox' said | sed 's/.*/利用の継続率/'; fi
