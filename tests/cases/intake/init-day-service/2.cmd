intake init new --kind day_service && cat new/office.yaml
