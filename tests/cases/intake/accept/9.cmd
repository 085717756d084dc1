intake accept -t 2026-05-11 -o table --lang zh -f id,answer,rule,verdict A2
