intake init new --kind 养老院 --country cn && ls new && cat new/office.yaml
