import type { Saying } from './saying.ts';

export const therapySayings: readonly Saying[] = [
  {
    said: 'evidence based therapy, evidence based treatment, science based, research based',
    means: { therapy: ['evidence-based'] },
  },
  { said: 'cognitive behavior, cognitive', means: { therapy: ['cbt'] } },
  { said: 'dialectical', means: { therapy: ['dbt'] } },
  { said: 'emdr therapist', means: { therapy: ['emdr'] } },
  { said: 'trauma therapies', means: { therapy: ['trauma-counseling'] } },
  {
    said: '1 on 1, 1 1, one to one, 1 to 1, one on one therapy, individual session, individual and group',
    means: { therapy: ['individual'] },
  },
  { said: 'group counselling, group session, group class, in group', means: { therapy: ['group'] } },
  {
    said: `family program, family counselling, whole family, therapy for the family, therapy with my family, couple counseling, couple counselling, couples counselling,
      marriage therapy, marital counseling`,
    means: { therapy: ['family'] },
  },
  {
    said: '12 step program, 12step, 12 steps, twelve steps, aa meeting, na meeting, narcotics anonymous, alcoholics anonymous',
    means: { therapy: ['12-step'] },
  },
  {
    said: 'mat program, mat clinic, medically assisted treatment, medication assisted, mat treatment, oat',
    means: { therapy: ['medication'] },
  },
  {
    said: 'antabuse, disulfiram, acamprosate, campral, medication to stop drinking, meds to stop drinking, pill to stop drinking, shot to stop drinking, medication for drinking, medication to quit drinking, meds to quit drinking',
    means: { therapy: ['medication'], condition: ['alcohol'] },
  },
  { said: 'grp, gruop, grps', means: { therapy: ['group'] } },
  { said: 'medication management, pain medication, pain management, anti anxiety medication', unread: true },
  {
    said: 'suboxone doctor, suboxone clinic, suboxen, suboxin, subxone, suboxine, subs, sub dr, subs dr, sub doc, subutex, sublocade, zubsolv, suboxone strip, suboxone pill, suboxone shot, bupe, buprenorphin',
    means: { therapy: ['buprenorphine'] },
  },
  { said: 'methodone, methadon, methadone clinic, methadose', means: { therapy: ['methadone'] } },
  { said: 'vivitrol shot, vivitral, naltrexon, naltrexone shot, naltrexone pill', means: { therapy: ['naltrexone'] } },
  { said: 'holistic healing, alternative therapy, natural healing', means: { therapy: ['holistic'] } },
  { said: 'mindful, meditate', means: { therapy: ['meditation'] } },
  { said: 'horse, horses, horseback, horseback riding, with horses', means: { therapy: ['equine'] } },
  { said: 'taichi, tai chi class', means: { therapy: ['tai-chi'] } },
  {
    said: `wilderness program, wilderness therapy, outdoor therapy, nature based, nature program, outdoor program, adventure program,
      wilderness camp`,
    means: { therapy: ['nature'] },
  },
  {
    said: 'state of the art, martial art, group home, support group, women therapist, woman therapist, female therapist, lady therapist, male therapist, female counselor, male counselor, female doctor, age group, family owned, relapse',
    unread: true,
  },
];
