import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readsAsCrisis } from '../../functions/crisis/crisis.ts';
import { meaningOf } from '../../functions/crisis/meaning.ts';
import { wordsOf } from '../../functions/crisis/words.ts';

const kindOf = (text: string) => meaningOf(wordsOf(text)).kind;

/** Each class of templates: a text that must match, and a similar one with another meaning that must not. */
describe.each<[string, string, string]>([
  ['a wish to die', 'i want to die', 'i am dying to get sober'],
  ['a way to die', 'how do i die without pain', 'how do i find detox'],
  ['harm to oneself', 'going to hurt myself', 'hurt my back'],
  ['an end', 'i will end my life', 'end of life care'],
  ['ending it', 'thinking about ending it', 'ending my lease'],
  ['a cut', 'i cut my wrists', 'cut down drinking'],
  ['a weapon at hand', 'he has a gun', 'gun violence counseling'],
  ['a weapon at the body', 'knife to my wrist', 'knife'],
  ['a height', 'standing on the bridge', 'bridge house'],
  ['a jump', 'jump off the roof', 'jump start recovery'],
  ['voices', 'voices tell me to kill', 'hearing voices'],
  ['harm to others', 'i am going to kill him', 'my mom is going to kill me if i fail iop'],
  ['no wish to live', 'i dont want to live anymore', 'i dont want to live in tucson'],
  ['no reason', 'no reason to live', 'no reason given'],
  ['the others better off', 'they are better without me', 'better without alcohol'],
  ['no end to it', 'i cant do this anymore', 'i cant do evenings'],
  ['never to wake', 'hope i never wake up', 'never woke early'],
  ['no breath', 'he is not breathing', 'breathwork'],
  ['little breath', 'he is barely breathing', 'he is barely sober'],
  ['slow breath', 'slow breathing after pills', 'slow breathwork class'],
  ['breath that ended', 'she stopped breathing', 'she stopped drinking'],
  ['no waking', 'she wont wake up', 'wake forest clinic'],
  ['blue', 'his lips are blue', 'blue cross'],
  ['a fit', 'he is seizing', 'seize the day'],
  ['too much', 'i took too much', 'i took time off'],
  ['an amount', 'took 30 xanax', 'took 30 days off'],
  ['poison', 'she drank bleach', 'she drank wine'],
  ['a child', 'my toddler ate my pills', 'my toddler needs daycare'],
  ['a drug and the body', 'smoked meth and my chest hurts', 'meth rehab'],
  ['seeing things', 'i am seeing bugs', 'seeing a therapist'],
  ['querer morir', 'quiero morirme', 'quiero mejorar'],
  ['querer matarse', 'se quiere matar', 'se quiere internar'],
  ['no querer vivir', 'ya no quiero vivir', 'no quiero vivir con mi papa'],
  ['quitarse la vida', 'va a quitarse la vida', 'cambiar de vida'],
  ['hacerse daño', 'me quiero hacer daño', 'me quiero curar'],
  ['un arma', 'tiene una pistola', 'tiene una cita'],
  ['no respira', 'mi esposo no respira', 'ejercicios para respirar'],
  ['dejó de respirar', 'mi hijo dejó de respirar', 'mi hijo dejó de tomar'],
  ['demasiado', 'tomé demasiado', 'mi esposo toma mucho'],
])('%s', (_, heard, neighbor) => {
  it(`hears "${heard}" and not "${neighbor}"`, () => {
    expect(kindOf(heard)).toBe('danger');
    expect(kindOf(neighbor)).not.toBe('danger');
  });
});

describe('a negation turns a wish around', () => {
  it.each(['hurt myself', 'kill myself', 'die', 'end my life', 'harm myself'])('%s', (act) => {
    for (const who of ['i', 'he', 'she', 'my son']) {
      expect(kindOf(`${who} wants to ${act}`)).toBe('danger');
      for (const not of ['does not want to', 'doesnt want to', 'would never', 'isnt going to'])
        expect(kindOf(`${who} ${not} ${act}`), `${who} ${not}`).not.toBe('danger');
    }
  });

  it.each(['suicidal', 'self harming', 'a suicide risk'])('is %s', (state) => {
    for (const not of ['not', 'never', 'no longer', 'denies being', 'not currently'])
      expect([not, readsAsCrisis(`${not} ${state}, need php`)]).toEqual([not, false]);
  });

  it.each([
    'i am not ok i want to die',
    'no one cares i want to die',
    'cant stop thinking about killing myself',
    'no insurance, suicidal',
    'i dont want help, i want to kill myself',
    'why not just kill myself',
    'not only suicidal but has a gun',
  ])('but not one of something else: %s', (text) => {
    expect(readsAsCrisis(text)).toBe(true);
  });

  it('and no negation of life', () => {
    for (const text of [
      'i dont want to live',
      'no reason to live',
      'ya no quiero vivir',
      'not breathing',
      'wont wake up',
    ])
      expect(kindOf(text)).toBe('danger');
  });
});

