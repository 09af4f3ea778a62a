# Leads a made-up application of Paper Lantern Magnets through its case, as far as is asked for:
#   sh case.sh drafted|filed|forwarded|review|referred|proposed|issued
# It wants the people of people.sh, and prints the last step only.
case_number=C-$(date +%Y)-000001
draft() { sh as li apply new examples/applications/three-destinations.yaml; }
file() { sh as li apply file "A-$(date +%Y)-000001"; }
step() { who=$1 name=$2 && shift 2 && sh as "$who" case step "$case_number" "$name" "$@"; }
each() {
    echo draft; [ "$1" = drafted ] && return
    echo file; [ "$1" = filed ] && return
    echo step qian forward; [ "$1" = forwarded ] && return
    echo step wang accept
    echo step wang screen
    echo step wang review; [ "$1" = review ] && return
    echo step wang refer --say organisation=miit --say about=civil?; [ "$1" = referred ] && return
    echo step sun advise --say position=approve --say reason=civil
    echo step wang propose_condition --say name=arrival --say "'condition={report: arrival, within_days: 30}'" --say on=3
    echo step wang propose --say outcome=grant --say reason=civil; [ "$1" = proposed ] && return
    echo step chen grant
    echo step wang issue
}
each "$1" > steps.txt
while read -r command; do eval "$command" > last.txt || exit; done < steps.txt
cat last.txt
