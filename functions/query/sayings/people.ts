import type { Age } from '../../domain/age.ts';
import type { Saying } from './saying.ts';

type Sex = 'women' | 'men';

const BRANCHES = ['army', 'navy', 'marine', 'air force', 'coast guard', 'national guard'];

/** Words for family and friends. They say the person's gender; they do not say an age. */
export const relatives: Readonly<
  Record<Sex, { readonly english: readonly string[]; readonly spanish: readonly string[] }>
> = {
  women: {
    english: wordsOf(
      `wife, mom, mother, mum, mama, mommy, stepmom, stepmother, sister, stepsister, girlfriend, fiancee, aunt, auntie,
        niece, daughter, stepdaughter, granddaughter, grandma, grandmother, granny, nana, mother in law, sister in law,
        daughter in law, ex wife, ex girlfriend, baby mama, goddaughter, wifey, gf, sis, mawmaw, mamaw, meemaw, nanny,
        lola, nanay, my homegirl, my mil, my sil, my dil, step mom, step mother, step daughter, step sister,
        grand daughter, grand mother, my old lady`,
    ),
    spanish: wordsOf(
      `esposa, mamá, mami, madre, madrastra, hermana, hermanastra, novia, tía, sobrina, prima, hija, hijastra, nieta,
        abuela, abuelita, suegra, cuñada, nuera, comadre, ahijada, mija, hijita, mi mujer, ex esposa, señora, nena,
        jeva, chamaca, cipota, patoja, huerca, hermanita, tiíta, madrina, entenada, concubina, prometida, amá,
        bisabuela, morra, mi vieja, mi viejita, mi jefa, mi jefita, mi chava, mi güera, mi flaca, mi gorda,
        mi compañera, mi muchacha, mi chica, mi chama, mi carnala`,
    ),
  },
  men: {
    english: wordsOf(
      `husband, dad, father, daddy, stepdad, stepfather, brother, stepbrother, boyfriend, uncle, nephew, son, stepson,
        grandson, grandpa, grandfather, granddad, father in law, brother in law, son in law, ex husband, ex boyfriend,
        baby daddy, godson, hubby, bf, bro, pops, papaw, pawpaw, gramps, lolo, tatay, my fil, my bil, step dad,
        step father, step son, step brother, grand son, grand father, my homie, my homeboy, my dude`,
    ),
    spanish: wordsOf(
      `esposo, papá, papi, padre, padrastro, hermano, hermanastro, novio, tío, sobrino, primo, hijo, hijastro, nieto,
        abuelo, abuelito, suegro, cuñado, yerno, compadre, ahijado, mijo, hijito, marido, mi hombre, ex esposo, señor,
        nene, jevo, chamaco, cipote, patojo, huerco, vato, hermanito, carnal, padrino, entenado, concubino, prometido,
        apá, bisabuelo, morro, güey, wey, mi viejo, mi viejito, mi jefe, mi jefito, mi chavo, mi chavalo, mi güero,
        mi flaco, mi gordo, mi compañero, mi muchacho, mi chico, mi chamo, mi plebe, mi compa, mi cuate, mi pelado,
        mi pelao, mi bichito, mi tata`,
    ),
  },
};

/**
 * A relative next to one of these values is not the person to be treated, but takes part in family therapy or hurts
 * somebody.
 */
export const notTheOne: readonly string[] = ['therapy:family', 'population:domestic-violence'];

const SERVING = [...BRANCHES, 'marines', 'military', 'soldier', 'usmc', 'service member'];
const familyOf = (relations: string): string =>
  SERVING.flatMap((one) => relations.split(' ').map((word) => `${one} ${word}`)).join();

/** Adds an adjective to each relative: "teenage son", "adult daughter". */
function personOf(adjective: string, age: readonly Age[]): readonly Saying[] {
  const of = (sex: Sex): Saying => ({
    said: relatives[sex].english.map((word) => `${adjective} ${word}`).join(),
    means: { gender: [sex], age },
  });
  return [of('women'), of('men')];
}

function wordsOf(list: string): readonly string[] {
  return list.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
}

/**
 * Sayings about who the care is for. Words for a program ("for women", "teen program") are a population. Words for a
 * person ("my wife", "teenage son") are an age or gender that a program must accept.
 */
