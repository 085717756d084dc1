echo '2026-11-18,C1,call,family,,done,先週亡くなられたとのこと' >>book/contacts.csv; followup -t 2026-11-21 -w 'id: N1' -f id,why
