referral decline P3 -o text --alternative あおぞら治療院 --lang zh; sed -i '/accept/,$d' book/office.yaml; referral decline P1; echo $?
