#!/usr/bin/env python3
"""The workbooks in tests/cases, byte for byte: python3 tests/data/workbooks.py [FOLDER], by default over those that are there.

They are written part by part, as Excel writes them (shared texts with readings, styles, era formats), so that each holds just what
its case is about.  Nothing but the standard library is needed; the tests themselves need only the files.
"""
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Name:
    """A name with its readings: (from, to, text) in UTF-16 units."""

    def __init__(self, text, *readings):
        self.text, self.readings = text, readings


class Number:
    """A number in a number format; a built-in one by its id."""

    def __init__(self, value, form):
        self.value, self.form = value, form


class Formula:
    """A formula and its result: a text, a number, or an error such as #N/A."""

    def __init__(self, formula, result):
        self.formula, self.result = formula, result


class Sheet:
    def __init__(self, name, rows, hidden=None, hidden_rows=(), merged=()):
        self.name, self.rows, self.hidden, self.hidden_rows, self.merged = name, rows, hidden, hidden_rows, merged


class Book:
    def __init__(self, sheets, since_1904=False):
        self.sheets, self.since_1904 = sheets, since_1904
        self.texts, self.forms = [], ['General']

    def text_id(self, text):
        xml = '<t xml:space="preserve">%s</t>' % escape(text if isinstance(text, str) else text.text)
        if isinstance(text, Name):
            for begin, end, reading in text.readings:
                xml += '<rPh sb="%d" eb="%d"><t>%s</t></rPh>' % (begin, end, escape(reading))
            xml += '<phoneticPr fontId="1"/>'
        if xml not in self.texts:
            self.texts.append(xml)
        return self.texts.index(xml)

    def style(self, form):
        if form not in self.forms:
            self.forms.append(form)
        return self.forms.index(form)

    def cell(self, place, value):
        if value is None:
            return ''
        if isinstance(value, bool):
            return '<c r="%s" t="b"><v>%d</v></c>' % (place, value)
        if isinstance(value, (str, Name)):
            return '<c r="%s" t="s"><v>%d</v></c>' % (place, self.text_id(value))
        if isinstance(value, Number):
            return '<c r="%s" s="%d"><v>%s</v></c>' % (place, self.style(value.form), value.value)
        if isinstance(value, Formula):
            kind = 'e' if str(value.result).startswith('#') else 'str' if isinstance(value.result, str) else 'n'
            return '<c r="%s" t="%s"><f>%s</f><v>%s</v></c>' % (place, kind, escape(value.formula), escape(str(value.result)))
        return '<c r="%s"><v>%s</v></c>' % (place, value)

    def sheet_xml(self, sheet):
        rows = ''
        for number, cells in enumerate(sheet.rows, 1):
            inside = ''.join(self.cell('%s%d' % (chr(65 + k), number), value) for k, value in enumerate(cells))
            hidden = ' hidden="1"' if number in sheet.hidden_rows else ''
            if inside:
                rows += '<row r="%d"%s>%s</row>' % (number, hidden, inside)
        merged = ''.join('<mergeCell ref="%s"/>' % m for m in sheet.merged)
        merged = merged and '<mergeCells>%s</mergeCells>' % merged
        return HEAD + '<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (MAIN, rows, merged)

    def styles_xml(self):
        own = [f for f in self.forms if isinstance(f, str) and f != 'General']
        codes = ''.join('<numFmt numFmtId="%d" formatCode=%s/>' % (176 + k, quoteattr(f)) for k, f in enumerate(own))
        ids = [0 if f == 'General' else f if isinstance(f, int) else 176 + own.index(f) for f in self.forms]
        return HEAD + '<styleSheet xmlns="%s"><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>' % (
            MAIN, codes, ''.join('<xf numFmtId="%d"/>' % i for i in ids))

    def parts(self):
        n = len(self.sheets)
        sheets = [self.sheet_xml(s) for s in self.sheets]
        listed = ''.join('<sheet name=%s sheetId="%d"%s r:id="rId%d"/>' % (
            quoteattr(s.name), k, ' state="%s"' % s.hidden if s.hidden else '', k) for k, s in enumerate(self.sheets, 1))
        related = ''.join('<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>' % (k, REL, k)
                          for k in range(1, n + 1))
        related += '<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>' % (n + 1, REL)
        related += '<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/>' % (n + 2, REL)
        kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
        types = ''.join('<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>' % (k, kind)
                        for k in range(1, n + 1))
        yield '[Content_Types].xml', HEAD + (
            '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>'
            '<Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>%s</Types>' % (
                PACKAGE, kind, kind, kind, types))
        yield '_rels/.rels', HEAD + (
            '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, REL))
        yield 'xl/workbook.xml', HEAD + '<workbook xmlns="%s" xmlns:r="%s"><workbookPr%s/><sheets>%s</sheets></workbook>' % (
            MAIN, REL, ' date1904="1"' if self.since_1904 else '', listed)
        yield 'xl/_rels/workbook.xml.rels', HEAD + '<Relationships xmlns="%s/relationships">%s</Relationships>' % (PACKAGE, related)
        yield 'xl/styles.xml', self.styles_xml()
        yield 'xl/sharedStrings.xml', HEAD + '<sst xmlns="%s">%s</sst>' % (MAIN, ''.join('<si>%s</si>' % t for t in self.texts))
        for k, xml in enumerate(sheets, 1):
            yield 'xl/worksheets/sheet%d.xml' % k, xml


def pack(path, parts):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, 'w') as archive:
        for name, text in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


