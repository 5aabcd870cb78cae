import type { Saying } from './saying.ts';

/** Hours at which work ends: "off at 5", "i work til 6", "salgo a las 6". */
const ENDS = [4, 5, 6, 7];
const after = (verbs: string): string =>
  verbs
    .split(',')
    .flatMap((verb) => ENDS.map((hour) => `${verb} ${hour}`))
    .join();
export const OFF_WORK = {
  english: after('off at,off work at,off around,work til,work till,work until'),
  spanish: after(
    `salgo a las,sale a las,salgo de trabajar a las,sale de trabajar a las,salgo del trabajo a las,trabajo hasta las,trabaja hasta las`,
  ),
} as const;

/** Phrases about times, distance, beds, openings and "near me". */
export const practicalSayings: readonly Saying[] = [
  {
    said: `video, zoom, telemed, tele med, facetime, remote, remotely, video call, over the phone, tele, teletherapy,
      telepsych, tele health, tele medicine, web based, on line`,
    means: { modality: ['telehealth'] },
  },
  {
    said: 'onsite, in house, offline, not online, not virtual',
    means: { modality: ['in-person'] },
  },
  {
    said: `nighttime, nite, after 4, after 5, after 6, after five, after six, after hour, after school, 5 pm, 6 pm,
      7 pm, work during the day, work day, he work day, she work day, day shift, day job, get off work, late evening,
      eve, ${OFF_WORK.english}`,
    means: { schedule: ['evening'] },
  },
  {
    said: `sunday, sat and sun, sat sun, wkds, sat morning, saturday morning, sunday morning, sat am`,
    means: { schedule: ['weekend'] },
  },
  {
    said: `during the day, while kids are in school, during school, am only, 9 am, 10 am, early morning, mornings,
      work night, night shift, graveyard shift, overnight shift`,
    means: { schedule: ['day'] },
  },
  {
    said: `a day, per day, same day, next day, days per week, day a week, 2nite, open now, open today, open late,
      open tonight, open 24 hours`,
    unread: true,
  },
  {
    said: `each day, every day, everyday, one day, this day, some day, last night, every night, every nite, each night,
      all night, all day, sleep at night, drink at night, up at night`,
  },
  {
    said: `housing, housing included, onsite housing, on site housing, room and board, with room, place to stay,
      somewhere to stay, place to live, somewhere to live, lodging, housing provided`,
    means: { housing: ['true'] },
  },
  {
    said: `wet bed, wet the bed, wetting bed, wetting the bed, bed wetting, bedwetting, in bed, out of bed, to bed,
      good morning, good evening, good night`,
  },
  {
    said: `feel free, free time, drug free, salvation army, coke zero, diet coke, ice cream, speed limit, broke down,
      broke up, get off at, get off of work, gets off at, got off at`,
    unread: true,
  },
  {
    said: ['call', 'consultation', 'assessment', 'evaluation', 'parking']
      .flatMap((what) => [`is the ${what} free`, `free ${what}`, `${what} free`, `is ${what} free`])
      .join(),
    unread: true,
  },
  // A text that asks for a bed without naming a level asks for residential care.
  { said: 'bed', means: { accepting: ['true'] }, implies: { level: ['residential'] } },
  {
    said: `opening, openings, open beds, bed available, available bed, has bed, bed open, accepting patient,
      accepting new patient, accepting client, accepting new client, taking patient, taking new patient, taking client,
      taking new client, accepting people, accepting admission, taking people, availability, immediate opening,
      immediate availability, immediate admission, same day admission, spot open, open spot, spot available,
      space available, no waitlist, no waiting list, no wait, without waitlist, without waiting list, not full`,
    means: { accepting: ['true'] },
  },
  {
    said: `near me, nearby, near by, close to me, closest to me, nearest to me, nearest me, around me, by me, near here,
      around here, close by, close to home, near home, near my home, near my house, near where i live, in my city,
      in my town, my area, my location, current location, next to me, near us, local to me, closet to me, neer me,
      ner me, nere me`,
    means: { near: ['me'] },
  },
  {
    said: `canada, great britain, united kingdom, british columbia, france`,
    unread: true,
  },
  {
    said: `not far from, not too far from, no more than, not more than, no further than, not sure, no matter, no one,
      not only, not just, not necessarily, dont know`,
  },
  // Phrases in which "day" is not a time of day: a bad or good day.
  {
    said: `rough day, hard day, bad days, good day, nice day, long day, terrible day, one day, these days, day off,
      rough night, bad night, rough week, rough weekend`,
    unread: true,
  },
  { said: 'whole family, entire family, family is worried, family worried', unread: true },
];
