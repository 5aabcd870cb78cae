import { describe, expect, it } from 'vitest';
import { knownInsurers } from '../../functions/domain/payer.ts';
import { places as load } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import type { Reading } from '../../functions/query/reading.ts';

const places = load();
const read = (text: string): Reading => readQuery(text, { places, insurers: knownInsurers });
type Case = readonly [text: string, expected: Partial<Reading>];
const cases = (name: string, all: readonly Case[]) =>
  describe(name, () => {
    it.each(all)('%s', (text, expected) => expect(read(text)).toMatchObject(expected));
  });

cases('a number beside a person is an age', [
  ['marine vet 43', { age: ['adults'], population: ['veterans'] }],
  ['pregnant 24 heroin', { age: ['young-adults'], population: ['pregnant'] }],
  ['nurse 38, iop', { age: ['adults'] }],
  ['my kid is 9', { age: ['children'] }],
  ['boys home 13 yrs', { age: ['adolescents'] }],
  ['aunt 60 pills', { age: ['adults'], gender: ['women'], condition: ['prescription-medications'] }],
  ['wife, medicare, 77', { age: ['seniors'], gender: ['women'], payer: ['medicare'] }],
  ['mi ahijado de 13 usa mota', { age: ['adolescents'], gender: ['men'] }],
  ['mijo tiene 15', { age: ['adolescents'], gender: ['men'] }],
  ['tengo 50 y tomo', { age: ['adults'] }],
  ['detox for 19 yo', { age: ['young-adults'] }],
  ['retired cop 58 drinks too much', { age: ['adults'], condition: ['alcohol'] }],
  ['gentleman 70 alcohol', { age: ['seniors'], gender: ['men'] }],
  ['boys and girls 12-17', { age: ['children', 'adolescents'] }],
  ['transitional living for 12-17', { level: ['sober-living'], age: ['children', 'adolescents'] }],
  ['soy 28', { age: ['adults'] }],
  ['my aunt who is 61 drinks', { age: ['adults'], gender: ['women'] }],
  ['boys 14', { age: ['adolescents'] }],
  ['17 nb teen iop', { age: ['adolescents'], population: [] }],
  ['college student iop', { age: ['young-adults'], population: [] }],
]);

cases('children who come along need a place, in both languages', [
  ['rehab with 2 kids', { families: ['childcare', 'beds-for-children'], population: [] }],
  ['residencial con 2 hijos', { families: ['childcare', 'beds-for-children'], population: [] }],
  ['programa para madre con tres niños', { families: ['childcare', 'beds-for-children'], gender: ['women'] }],
]);

cases('a relative of a relative is one person', [
  ['la novia de mi hijo toma mucho', { gender: ['women'] }],
  ['el novio de mi hija toma mucho', { gender: ['men'] }],
]);

cases('a number of something else is none', [
  ['recaí después de 5 años', { age: [] }],
  ['90 day residential', { age: [] }],
  ['3 yrs sober relapsed', { age: [] }],
  ['my wife and i married 20 years', { age: [] }],
  ['my son 30 pills a day', { age: [] }],
  ['iop 3 days a week', { age: [] }],
  ['casado 20 años', { age: [] }],
  ['perc 10', { age: [] }],
  ['iop 9 to 12', { age: [] }],
  ['detox within 20', { age: [] }],
]);

cases('one person is a gender, several are a program', [
  ['adult woman w anxiety', { gender: ['women'], population: [] }],
  ['female bed residential', { gender: ['women'], population: [] }],
  ['detox for male medicaid', { gender: ['men'], population: [] }],
  ['lady drinking too much', { gender: ['women'], population: [] }],
  ['hombre que toma mucho', { gender: ['men'], population: [] }],
  ['mujer con ansiedad', { gender: ['women'], population: [] }],
  ['groups for women', { population: ['women'], gender: [] }],
  ['women only iop', { population: ['women'], gender: [] }],
  ['all female iop', { population: ['women'], gender: [] }],
  ['male sober living', { population: ['men'], gender: [] }],
  ['residencial para mujeres', { population: ['women'], gender: [] }],
  ['iop mothers while kids at school', { gender: [] }],
  ['family therapy: my wife, my son and i', { therapy: ['family'], gender: [] }],
  ['terapia familiar: los tres, mi esposa, mi hijo y yo', { therapy: ['family'], gender: [], within: null }],
  ['terapia familiar: 3, mi esposa, mi hijo y yo', { therapy: ['family'], gender: [], within: null }],
  ['tengo 33, mi esposa tambien toma', { within: null }],
  ['hijo de 24, mi seguro es aetna', { gender: ['men'], payer: ['aetna'], within: null }],
  ['mi marido me golpeaba', { population: ['domestic-violence'], gender: [] }],
  ['national guard spouse', { population: ['military-families'] }],
  ['esposa de militar', { population: ['military-families'], gender: ['women'] }],
]);

