sed -i 's/^seats:.*/seats: {care_level: {care1: 4, 要介護3: 1}}/' book/office.yaml; churn seats -t 2026-11-21
