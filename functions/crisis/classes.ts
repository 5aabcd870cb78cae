/**
 * Classes of words, English and Spanish: `NAME: words`. A class may name other classes, `{a,b}` writes two words, and a
 * word may be in several classes. Words are written as wordsOf gives them: no accents and no apostrophes.
 */
export const CLASSES = `
FILL: to a an the just really so even like fucking kinda also already be been being get getting el la un una de que ya muy
SELF: my{self,slef} him{self,slef} her{self,slef} them{self,selves} your{self,selves} urself
POSS: my his her their your own mi su
WHO: him her them us everyone everybody somebody someone people wife husband boss mom dad brother sister kids family baby alguien espos{o,a} hij{o,a,os} mama papa
NEG: not no never dont doesnt didnt isnt arent wasnt wont wouldnt hasnt havent without neither nor deni{es,ed} deny nunca sin ni
NOT: not dont doesnt didnt isnt wont no never without cant
CANT: cant cannot couldnt
WANT: want{,s,ing,ed} wanna wnat need going gonna goin ready rather wish{,es} hop{e,es,ing} plan{,s,ning} should deserve{,s} way{,s} how easiest think{,s,ing}
  thought{,s} feel{,s} try tries trying decided urge{,s} begging pray about will ill might better threaten{s,ing,ed} says
CRAVE: want{,s,ing,ed} wanna wnat wish deserve care see feel think
LIVE: live livin{,g} alive exist{,ing} wake
DIE: die{,s} dieing dead death dyin{,g} KMS
KMS: kms kys ctb unaliv{e,ing} sewerslide
KILL: kill{,s,ing} murder stab shoot strangle smother
HARM: kill{,s,ing} kil kll hurt{s,ing} harm{,s,ing} cut{s,ting} hang{,ing} shoot{,ing} drown{,ing} off stab{,bing} poison burn{,s,ing} chok{e,ing} starve
HARMED: killed shot hung hanged cut hurt harmed
END: end{,s,ing} endin take{,s} taking
LIFE: life lives
WEAPON: gun firearm pistol{,a} rifle shotgun knife razor{,s} blade noose rope arma cuchillo navaja soga cuerda
HOLD: have has got bought holding grabbed loaded waving put tie{,d} took found pointing tiene tengo con compre agarro saco
BRINK: bridge roof ledge overpass balcony cliff tracks traffic building puente azotea balcon
JUMP: jump{,ing} brincar saltar tirar{me,se} aventar{me,se} lanzar{me,se}
DRUG: tylenol advil aspirin ibuprofen benadryl xan{ax,s} bars klonopin clonazepam ambien oxy{,s} perc{,s,ocet,ocets} fent{,anyl,anilo} heroin{,a} meth coke cocain{e,a} molly
  adderall seroquel gabapentin methadone suboxone tramadol blues benzos insulin edibles drug{,s} droga{,s} PILL
PILL: pill{,s} meds tablets gummies antidepressants pastilla{,s} medicina{,s}
TOOK: took swallowed ate snorted popped drank downed did taken tome tomo trag{ue,o} comi{,o} meti{,o}
MANY: all whole bunch handful bottle entire lot rest ten twelve twenty thirty forty fifty hundred NUM todas todo frasco bote caja punado muchas veinte treinta cincuenta
YOUNG: baby toddler kid child old bebe nino hijo hija
SYMPTOM: chest pecho heart corazon awake dizzy mareado numb overheating burning confused slurring slurred blurry breathe dying vomiting weird
POISON: bleach antifreeze poison sanitizer cloro veneno raticida
BREATH: breath{e,es,ing} respir{a,ar,ando}
WAKE: wak{e,es,ing} awake respond{,s,ing} responsive despert{ar} despierta reacciona
SUICIDAL: suicidal suicida{,s}
SUICIDE: suicid{e,es,al,ality,io,ios,a,as,ar,arme,arse,o,ate}
OVERDOSE: overdos{e,es,ed,ing} od ods oded oding sobredosis
WANTES: quier{o,e,en} kier{o,e} quisiera deseo ganas prefer{iria} ojala queria voy va piens{o,a} pensando intent{a,o,ar} amenaza
DIEES: morir{,me,se} muert{o,a,e} muera matar{me,se,nos} suicid{ar,arme,arse} desaparecer ahorcar{me,se} colgar{me,se} JUMP
LIVEES: vivir viviendo viv{a,o} existir despertar
HARMES: matar morir colgar ahorcar tirar aventar lanzar cortar lastimar suicidar ahorcar{me,se}
PLACE: in at near with on en con cerca sober
TREAT: iop php rehab detox treatment program{,s} therap{y,ist} counseling inpatient insurance clinic terapia tratamiento
WAS: was were wanted tried attempted used almost nearly had queria intente intento
LINK: am is are be i he she they hes shes want{,s,ing} wanna going gonna to has have having had any a an the feel{s,ing} currently actively really at thought{,s} idea{s,tion}
  plan{,s} intent{,ion} of or about tr{ied,y,ying} self harm hurt si hi soy es esta tengo tiene quier{o,e} ideas pensamientos de que a ha hacer{me,se} se me le va suicidal at risk riesgo hay pienso piensa danger
PASTWORD: history hx past previous{,ly} prior former survivor{,s} survived recovered historial antecedentes antes
TIME: day{,s} week{,s} month{,s} year{,s} hour{,s} min{,s,utes} step{,s} time{,s} mg class{,es} meetings kids a miles weeks
TODAY: tonight today yesterday again hoy anoche ahora acaba still hour{,s} min{,s,utes}
OFFICE: prevent{ion,ing} prevencion train{ing,ings,er} awareness class{,es} clases course curso taller volunteer{,ing} job{,s} kit{,s} poster workshop
  certification response outreach research walk education statistics data tool assessment credits county victims deaths committed died passed lost loss grief grieving widow murio fallecio perdi duelo
`;
