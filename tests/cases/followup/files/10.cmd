followup -h >help; echo $?; grep -q -e --today help; echo $?; followup --version >/dev/null; echo $?
