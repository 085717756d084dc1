intake init new --kind 居宅介護支援 && ls new && sed -n "/^  person/,/^calendar/p; /^# seats/,\$p" new/office.yaml && head -qn 1 new/plans.csv new/staff.csv | sed 's/\xef\xbb\xbf//; s/\r//'