ERA, ERA_LONG, TELEPHONE = '[$-411]ge\\.m\\.d;@', '[$-411]ggge"年"m"月"d"日";@', '0000000000'

# A day service's list as Excel keeps it: a merged title, names with furigana, days of three sorts, a filter that hides a row.
LIST = Book([
    Sheet('表紙', [['デイサービスこだち'], ['2026年11月1日現在']]),
    Sheet('名簿', [
        ['デイサービスこだち　利用者名簿'],
        [],
        ['利用者番号', Name('氏名', (0, 2, 'シメイ')), '生年月日', '要介護度', '電話', '利用開始日', '送迎時刻', '写真同意', '状態', '備考'],
        ['001', Name('秋山 千代', (0, 2, 'アキヤマ'), (3, 5, 'チヨ')), Number(12906, ERA), Number(2, '"要介護"0'),
         Number(755551234, TELEPHONE), Number(45748, 14), Number(0.3958333333333333, 20), True, '利用中', '送迎は玄関まで\n杖あり'],
        ['002', Name('石田 茂', (0, 2, 'イシダ'), (3, 4, 'シゲル')), Number(11024, ERA_LONG), '要支援１', '090-5555-0102',
         Number(46027, 'yyyy"年"m"月"d"日"'), Number(0.4, 'h"時"mm"分"'), False, '利用中', Formula('VLOOKUP(A5,X:Y,2,0)', '#N/A')],
        ['003', '上野 フミ', Number(10593, ERA), '要介護３', Formula('"090-"&"5555-0103"', '090-5555-0103'), '令和7年6月1日', None,
         None, '利用中', None],
        ['004', Name('江口 勇', (0, 2, 'エグチ')), Number(13149, 'yyyy/m/d'), '要介護１', None, Number(45931, 14), None, None, '終了', None],
    ], hidden_rows=[7], merged=['A1:J1']),
    Sheet('過去の利用者', [['利用者番号', '氏名', '状態'], ['901', '岡 ミツ', '終了']]),
    Sheet('選択肢', [['要介護1'], ['要介護2']], hidden='hidden'),
])

# A client list of a book: the records are changed by row, and a cell with a line break stands above.
CLIENTS = Book([Sheet('名簿', [
    ['利用者名簿'],
    ['利用者番号', '氏名', '状態', '要介護度', '利用開始日', '備考'],
    ['101', '加藤 正', '利用中', '要介護2', Number(45748, ERA), '一行目\n二行目'],
    [],
    ['102', '木村 ハル', '利用中', '要介護1', Number(46027, 14), 'タブ\tと"引用"、,'],
    ['103', '久保 進', '利用中', '要介護1', Number(46054, 14), None],
], hidden_rows=[6], merged=['A1:F1'])])

# What came of tonight's list, as filled in: 結果 from the list, 次回 a day, ids as texts.
TONIGHT = Book([Sheet('list', [
    ['期日', '氏名', '手段', '件名', '結果', '次回', 'メモ', '利用者番号', '相手区分', 'ルール', '作成'],
    [Number(46347, 14), '加藤 正', '電話', 'お見舞い', 'つながった', None, None, '101', '本人', 'issue-first', '2026-11-21 09:00 こだち'],
    [Number(46347, 14), '木村 ハル', '電話', 'お見舞い', '留守', Number(46349, 14), '夕方に', '102', '本人', 'issue-first', '2026-11-21 09:00 こだち'],
])])

# A phone log as a telephone company's page saves it: moments and durations as numbers.
MOMENT = 'yyyy/m/d h:mm:ss'
CALLS = Book([Sheet('Sheet1', [
    ['日時', '発信元', '方向', '結果', '通話時間'],
    [Number(46346.40625, MOMENT), Number(9055550101, '000-0000-0000'), '着信', '不在', Number(0, '[h]:mm:ss')],
    [Number(46346.5, MOMENT), '07055550102', '着信', '応答', Number(0.0023726851851852, '[h]:mm:ss')],
])])


def bomb():
    """40 MiB of blanks in 40 KiB."""
    for name, text in Book([Sheet('Sheet1', [['id', 'name'], ['1', 'x']])]).parts():
        yield name, text.replace('<sheetData>', ' ' * (40 << 20) + '<sheetData>')


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / 'cases'
    pack(folder / 'intake/workbook/meibo.xlsx', LIST.parts())
    pack(folder / 'intake/workbook/bomb.xlsx', bomb())
    pack(folder / 'churn/workbook/book/clients.xlsx', CLIENTS.parts())
    pack(folder / 'followup/workbook/book/clients.xlsx', CLIENTS.parts())
    pack(folder / 'followup/workbook/tonight.xlsx', TONIGHT.parts())
    pack(folder / 'intake/workbook/calls.xlsx', CALLS.parts())
    locked = folder / 'intake/workbook/locked.xlsx'
    locked.write_bytes(b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504) + 'EncryptedPackage'.encode('utf-16-le') + bytes(96))


main()
