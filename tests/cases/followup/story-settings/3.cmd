sed -i '/^stories/,$d' book/office.yaml; echo 'stories:' >>book/office.yaml; followup -t 2026-11-21 -f id 2>/dev/null
