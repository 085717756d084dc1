printf 'words:\n  food: {zh: 欢迎, fr: oui}\n' >>book/office.yaml && intake brief
