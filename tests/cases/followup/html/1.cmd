followup -t 2026-07-08 -o html -f due,id,name,to,who,title,note | sed '/^<style/,/^<\/style/d'
