# Long texts: @FILE, @@, - once; dates that hang on the school's terms.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
printf 'Two lines,\r\nthe second "quoted".\n' >worry.txt
sendctl note add P1 @worry.txt -q
sendctl note add P1 @@home -q
echo 'from a pipe' | sendctl note add P1 - -q
sendctl note list --format ndjson --fields id,note
status sendctl note add P1 @nothing.txt
echo x | status sendctl concern add P1 --source staff --concern - --wanted -
printf 'a\0b' >nul.txt
status sendctl note add P1 @nul.txt
printf 'caf\351\n' >latin.txt
status sendctl note add P1 @latin.txt
echo '--- dates'
for day in today yesterday tomorrow +6w -10d +1m mon sun 30/11/2026 '30 Nov 2026' 'end of term'; do
	sendctl concern add P1 --source staff --concern x --due "$day" --dry-run 2>&1 | grep 'looked at'
done
status sendctl concern add P1 --source staff --concern x --on tomorrow