describe('the past turns a deed around, and today turns it back', () => {
  const deeds = ['attempted suicide', 'overdosed', 'tried to kill himself', 'tried to kill myself', 'cut myself'];
  const then = ['two years ago', 'last year', 'in 2019', 'in high school', 'when i was 15', 'years ago'];
  const now = ['last night', 'today', 'just now', 'an hour ago', 'this morning', 'again tonight'];
  it.each(deeds)('%s', (deed) => {
    for (const when of then) expect([when, readsAsCrisis(`${deed} ${when}, need iop`)]).toEqual([when, false]);
    for (const when of now) expect([when, readsAsCrisis(`${deed} ${when}, need iop`)]).toEqual([when, true]);
  });

  it.each(['intento suicidarse', 'tuvo una sobredosis'])('%s', (deed) => {
    for (const when of ['hace dos años', 'el año pasado', 'en 2019', 'cuando era joven'])
      expect([when, readsAsCrisis(`${deed} ${when}, busca programa`)]).toEqual([when, false]);
    for (const when of ['anoche', 'hoy', 'ahora'])
      expect([when, readsAsCrisis(`${deed} ${when}`)]).toEqual([when, true]);
  });

  it('but a wish of now is no history, whatever else was', () => {
    for (const text of ['my baby was born 3 weeks ago and i want to die', 'my son died in 2020 and i want to die'])
      expect(readsAsCrisis(text)).toBe(true);
  });
});

it('the person does not matter', () => {
  const people = 'i,he,she,my son,my wife,my 70 year old dad,a friend,my patient,someone,my roommate'.split(',');
  for (const who of people)
    for (const what of [
      'wants to die',
      'is going to kill himself',
      'took too many pills',
      'is not breathing',
      'is suicidal',
    ])
      expect([who, what, readsAsCrisis(`${who} ${what}`)]).toEqual([who, what, true]);
});

it('a habit is no overdose', () => {
  for (const often of ['a day', 'every night', 'daily', 'per day'])
    expect([often, kindOf(`took 20 pills ${often}`)]).toEqual([often, 'turned']);
  expect(kindOf('took 20 pills')).toBe('danger');
});

describe('ordinary words around do not hide danger', () => {
  const ordinary =
    'iop,near,85004,rehab,medicaid,for,women,in,tucson,please,evening,center,aetna,detox,help,el,centro'.split(',');
  const around = fc.array(fc.constantFrom(...ordinary), { maxLength: 40 }).map((words) => words.join(' '));
  const danger = fc.constantFrom(
    'i want to die',
    'going to kill myself',
    'end my life',
    'he has a gun',
    'not breathing',
    'she wont wake up',
    'took too many pills',
    'dont want to live',
    'quiero morir',
    'me voy a matar',
    'no respira',
  );

  it('before and after', () => {
    fc.assert(
      fc.property(around, danger, around, (before, text, after) => readsAsCrisis(`${before}. ${text}. ${after}`)),
    );
  });

  it('nor do filling words within', () => {
    for (const fill of ['really', 'just', 'fucking', 'so', 'kinda', 'even', 'like'])
      for (const text of ['i ~ want to ~ die', '~ kill ~ myself', 'dont ~ want to ~ live', 'hes ~ not ~ breathing'])
        expect(readsAsCrisis(text.replaceAll('~', fill)), `${text} ${fill}`).toBe(true);
  });
});

describe('a slip does not hide danger', () => {
  const slips = (word: string): string[] =>
    [...word].flatMap((_, at) =>
      at === 0 ? [] : [word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}x${word.slice(at)}`],
    );
  it.each([
    ['suicidal', '~'],
    ['overdosed', '~ just now'],
    ['myself', 'i will kill ~'],
    ['hurting', 'i am ~ myself'],
    ['breathing', 'he is not ~'],
    ['matarme', 'quiero ~'],
    ['suicidarse', 'va a ~'],
  ])('%s', (word, text) => {
    const missed = slips(word).filter((slip) => !readsAsCrisis(text.replace('~', slip)));
    expect(missed).toEqual([]);
  });

  it.each([
    'i wnat to die',
    'k1ll myself',
    'kiiill myself',
    'su1c1dal',
    'i cant go on',
    "i can't go on",
    'can not go on',
    'my self kill myself',
    'iwanttokillmyself',
  ])('%s', (text) => {
    expect(readsAsCrisis(text)).toBe(true);
  });
});
