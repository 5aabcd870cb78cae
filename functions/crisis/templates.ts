/**
 * Templates of meaning, one a line. A capital name is a class (classes.ts), another word is itself, `a|b` is either, `a?`
 * may be missing, `.3` is up to three words inside a clause that are not of treatment, `!a` means that `a` does not follow,
 * `^` begins the text and `$` ends a clause. Words of FILL and stops may come between any two.
 */

/** Figures of speech: they are taken out of the text first. */
export const IDIOM = `
dying|dead|muero to|for|por !this|it|him|her|me
kill|kills|killing|end my? cravings|addiction|time|habit|anxiety|pain|disease
mom|dad|boss|wife|husband|parents|she|he is? gonna|going|will|would kill|murder me if|when|for|over
is|are|it|this|that|drinking|alcohol|meth|heroin|addiction|drugs|fentanyl|they|before .1 killing|kills|kill|matando me|him|her|us|them
cut|cutting back|down|out|off|ties|costs
end of life|year|month|summer
the? death of
hang|hanging out
gun violence|shop|range|control
harm reduction
drop dead
trafico|ansiedad|estres|trabajo me mata
narcan|naloxone OFFICE
quiero vivir sobri|sobrio|sobria|en|sin|mejor
`;

/** Wishes, plans and threats. Turned around by a negation, made history by "used to" or "tried". */
export const WISH = `
WANT .3 DIE
KMS
how .3 die|KMS
wish|hope|hopes|wishes|god .4 DIE
HARM .1 SELF
WANT .2 HARMED SELF
why not .1 DIE|HARM|END
kill me
END .1 POSS own? LIFE !back
end|ending it|things|everything !with
cut|cutting|slit|slitting .2 wrist|wrists|arms|veins|legs
HOLD .3 WEAPON
WEAPON .4 mouth|head|wrist|loaded|hand|lap|ready
JUMP .2 off|from|front|out|BRINK
step|stepping|walk|walking .2 front|traffic
on|edge|en .2 BRINK !street|clinic
pull .1 trigger
voices|voces .4 kill|hurt|harm|mate|DIE
homicidal
WANT .2 KILL .1 WHO
WANT .3 overdose|od|disappear|vanish
WANTES .2 DIEES
me|se|nos WANTES .1 HARMES|DIEES
me mato|mate
se mata
matarme|matarse|suicidarme|ahorcarme|cortarme|cortarse
WANTES .1 matar a
quitar|quitarme|quitarse .1 vida
acabar|terminar con .1 vida|todo
hacer|hacerme|hacerse|hace|hago .1 dano
me|se .1 cortando
me|se corto|corta|corte !pelo
take|taking|swallow|tomar all|todas .3 PILL
`;

/** Not to live: the negation belongs to it. */
export const NO_LIFE = `
NOT .1 CRAVE .3 LIVE !PLACE
NOT .1 CRAVE .2 here|around !PLACE
no reason|point|purpose .2 LIVE|go|keep|living
nothing .1 LIVE for
no|only way out
point of? LIVE !PLACE
para que seguir|vivir
living|life|vivir .1 too hard
give|giving up on life
better|mejor off? dead|gone|muerto|muerta
better|happier|mejor|bien .1 without|sin me|mi|him|her
CANT go on !disability|medication|meds|insurance
CANT .1 do|take this|it anymore|longer
never .1 wake
tired|sick|done|cansado|cansada of|with? living|life|vivir !PLACE
NOT|isnt worth living
no .1 WANTES .2 LIVEES !PLACE
no .2 sentido .2 LIVEES|vida
vida no .1 vale
ojala .1 no|nunca .2 LIVEES|despierte|nacido
`;

/** A body in danger now: history makes it ordinary, a negation does not. */
export const BODY = `
NOT|stopped|barely|slow|dejo .2 BREATH
NOT|cant|keep .2 WAKE
cant stay|keep .2 awake
lips|face|fingers|skin|turning .1 blue|gray|purple
labios|esta|poniendo .1 morados|morado|morada|azul
unresponsive|unconscious|inconsciente
seizing|convulsing|convulsionando
having .1 seizure|seizures
no pulse
cant feel|move POSS
foaming
cpr
hi|si toward|with|intent
found .4 hanging|unconscious|unresponsive|blue
needle in? arm|his|her
the dts
hallucinating|alucinando
see|seeing|sees|veo|ve .2 bugs|things|spiders|animals|animales|bichos|cosas
bleeding .1 badly|out|bad
gave|give|le .2 narcan
narcan|narcaned .1 didnt|isnt|not|doesnt|wore
bottle|handful of pills
TOOK|drink|drinking|tomar .3 POISON
`;

/** Somebody took something: ordinary as history or as a habit ("10 pills a day"). */
export const TAKEN = `
TOOK .2 too|demasiado|demasiada|demasiadas !time
too much DRUG
YOUNG .4 TOOK|into .3 DRUG|POISON
me|se .1 TOOK .3 PILL
TOOK|DRUG|lines|using|shot|high ~ SYMPTOM
laced
TOOK|taking|takes .3 MANY .3 DRUG
TOOK .1 NUM !TIME
TOOK all|whole|todo|toda .2 bottle|frasco|bote|DRUG
`;

/** A state of somebody, or what they did: what is around it decides. */
export const STATE = `
SUICIDAL !ideation|ideacion
HARMED SELF
self harm|harming
selfharm|selfharming
tried|attempted|intento|trato .2 HARM|END|DIEES|HARMES|JUMP
WHO|i|he|she|hes|shes .3 OVERDOSE
SUICIDE|OVERDOSE|988 ideation? .2 help|ayuda|hotline|now|happening|que|what
overdosing|oding|oded
^ SUICIDE|OVERDOSE|988 $|near
call 988
alcohol poisoning
se mato
jumped .1 off|from|out
`;

/** Names of a danger, as a search may have them too. */
export const TOPIC = `
SUICIDE
OVERDOSE
988
`;

/** History. */
export const PAST = `
year|years|yrs|month|months|weeks ago|back|once
last|since year|summer|winter|spring|fall|month
used to
YEAR
PASTWORD
was in|hospitalized
when|cuando .1 was|were|era|tenia
back then|when
in high|middle|college
as .1 teen|kid|teenager|child
years|months|anos .1 clean|sober|later|limpio
clean|sober since|for
hace .2 anos|meses
ano|mes pasado
no longer
after|post|since|despues .2 SUICIDE|OVERDOSE|attempt
better|good|fine|ok|okay|stable now
once|grew $|years|up
`;

export const TODAY = `
TODAY
last night
right now
this morning
just SUICIDE|OVERDOSE|tried|took
`;

export const HABIT = `
a|per|every|each|al|por|cada day|night|week|dia|noche|semana
daily|everyday|nightly|diario|diarias|diarios
for .2 years|months
`;

export const OFFICE = `
OFFICE
support group
first aid
killed|hung|shot|hanged SELF
se mato|suicido
`;

/** Ends right before what it turns around. */
export const NEGATION = `
NEG !i|im|he|she LINK? LINK? LINK? LINK? LINK?
`;
