followup -t 2026-07-08 -o html --lang en -f due,id -w 'id: nobody' -e | sed '/^<style/,/^<\/style/d'; followup -t 2026-07-08 -o html -w 'id: nobody' -e >/dev/null; echo $?
