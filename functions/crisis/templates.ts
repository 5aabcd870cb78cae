/**
 * Templates of meaning, one per line. A capital name is a class (classes.ts), another word is itself, `a|b` is either,
 * `a?` is optional, `.3` is up to three words inside a clause that are not about treatment, `!a` means that `a` does
 * not follow, `^` begins the text and `$` ends a clause. Filler words and punctuation may come between any two.
 */

/** Wishes, plans and threats. A negation reverses them; "used to" or "tried" makes them history. */
export const WISH = `
WANT .3 DIE
KMS
how .3 die|KMS
HARM .1 SELF
WANT .2 HARMED SELF
why not .1 DIE|HARM|END
commit|committing|planning my|his|her? SUICIDE
END .1 POSS own? LIFE !back
end|ending it|things|everything !with
cut|cutting|slit|slitting .2 wrist|wrists|arms|veins|legs
HOLD .3 WEAPON
WEAPON .4 mouth|head|wrist|loaded|hand|lap|ready
JUMP .2 off|from|front|out|BRINK
on|edge|en .2 BRINK !street|clinic
voices|voces .4 kill|hurt|harm|mate|DIE
WANT .2 KILL .1 WHO
WANTES .2 DIEES
me|se|nos WANTES .1 HARMES|DIEES
matarme|matarse|suicidarme|ahorcarme|cortarme|cortarse
quitar|quitarme|quitarse .1 vida
acabar|terminar con .1 vida|todo
hacer|hacerme|hacerse|hace|hago .1 dano
me|se corto|corta|corte !pelo|dedo
`;

/** Phrases for not wanting to live. The negation is part of the meaning, so it does not reverse it. */
export const NO_LIFE = `
NOT .1 CRAVE .3 LIVE !PLACE
NOT .1 CRAVE .2 here|around !PLACE
no|whats reason|point|purpose .2 LIVE|go|keep|living
better|mejor off? dead|gone|muerto|muerta
better|happier|mejor|bien .1 without|sin me|mi|him|her
CANT go on !disability|medication|meds|insurance
CANT .1 do|take this|it anymore|longer
never .1 wake
tired|sick|done|up|cansado|cansada of|with|on? living|life|vivir !PLACE
no .1 WANTES .2 LIVEES !PLACE
`;

/** Medical emergencies. They are no danger if they are history; a negation does not change them. */
export const BODY = `
NOT|stopped|barely|slow|dejo .2 BREATH
NOT|cant|keep .2 WAKE
lips|face|fingers|skin|turning .1 blue|gray|purple
labios|esta|poniendo .1 morados|morado|morada|azul
seizing|convulsing|convulsionando
see|seeing|sees|veo|ve .2 bugs|things|spiders|animals|animales|bichos|cosas
TOOK|drink|drinking|tomar .3 POISON
`;

/**
 * Phrases that say that somebody took something. They are no danger if they are history or a habit ("10 pills a day").
 */
export const TAKEN = `
TOOK .2 too|demasiado|demasiada|demasiadas !time|long
YOUNG .4 TOOK|into .3 DRUG|POISON
TOOK|DRUG|lines|using|shot|high ~ SYMPTOM
TOOK|taking|takes .3 MANY .3 DRUG
TOOK .1 NUM !TIME
`;

/** States and actions of a person. The context decides whether they are a danger. */
export const STATE = `
SUICIDAL !teens|youth|clients|patients|people
HARMED SELF
tried|attempted|intento|trato .2 HARM|END|DIEES|HARMES|JUMP
WHO|i|he|she|hes|shes .3 OVERDOSE
overdosing|oding|oded|selfharming
SUICIDE|OVERDOSE|988 ideation? .2 help|ayuda|hotline|now|happening|que|what
^ SUICIDE|OVERDOSE|988 $|near
`;

/** Names of dangers, which a search for treatment may also contain. */
export const TOPIC = `
SUICIDE
OVERDOSE
988
cpr
`;

/** Words that show that a statement is about the past. */
export const PAST = `
year|years|yrs|month|months|weeks ago|back|once
last|since|in|over|en year|summer|winter|spring|fall|month|MONTH
used to
YEAR
PASTWORD
when|cuando .1 was|were|era|tenia
a|long while|time back|ago
in|en high|middle|college
as|de .1 teen|kid|teenager|child
hace .2 anos|meses|mucho|tiempo
ano|mes pasado
no longer
after|post|since|despues .2 SUICIDE|OVERDOSE|attempt
`;

export const TODAY = `
TODAY !BETTER
last night
right now
this morning
just SUICIDE|OVERDOSE|tried|took
`;

export const HABIT = `
a|per|every|each|al|por|cada day|night|week|dia|noche|semana
daily|everyday|nightly|diario|diarias|diarios
takes|uses|drinks|smokes too
for .2 years|months
`;

export const OFFICE = `
OFFICE
support group
first aid
killed|hung|shot|hanged SELF
se mato|suicido
`;

/** Words that negate what comes directly after them. */
export const NEGATION = `
NEG !i|im|he|she LINK? LINK? LINK? LINK? LINK?
nunca|jamas LINK? LINK? LINK?
`;