export const peopleSayings: readonly Saying[] = [
  { said: relatives.women.english.join(), implies: { gender: ['women'] }, yieldsTo: notTheOne },
  { said: relatives.men.english.join(), implies: { gender: ['men'] }, yieldsTo: notTheOne },
  ...personOf('adult', ['young-adults', 'adults']),
  ...personOf('teenage', ['adolescents']),
  ...personOf('teen', ['adolescents']),
  ...personOf('teenaged', ['adolescents']),
  ...personOf('elderly', ['seniors']),
  ...personOf('aging', ['seniors']),
  { said: 'grandparent, elderly parent, aging parent', implies: { age: ['seniors'] } },
  // "My teen" is a person, but "teen program" is a program.
  { said: 'my teen, my teenager, my adolescent', means: { age: ['adolescents'] } },
  // Phrases in which a kid is not the patient: somebody's kid may be of any age, and children who are mentioned are
  // usually at home.
  {
    said: `my kid, our kid, my child, our child, have kid, have child, have a kid, have a child, got kid, had kid,
      has kid, has the kid, watch the kid, drop off the kid, pick up kid, pick up my kid, pick up the kid, kid at home,
      kid at school, kid in school, kid are in school, kid are at school`,
  },
  {
    said: 'lady, women and children, women and kid, womans, womens, females, ladies',
    means: { population: ['women'] },
  },
  { said: 'guy, gentleman, gentlemen', means: { population: ['men'] } },
  {
    said: `pregnant woman, pregnant women, pregnant wife, pregnant mother, pregnant mom, expecting mother,
      expecting mom, postpartum women, new mom, new mother, pregnent, pregnat, preg, preggo, having a baby, post partum`,
    means: { population: ['pregnant'] },
  },
  {
    said: `non binary, lgbtqia, lgbtqia+, lgbtq+, transgendered, trans man, trans woman`,
    means: { population: ['lgbtq'] },
  },
  { said: 'gay man', means: { population: ['lgbtq'], gender: ['men'] } },
  { said: 'lesbian', means: { population: ['lgbtq'], gender: ['women'] } },
  { said: 'trans men', means: { population: ['lgbtq', 'men'] } },
  { said: 'lesbian women', means: { population: ['lgbtq', 'women'] } },
  // Phrases for one person that include a description.
  ...['vet', 'veteran'].flatMap((word): readonly Saying[] => [
    { said: `female ${word}, woman ${word}, lady ${word}`, means: { population: ['veterans'], gender: ['women'] } },
    { said: `male ${word}`, means: { population: ['veterans'], gender: ['men'] } },
  ]),
  { said: 'my teenage girl, my teen girl, my girl', means: { gender: ['women'], age: ['adolescents'] } },
  { said: 'my boy', means: { gender: ['men'], age: ['adolescents'] } },
  { said: 'single mother, single mom', implies: { gender: ['women'] } },
  { said: 'single father, single dad', implies: { gender: ['men'] } },
  {
    said: `vet, vfw, ex military, former military, retired military, combat vet, combat veteran, war veteran, disabled vet, disabled veteran, vetrans, vetran, ${BRANCHES.flatMap((branch) => [`${branch} vet`, `${branch} veteran`, `retired ${branch}`, `ex ${branch}`, `was in the ${branch}`, `were in the ${branch}`, `served in the ${branch}`]).join()}`,
    means: { population: ['veterans'] },
  },
  // "VA" after a city of Virginia is the state (city-spans.ts), because that phrase is longer.
  { said: 'va, va hospital, veterans affairs, veterans administration', means: { population: ['veterans'] } },
  {
    said: `${BRANCHES.join()}, soldier, servicemember`,
    implies: { population: ['military'] },
    yieldsOnlyTo: ['population:veterans', 'population:military-families'],
  },
  {
    said: familyOf('wife mom daughter girlfriend widow'),
    means: { population: ['military-families'], gender: ['women'] },
  },
  {
    said: familyOf('husband dad son boyfriend widower'),
    means: { population: ['military-families'], gender: ['men'] },
  },
  {
    said: familyOf('spouse kid child family dependent brat couple teen'),
    means: { population: ['military-families'] },
  },
  {
    said: 'elder, geriatric, older people, retiree',
    means: { population: ['seniors'] },
  },
  {
    said: 'college, college kid, university student, twenty something',
    means: { population: ['young-adults'] },
  },
  {
    said: `adol, teenaged, tween, minor, underage, high school, high schooler, boy, girl, teen girl, teen boy,
      teenage girl, teenage boy, troubled teen, middle schooler`,
    means: { population: ['adolescents'] },
  },
  { said: 'child, toddler, little kid, grade schooler', means: { population: ['children'] } },
  {
    said: `children hospital, child hospital, children medical center, phoenix children, veteran park, veteran memorial,
      veteran stadium, veteran parkway, veteran boulevard, veteran way, u guy, you guy, yall guy, guy take,
      parque de los veteranos, parque veterano, avenida veterano`,
    unread: true,
  },
  { said: 'raped in college, assaulted in college, molested in college', means: { population: ['sexual-abuse'] } },
  { said: 'older man, older gentleman', means: { gender: ['men'], age: ['seniors'] } },
  { said: 'older woman, older lady', means: { gender: ['women'], age: ['seniors'] } },
  // Phrases for a time in somebody's life, which do not describe the patient.
  {
    said: [
      'kid',
      'child',
      'teen',
      'teenager',
      'boy',
      'girl',
      'young kid',
      'little kid',
      'young girl',
      'young boy',
      'little girl',
      'little boy',
    ]
      .flatMap((age) => [
        `as a ${age}`,
        `was a ${age}`,
        `since a ${age}`,
        `being a ${age}`,
        `like a ${age}`,
        `since she a ${age}`,
      ])
      .join(),
  },
  { said: 'childcare, daycare', means: { families: ['childcare'] } },
  {
    said: ['bring', 'take', 'keep', 'have']
      .flatMap((verb) =>
        ['your', 'the', 'her', 'his', 'our', 'my'].flatMap((whose) =>
          ['kid', 'child', 'children', 'baby', 'toddler', 'infant', 'newborn'].map((one) => `${verb} ${whose} ${one}`),
        ),
      )
      .filter((one) => !/^(?:take|have) (?:my|the|our) (?:kid|child|baby)$/.test(one) || one.startsWith('take'))
      .join(),
    means: { families: ['childcare', 'beds-for-children'] },
  },
  {
    said: `kid stay, kid can stay, allows kid, with children, with kid, with my kid, with my children,
      with their children, bring kid, bring children, beds for children`,
    means: { families: ['childcare', 'beds-for-children'] },
  },
  { said: 'adult', implies: { age: ['adults'] } },
  { said: 'adult f', means: { gender: ['women'] }, implies: { age: ['adults'] } },
  { said: 'adult m', means: { gender: ['men'] }, implies: { age: ['adults'] } },
  {
    said: `court order, court appointed, mandated, dwi, duii, owi, ovi, dui class, dui education, level 2 education,
      level ii education, level 1 education, level 2 therapy, jail, prison, felon, felony, inmate, incarcerated,
      instead of jail, instead of prison, alternative to jail, batterer, court says, judge says, judge ordered, parolee,
      probationer, probation officer, po here, p o here, my po, his po, her po, po says, po said, po wants, po sent,
      p o says`,
    means: { population: ['justice-involved'] },
  },
  {
    said: 'drunk driving, drunk driving class, drunk driver, driving drunk, drove drunk, drinking and driving',
    means: { population: ['justice-involved'], condition: ['alcohol'] },
  },
  {
    said: `beat me, hit me, hitting me, abuses me, beats her, hits her, abusing me, choked me, fleeing abuse,
      abusive partner, abusive boyfriend, abusive ex, abusive marriage, dv victim, dv shelter`,
    means: { population: ['domestic-violence'] },
  },
  {
    said: 'dv, battered, battered women, abusive husband, abused women, abused woman',
    means: { population: ['domestic-violence'] },
  },
  {
    said: 'sexual trauma',
    means: { population: ['sexual-abuse'], condition: ['trauma'] },
  },
  {
    said: `sexually abused, rape, raped, molested, molestation, csa, mst, military sexual trauma,
      childhood sexual abuse, incest, sa survivor`,
    means: { population: ['sexual-abuse'] },
  },
  { said: 'hiv aids', means: { population: ['hiv'] } },
  {
    said: 'native, indigenous, tribe, navajo, cherokee, first nations',
    means: { population: ['native-american'] },
  },
];
