# Read by suites that go through every verb (`. tests/verbs.sh`): which verbs and options a command has, and what a verb needs besides
# a book.  $bin is the folder of the commands, to be set before.
# shellcheck shell=sh disable=SC2154

# verbs_of TOOL: its verbs, one a line.
verbs_of() {
	"$bin/$1" -h | sed -n '/^Verbs/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

# options_of TOOL: a line for each verb and option it takes, without empty fields: verb, option, letter, argument, repeats, values; - is
# nothing.
options_of() {
	"$bin/$1" --completion tsv | sed -e 1d -e 's/\t$/\t-/' -e ':a' -e 's/\t\t/\t-\t/' -e 'ta'
}

# formats_of TOOL VERB: what its -o may name.
formats_of() {
	"$bin/$1" --completion tsv | awk -F '\t' -v verb="$2" '$1 == verb && $2 == "output" { print $6 }'
}

# Records are the formats that every verb with rows has.
records=$(for file in "$bin"/*; do "$file" --completion tsv; done | awk -F '\t' '
	$2 == "output" { verbs++; n = split($6, name, " "); for (i = 1; i <= n; i++) has[name[i]]++ }
	END { for (format in has) if (has[format] == verbs) print format }')

# pages_of TOOL VERB: the other ones that it has.
pages_of() {
	formats_of "$1" "$2" | tr ' ' '\n' | grep -vxF "$records"
}

# What a verb needs besides a book: somebody, a period, a file.  Those that write say what they would write.
words_of() {
	case $1 in
	followup\ why | followup\ show) echo "$somebody" ;;
	followup\ done) echo "-n $task" ;;
	followup\ undone) echo "-n $touched" ;;
	intake\ read) echo form.csv ;;
	intake\ add) echo 'form.csv -n' ;;
	intake\ init) echo '-n --kind day_service new' ;;
	churn\ leave) echo "-n $client --reason hospital --on 2026-11-20" ;;
	churn\ back) echo "-n $ended --on 2026-11-20" ;;
	churn\ cohorts) echo '--since 2026-01-01' ;;
	ltv\ attach) echo tasks.csv ;;
	ltv\ staffing) echo '--show ltv' ;;
	referral\ add) echo '-n --kind hospital partners.csv' ;;
	referral\ draft | referral\ decline) echo "$client" ;;
	referral\ lint) echo letter.txt ;;
	esac
}

# need_of BOOK DAY: makes the files and finds the people that words_of names.
need_of() {
	printf '%s\n' id,name,phone ,星野スミ,00-0000-9999 >form.csv
	printf '%s\n' name,kind,phone 病院東,hospital,00-0000-9998 >partners.csv
	echo '今月のご報告です。ぜひご紹介ください。粗品を差し上げます。' >letter.txt
	"$bin/followup" -b "$1" -t "$2" >tasks.csv 2>err
	somebody=$("$bin/followup" -b "$1" -t "$2" -f id 2>err | sed -n 2p)
	task=$("$bin/followup" -b "$1" -t "$2" -f id,rule 2>err | sed -n '2s/,/:/p')
	touched=$("$bin/followup" facts -b "$1" -t "$2" -f id -w 'last_contact: any' 2>err | sed -n 2p)
	client=$("$bin/ltv" value -b "$1" -t "$2" -f id -w 'status: active' 2>err | sed -n 2p)
	ended=$("$bin/ltv" value -b "$1" -t "$2" -f id -w 'status: [paused, ended]' -w 'reason: not death' 2>err | sed -n 2p)
}
