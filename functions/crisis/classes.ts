/**
 * Classes of English and Spanish words. Each line is one class, `NAME: words`, and may also hold names of other classes,
 * whose words then belong to it. `kid{,s}` is short for `kid kids`. A word may be in several classes. Words are written
 * as {@link wordsOf} returns them: without accents and apostrophes.
 */
export const CLASSES = `
FILL: to a an the just really so even like fucking kinda already be been being get getting el la un una de que ya muy
SELF: {my,him,her,your}self themselves
POSS: my his her their your own mi su
WHO: him her them us everyone everybody somebody someone people boss family KIN
KIN: wife husband mom mother dad brother sister son daughter kid{,s} baby child friend roommate boyfriend cousin uncle neighbor ex
  teen client patient mama papa espos{o,a} hij{o,a,os} herman{o,a} novi{o,a} tio amig{o,a} bebe
PERSON: i im ive id ill me we he she they hes shes u you our yo se POSS WHO
NEG: no{t,,r} never dont doesnt didnt isnt wasnt wont wouldnt hasnt without denies nunca sin ni jamas
NOT: not dont doesnt didnt isnt wont no never without cant
CANT: cant cannot couldnt
WANT: want{,s,ing,ed} wanna need going gonna ready rather wish{,es} hope plan{,s,ning} should deserve way{,s} how think{,ing} thought{,s} feel trying decided urge{,s} pray about will might better threatening says
CRAVE: want{,s,ing,ed} wanna wish deserve care feel think
LIVE: live living alive exist wake
DIE: die{,s} dead death dying KMS
KMS: kms unaliv{e,ing} sewerslide
KILL: kill{,s,ing} murder stab shoot strangle smother
HARM: kill{,ing} hurt{s,ing} harm cut{s,ting} hang{,ing} shoot{,ing} harming drown off stab poison burn choke
HARMED: killed shot hung cut hurt
END: end{,ing} take{,s} taking
LIFE: life lives
WEAPON: gun pistol{,a} rifle knife razor noose rope arma cuchillo soga
HOLD: have has got bought holding loaded put tied took tiene tengo compre
BRINK: bridge roof ledge cliff tracks puente
JUMP: jump{,ing} tirar{me,se}
DRUG: tylenol advil benadryl xanax oxy{,s} perc{s,ocet} fent{,anyl,anilo} heroin{,a} meth coke
  adderall gabapentin suboxone benzos insulin edibles drug{,s} droga{,s} PILL
PILL: pill{,s} meds pastilla{,s} medicina
TOOK: took swallowed ate snorted popped drank downed did taken tome tomo trag{ue,o} comi{,o}
MANY: all whole bunch handful bottle lot thirty NUM todas todo frasco muchas
YOUNG: baby toddler kid bebe nino hijo
SYMPTOM: chest pecho heart corazon dizzy numb breathe
POISON: bleach antifreeze poison cloro veneno raticida
BREATH: breath{e,ing} respir{a,ar}
WAKE: wak{e,ing} awake respond{,ing} despert{ar} despierta reacciona
SUICIDAL: suicidal suicida
SUICIDE: selfharm suicid{e,al,ality,io,a,as,ar,arme,arse,o}
OVERDOSE: overdos{e,es,ed,ing} od oded oding sobredosis
WANTES: quier{o,e} quisiera ganas prefer{iria} voy va pienso pensando intento amenaza
DIEES: morir{,me,se} muert{o,a,e} muera matar{me,se} suicid{ar,arme,arse} desaparecer JUMP
LIVEES: vivir viv{a,o} existir despertar
HARMES: matar morir ahorcar tirar cortar
PLACE: in at near with on en con cerca sober
TREAT: iop php rehab detox treatment program{,s} therap{y,ist} counseling inpatient insurance clinic terapia tratamiento
WAS: was wanted tried attempted used almost had queria intente intento
LINK: am is are be he she want{,s,ing} wanna going gonna to ha{s,ve,ving,d,,y} any a an the feel{s,ing} currently actively at thought{,s} idea{s,tion} thinking intention intent pensando en
  plan{,s} of or about tr{ied,y,ying} self harm selfharm hurt longer pensado sido soy es esta tengo tiene quier{o,e} ideas de que hacerme se me suicidal risk riesgo
PASTWORD: history hx past previous prior surviv{or,ed} antes before nineties eighties decade{,s}
TIME: day{,s} week{,s} month{,s} year{,s} hour{,s} minutes step{,s} time classes meals kids miles
MONTH: january february march april may june july august september october november december enero marzo
BETTER: esta estoy bien limpio sobrio busco quiero necesito en
TODAY: tonight today yesterday again hoy anoche ahora still hour{,s} min{,utes}
OFFICE: prevention prevencion training awareness class course taller jobs response research education assessment committed died passed lost loss grief murio fallecio perdi duelo
`;
