# Children without a UPN, temporary and former numbers, twins, two schools' rows.
import() {
	sendctl pupil import "$@" --format csv 2>said
	echo "exit $?"
	grep -v -e '->' -e '^Today' -e '^Undo' said
}
list() {
	sendctl pupil list --all --format csv --fields id,upn,name,class,census | sed 1d | sort
}
school
cat >one.csv <<'CSV'
UPN,Surname,Forename,DOB,Class,SEN Status
,Smith,Ann,01/02/2019,3A,K
,Grant,Lee,03/04/2019,3A,
B33020002500A,Temp,Tess,05/06/2018,4A,
Q330200025001,Old,Ola,05/06/2018,4A,
CSV
import one.csv
list
echo "== told by name and birthday, by a permanent number, by the former one"
cat >two.csv <<'CSV'
UPN,Former UPN,Surname,Forename,DOB,Class,SEN Status
,,SMITH,Ann,2019-02-01,3B,K
R674123101121,,Grant,Lee,03/04/2019,3A,
N999199900001,,Temp,Tess,05/06/2018,4A,
B801200005001,Q330200025001,Old,Ola,05/06/2018,4A,
CSV
import two.csv
list
echo "== a twin is not the other one; two that fit: neither"
cat >three.csv <<'CSV'
UPN,Surname,Forename,DOB,Class,SEN Status
,Smith,Bob,01/02/2019,3A,
CSV
import three.csv
sendctl pupil add --surname Smith --forename Bob --dob 2019-02-01 >/dev/null 2>&1
cat >four.csv <<'CSV'
UPN,Surname,Forename,DOB,Class,SEN Status
,Smith,Bobby,01/02/2019,3A,
CSV
import four.csv
echo "== a number of another child altogether"
cat >five.csv <<'CSV'
UPN,Surname,Forename,DOB,Class,SEN Status
N999199900001,Else,Someone,01/01/2017,3A,
CSV
import five.csv
echo "== values of every style"
cat >six.csv <<'CSV'
Name of list;;;
UPN;Surname;Forename;Date of birth;Year;SEN Status;SEN Need 1;SEN Need 2;Sex
="A123456789012";De l'Eau;'Ivy;45000;Yr R;P - School Action Plus;ADHD;SLCN/ASD;girl
;NULL;Mono;4-Feb-18;Y4;Statement;;;?

Total: 2;;;
CSV
import six.csv
sendctl pupil list --all --format csv --fields upn,forename,surname,dob,year,census,primary_need,secondary_need,sex | grep -e Ivy -e Mono
echo "== two columns for one thing"
printf 'UPN,Surname,Forename,SEN Status,SEN Stage\n' >seven.csv
import seven.csv
printf 'a,b\n1,2\n' >eight.csv
import eight.csv
printf 'UPN,Surname,Forename\nA,Zo\303\253,b\nB,Cl\351o,c\n' >nine.csv
import nine.csv
status sendctl pupil import none.csv
