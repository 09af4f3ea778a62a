# Made-up organisations and people, their tokens in tokens.txt, and "sh as PERSON ..." for a command of one of them.
cocket account example > tokens.txt || exit
cat > as <<'END'
person=$1 && shift
COCKET_TOKEN=$(grep "  $person  " tokens.txt | cut -d " " -f 1) && export COCKET_TOKEN && exec cocket "$@"
END
cut -d " " -f 3- tokens.txt
