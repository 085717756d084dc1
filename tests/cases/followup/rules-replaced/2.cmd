followup rules | grep -c "id: "
