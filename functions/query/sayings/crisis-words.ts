/**
 * Words for a danger to life. They are listed so that they get no other meaning in a search: "self harm" is not a
 * condition. functions/crisis decides whether the text is a crisis. Phrases are separated by commas; case and accents
 * do not matter.
 */
const ENGLISH = `
  overdose, overdosed, overdosing, od, o d, oded, suicide, suicidal, suicidal thought, suicidal ideation,
  kill myself, kill my self, killing myself, killed myself, kill himself, kill herself, kill themselves, killing himself,
  killing herself, kill me, end my life, end his life, end her life, ending my life, ending his life, ending her life,
  end it all, ending it all, ending it, take my own life, take his own life, take her own life, took his life, took her life,
  take my life, want to die, want die, want 2 die, wants to die, wanna die, going to die, gonna die, want to be dead,
  wanna be dead, rather be dead, wish i was dead, wish i were dead, wishes he was dead, wishes she was dead, better off dead,
  no reason to live, dont want to live, do not want to live, doesnt want to live, does not want to live, dont wanna live,
  dont want to be alive, do not want to be alive, doesnt want to be alive, dont want to be here anymore,
  do not want to be here anymore, cant go on, can not go on, cannot go on, cant do this anymore, cannot do this anymore,
  can not do this anymore, cant take it anymore, cannot take it anymore, can not take it anymore, give up on life,
  hurt myself, hurting myself, harm myself, harming myself, self harm, self harming, selfharm, cutting myself,
  cutting herself, cutting himself, cut myself, hurt herself, hurt himself, hurting herself, hurting himself, harm herself,
  harm himself, hang myself, hanging myself, hang himself, hang herself, shoot myself, shoot himself, shoot herself,
  drown myself, jump off a bridge, jump off the bridge, slit my wrist, unalive, bottle of pills, took too many pills,
  took all my pills, took all his pills, took all her pills, not breathing, isnt breathing, stopped breathing, cant wake him,
  cant wake her, wont wake up, not waking up, 988`;

const SPANISH = `
  suicidio, suicida, suicidarme, suicidarse, quiero morir, quiero morirme, quiere morir, quiere morirse, me quiero morir,
  se quiere morir, quisiera morir, ganas de morir, quiero matarme, quiere matarse, me quiero matar, se quiere matar,
  me voy a matar, matarme, no quiero vivir, no quiere vivir, no quiero seguir viviendo, quitarme la vida, quitarse la vida,
  hacerme dano, hacerse dano, cortarme las venas, sobredosis, no respira, no despierta`;

const phrasesOf = (list: string): readonly string[] => list.split(',').map((phrase) => phrase.trim());

export const crisisPhrases: { readonly english: readonly string[]; readonly spanish: readonly string[] } = {
  english: phrasesOf(ENGLISH),
  spanish: phrasesOf(SPANISH),
};
