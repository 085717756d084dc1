intake read -o json walk-in.yaml