cases('what is put right later holds', [
  ['iop phoenix no wait tucson', { near: 'Tucson, AZ', level: ['iop'], accepting: false }],
  ['php denver? no boulder', { near: 'Boulder, CO' }],
  ['el paso no en yuma', { near: 'Yuma, AZ' }],
  ['moved to reno, used to live in las vegas', { near: 'Reno, NV' }],
  ['caresource? no, medicaid', { payer: ['medicaid'] }],
  ['aetna, i mean cigna', { payer: ['cigna'] }],
  ['detox no medicaid', { level: ['detox'], payer: [] }],
  ['iop no php', { level: ['iop'] }],
  ['no wait detox phoenix', { near: 'Phoenix, AZ', accepting: true }],
]);

cases('places', [
  ['boise or spokane iop', { near: 'Spokane, WA' }],
  ['me mandó la corte', { near: null, population: ['justice-involved'] }],
  ['la piedra me tiene mal', { near: null, condition: ['stimulants'] }],
  ['rehab in la', { near: 'Los Angeles, CA' }],
  ['perros de terapia', { near: null }],
  ["can't cope", { near: null }],
  ['learning to cope', { near: null }],
  ['medicaid fairbury', { near: 'Fairbury, IL' }],
  ['ahcccs iop prescot', { near: 'Prescott, AZ' }],
  ['countycare iop westmont', { near: 'Westmont, IL' }],
  ['suboxone trinidad', { near: 'Trinidad, CO' }],
  ['dr. smith', { near: null }],
  ['condado de cook', { near: 'Cook County, IL' }],
  ['within 1,000 miles', { near: null }],
]);

cases('landmarks', [
  ['near the space needle', { near: 'Space Needle, WA' }],
  ['cerca de disneyland', { near: 'Disneyland, CA' }],
  ['cerca del space needle', { near: 'Space Needle, WA' }],
  ['iop by mile high stadium', { near: 'Mile High Stadium, CO' }],
  ['detox lake tahoe', { near: 'Lake Tahoe, CA' }],
  ['rehab off the strip', { near: 'The Strip, Las Vegas, NV' }],
  ['iop asu', { near: 'Arizona State University, AZ' }],
  ['outpatient near u of a', { near: 'Tucson, AZ' }],
  ['junto al wrigley field', { near: 'Wrigley Field, IL' }],
  ['off the bellagio', { near: 'Bellagio, NV' }],
  ['cerca de buckeye', { near: 'Buckeye, AZ' }],
  // Also names of centers: places only if a word such as "in" comes before them.
  ['denver health', { near: 'Denver, CO' }],
  ['overlake hospital', { near: null }],
  ['iop near overlake hospital', { near: 'Overlake, WA' }],
  ['near banner university medical center', { near: null }],
  // An airport code that is also a word.
  ['iop sea', { near: null }],
]);

cases('whom the care is for', [
  ['my husband is active duty, i need iop for my anxiety', { gender: [], population: ['military-families'] }],
  ["i've been hiding how much i drink from my husband", { gender: [], condition: ['alcohol'] }],
  ['mi mama no sabe que uso percs, quiero dejarlos', { gender: [], condition: ['opioids'] }],
  ['mi esposo es soldado y yo tengo depresion', { gender: [], condition: ['depressive'] }],
  ['ex wife has the kids so i can only do sundays', { gender: [], population: [], schedule: ['weekend'] }],
  ['my husband needs iop for his anxiety', { gender: ['men'] }],
  ['i have a son who drinks', { gender: ['men'], condition: ['alcohol'] }],
  ['señora busca ayuda pa su esposo borracho', { gender: ['men'] }],
  ['no soy adicto pero mi hermano si, heroina', { gender: ['men'] }],
  ['i live in denver but its for my brother in grand junction', { near: 'Grand Junction, CO' }],
  ['vivo en denver pero es para mi primo que esta en pueblo', { near: 'Pueblo, CO' }],
  ['i live in mesa with my mom', { near: 'Mesa, AZ', gender: ['women'] }],
]);

