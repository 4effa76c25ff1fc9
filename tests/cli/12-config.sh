# Settings: options, environment, the user's file, in that order; faults name file and line.
school
sendctl pupil add --forename Zoe --surname "O'Brien" -q >/dev/null
mkdir -p .config/sendctl
conf=.config/sendctl/config
unset SENDCTL_DB
status sendctl pupil list
printf '# ours\ndb = ~/records.db\nformat = csv\nnames = initials\n' >$conf
chmod 600 $conf
echo '--- from the file'
sendctl pupil list --fields id,name
echo '--- the environment wins over the file'
SENDCTL_FORMAT=ndjson SENDCTL_NAMES=none sendctl pupil list --fields id,name
echo '--- an option wins over both'
SENDCTL_FORMAT=ndjson sendctl pupil list --fields id,name --format text --names full
echo '--- a write does not look at the format'
sendctl note add P1 hello -q
echo '--- XDG_CONFIG_HOME'
mkdir -p other/sendctl && printf 'db = /nowhere/records.db\n' >other/sendctl/config
XDG_CONFIG_HOME=$PWD/other status sendctl pupil list
echo '--- faults'
printf 'db = ~/records.db\n\nnmes = full\n' >$conf
status sendctl pupil list
printf '[core]\ndb = x\n' >$conf
status sendctl pupil list
printf 'db\n' >$conf
status sendctl pupil list
printf 'names = some\n' >$conf
status sendctl --db records.db pupil list
printf 'db = ~/records.db\n' >$conf
chmod 620 $conf
status sendctl pupil list
chmod 600 $conf
SENDCTL_FORMAT=jsonn status sendctl pupil list
SENDCTL_TODAY=31/02/2026 status sendctl pupil list
echo '--- without a home'
HOME='' status sendctl --db records.db pupil list --fields id
rm $conf
HOME='' status sendctl pupil list
