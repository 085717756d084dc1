intake focus --field 懸念 -t 2026-11-25 --since 2026-10-01 --until 2026-10-31 -o table --lang zh