cases('a level that is over', [
  ['my girlfriend just got out of detox and needs the next step', { level: ['residential'], gender: ['women'] }],
  ['he completed php and is ready for the next level down', { level: ['iop'] }],
  ['just got out of residential, denver', { level: [], near: 'Denver, CO' }],
  ['finishing php, need iop', { level: ['iop'] }],
  ['coming out of detox to residential', { level: ['residential'] }],
  ['busco sober living pa mi primo, el ya hizo detox', { level: ['sober-living'] }],
  ['alta de detox el lunes, php', { level: ['php'] }],
  ['discharged to iop', { level: ['iop'] }],
  ['did you have iop or php', { level: ['iop', 'php'] }],
]);

cases('words of one language that look like the other', [
  ['ay dios mio mi hija de 20 usa fentanilo en phoenix', { near: 'Phoenix, AZ', age: ['young-adults'] }],
  ['rehabilitacion en el centro de phoenix', { near: 'Phoenix, AZ' }],
  ['el centro ca', { near: 'El Centro, CA' }],
  ['wey ando mal con el foco', { gender: [], condition: ['stimulants'] }],
  ['terapia pa viejitos con medicare', { payer: ['medicare'], population: ['seniors'] }],
  ['mi tio cubano de 66 bebe ron', { age: ['seniors'], gender: ['men'] }],
  ['mi tia tiene medicare y medical', { payer: ['medicaid', 'medicare'] }],
  ['nos mudamos de chicago a phoenix', { near: 'Phoenix, AZ' }],
  ['no puedo dormir sin xanax', { condition: ['prescription-medications'] }],
  ['el se mete coca cada fin de semana', { gender: ['men'], schedule: [] }],
  ['ando tomando de mas', { condition: ['alcohol'] }],
  ['no ocupa internarse', { level: [] }],
]);

cases('shorthand of intake', [
  ['op ind tx, anxiety, hoboken', { near: 'Hoboken, NJ' }],
  ['mi hermano menor de 22 usa piedra', { age: ['young-adults'] }],
  ['menores de 18', { age: ['children', 'adolescents'] }],
  ['iop bilingüe', { language: ['es'] }],
  ['php bcbsil', { payer: ['blue-cross-blue-shield'] }],
  ['eating d/o iop', { condition: ['eating'], level: ['iop'] }],
  ['inpt detox', { level: ['detox'] }],
  ['on bup, iop', { therapy: ['buprenorphine'] }],
  ['my po says iop', { population: ['justice-involved'] }],
  ['done with zoom, iop in person', { modality: ['in-person'] }],
  ['tired of drinking', { condition: ['alcohol'] }],
  ['mornings only, i bartend at night', { schedule: ['day'] }],
  ['i can not take time off so i need evenings', { schedule: ['evening'] }],
  ['relapsed after 6 years', { schedule: [] }],
  ['prefiero uno a uno, me da pena un grupo', { therapy: ['individual'] }],
]);

cases('a ZIP typed with letters', [
  ['iop 85OO4', { near: '85004', level: ['iop'], ignored: [] }],
  ['php 9O2l0 medicaid', { near: '90210', level: ['php'] }],
  ['detox near 6O6o1', { near: '60601' }],
  ['12 ol pills', { near: null }],
  ['Lolll 5', { near: null }],
]);

cases('conditions by their signs', [
  ['my daughter is not eating', { condition: ['eating'] }],
  ['throwing up after meals', { condition: ['eating'] }],
  ['throws up after every meal', { condition: ['eating'] }],
  ['nightmares since iraq', { condition: ['ptsd'] }],
  ['abuse in childhood', { condition: ['trauma'] }],
  ['fear of flying', { condition: ['phobias'] }],
  ['miedo a los perros', { condition: ['phobias'] }],
  ['fear of relapse', { condition: [] }],
  ['hooked on blues', { condition: ['opioids'] }],
  ['mdd php', { condition: ['depressive'] }],
  ['gad iop', { condition: ['anxiety'] }],
  ['drugs and mental health both', { condition: ['co-occurring'] }],
  ['drunk driving classes', { population: ['justice-involved'], condition: ['alcohol'] }],
  ['level 2 education', { population: ['justice-involved'] }],
]);

