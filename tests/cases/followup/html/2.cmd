followup -t 2026-07-08 -o html --lang zh --title '待办 <7月> & "8"' -f due,channel,title -w 'id: P2' | sed '/^<style/,/^<\/style/d'
