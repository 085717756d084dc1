printf 'words:\n  food: 欢迎{nmae}\n' >>book/office.yaml && intake brief
