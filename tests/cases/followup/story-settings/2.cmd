sed -i '/^stories/,$d' book/office.yaml; echo 'stories: {id: a, text: 話, of: C1}' >>book/office.yaml; followup -t 2026-11-21