cases('payers', [
  ['stockton medical iop', { payer: ['medicaid'] }],
  ['stockton medical center', { payer: [] }],
  ['denver medical iop', { payer: [] }],
  ['va pays, inpatient', { payer: ['military'], population: [] }],
  ['tricare or va php', { payer: ['military'], population: [] }],
  ['tribal funding detox', { payer: ['tribal'], population: [] }],
  ['choctaw nation insurance', { payer: ['tribal'] }],
  ['horizon iop', { payer: ['blue-cross-blue-shield'] }],
  ['de mi bolsillo', { payer: ['self-pay'] }],
  ['pagado por el estado', { payer: ['state'] }],
  ['en el estado de washington', { payer: [], state: 'WA' }],
]);

cases('levels and when', [
  ['rtc for teens', { level: ['residential'] }],
  ['bed for female', { level: ['residential'], accepting: true }],
  ['detox bed tonight', { level: ['detox'] }],
  ['somewhere to live after rehab', { level: ['sober-living'] }],
  ['programa intensivo ambulatorio', { level: ['iop'] }],
  ['dónde vivir después de rehab', { level: ['sober-living'] }],
  ['dry out', { level: ['detox'] }],
  ['iop nite', { level: ['iop'], schedule: ['evening'] }],
  ['drinks every nite iop', { level: ['iop'], schedule: [] }],
  ['iop en la noche', { level: ['iop'], schedule: ['evening'] }],
  ['telemed', { modality: ['telehealth'] }],
]);

cases('a place that is also a word needs support', [
  ['depresion y soledad despues del divorcio, Napa', { near: 'Napa, CA' }],
  ['soledad california alcohol', { near: 'Soledad, CA' }],
  ['detox manteca', { near: 'Manteca, CA' }],
  ['en mi pueblo no hay nada', { near: null }],
  ['en pueblo hay iop?', { near: 'Pueblo, CO' }],
  ['ya no la podemos cuidar, Tacoma', { near: 'Tacoma, WA' }],
  ['phoenix house los angeles', { near: 'Los Angeles, CA' }],
  ['clinica sierra vista bakersfield', { near: 'Bakersfield, CA' }],
  ['florence crittenton house phoenix', { near: 'Phoenix, AZ' }],
  ['rehab pacoima', { near: 'Pacoima, CA' }],
  ['yakama nation member drinking', { near: null, population: ['native-american'] }],
]);

cases('a word of another language or of other business is no filter', [
  ['mi primo va mal con la heroina', { population: [] }],
  ['va covers iop spokane', { population: ['veterans'] }],
  ['brighter day recovery center', { schedule: [] }],
  ['night classes tacoma', { schedule: ['evening'] }],
  ['rn night shift jobs detox unit mesa', { schedule: [] }],
  ['best thai food in mesa', { language: [] }],
  ['my boss says i need detox', { condition: [] }],
]);

cases('what is turned down, and what is the trouble itself', [
  ['entre semana por la noche, fines de semana no, iop', { schedule: ['evening'] }],
  ['programa que no sea solo para mujeres', { population: [] }],
  ['no deja el guaro', { condition: ['alcohol'] }],
  ['medicaid wont cover it, paying cash, iop', { payer: ['self-pay'] }],
]);

cases('hours on so many days are a level, and a sober place is one', [
  ['3 hrs a day 3 days a week', { level: ['iop'] }],
  ['court says 9 hours a week', { level: ['iop'] }],
  ['19 horas por semana', { level: ['iop'] }],
  ['20 hours a week', { level: ['php'] }],
  ['30 hours a week', { level: ['php'] }],
  ['8 hours a week', { level: [] }],
  ['31 hours a week', { level: [] }],
  ['tres veces por semana tres horas', { level: ['iop'] }],
  ['i work 8 hours a day 5 days a week', { level: [] }],
  ['needs somewhere sober to live', { level: ['sober-living'] }],
  ['de dia en el hospital y a dormir en casa', { level: ['php'] }],
  ['listo para salir de residencial, busca iop', { level: ['iop'] }],
]);

cases('the person who writes', [
  ['my wife says i drink too much', { gender: ['men'] }],
  ['my husband wants me to get help for pills', { gender: ['women'] }],
  ['i have toddlers, need childcare', { population: [] }],
]);
