import type { Saying } from './saying.ts';

export const therapySayings: readonly Saying[] = [
  {
    said: 'science based, research based',
    means: { therapy: ['evidence-based'] },
  },
  { said: 'cognitive behavior, cognitive', means: { therapy: ['cbt'] } },
  { said: 'dialectical', means: { therapy: ['dbt'] } },
  { said: 'emdr therapist', means: { therapy: ['emdr'] } },
  {
    said: `trauma therapy, trauma counseling, trauma counselling, trauma informed therapy`,
    means: { therapy: ['trauma-counseling'], condition: ['trauma'] },
  },
  {
    said: '1 on 1, 1 1, one to one, 1 to 1, individual session, individual and group',
    means: { therapy: ['individual'] },
  },
  { said: 'group class', means: { therapy: ['group'] } },
  {
    said: `family program, family counselling, whole family, therapy for the family, therapy with my family,
      couples counselling, marriage therapy, marital counseling`,
    means: { therapy: ['family'] },
  },
  {
    said: 'aa meeting, na meeting',
    means: { therapy: ['12-step'] },
  },
  {
    said: 'medically assisted treatment, oat',
    means: { therapy: ['medication'] },
  },
  {
    said: `antabuse, disulfiram, acamprosate, campral, meds to stop drinking, pill to stop drinking,
      shot to stop drinking, meds to quit drinking`,
    means: { therapy: ['medication'], condition: ['alcohol'] },
  },
  { said: 'grp', means: { therapy: ['group'] } },
  { said: 'medication management, anti anxiety medication', unread: true },
  {
    said: `suboxen, suboxin, subs, sub doc, subutex, sublocade, zubsolv, suboxone strip, suboxone pill, suboxone shot, bupe, bup`,
    means: { therapy: ['buprenorphine'] },
  },
  { said: 'methadose', means: { therapy: ['methadone'] } },
  { said: 'naltrexone shot, naltrexone pill', means: { therapy: ['naltrexone'] } },
  { said: 'natural healing', means: { therapy: ['holistic'] } },
  { said: 'mindful', means: { therapy: ['meditation'] } },
  { said: 'horse, horses, horseback', means: { therapy: ['equine'] } },
  { said: 'taichi, tai chi class', means: { therapy: ['tai-chi'] } },
  {
    said: `nature based, nature program, outdoor program, adventure program, wilderness camp`,
    means: { therapy: ['nature'] },
  },
  {
    said: `state of the art, group home, support group, women therapist, woman therapist, female therapist,
      lady therapist, male therapist, female counselor, male counselor, female doctor, age group, family owned`,
    unread: true,
  },
];
