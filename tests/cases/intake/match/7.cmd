sed -i '/packages/,$d' book/office.yaml && intake match
