# What README.md types runs word for word on the sample school, and what it shows is
# what comes (its lines are cut, and the long ones folded).
awk '/^    \$ / { on = 1 } !/^    / { on = 0 } on' "$REPO/README.md" | sed 's/^    //' >said
awk '/^\$ / { cmd = substr($0, 3); more = cmd ~ /\\$/; print (n++ ? "ran\n" : "") cmd; next }
	more { print; more = $0 ~ /\\$/ }
	END { print "ran" }' said >commands
awk '/^\$ / { more = $0 ~ /\\$/; next } more { more = $0 ~ /\\$/; next } { print }' said >shown
here=$(pwd)
unset SENDCTL_DB SENDCTL_TODAY
{
	echo 'ran() { rc=$?; [ $rc -eq 0 ] || echo "exit $rc, command $((n + 1))" >>"$HOME/bad"; n=$((n + 1)); echo $n >"$HOME/count"; }'
	echo "n=0; cd '$REPO' || exit"
	cat commands
} >script
# shellcheck disable=SC1091 # made above
(. ./script) >out 2>&1
cd "$here" || exit
tr -s ' \n' '  ' <out | sed "s|Made [^ ]*/records.db|Made records.db|" >all
sed -e 's/^ *//' -e 's/  */ /g' shown | while read -r line; do
	grep -qF -- "$line" all || echo "not what comes: $line"
done
echo "$(cat count) commands ran, $(grep -c . shown) lines shown came"
[ ! -f bad ] || cat bad
