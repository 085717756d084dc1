for o in '-x' '-xe' '--strict -xe' '--strict=yes' '--langg=ja' '--lang' '-ew'; do followup $o 2>&1; echo "exit $?"; done; followup '' -xe 2>&1; echo "exit $?"
