type ByLevel = Readonly<Record<string, string>>;

/** Texts of the pages of states, levels and cities. */
export const placePageWords = {
  stateTitle: (state: string) => `Treatment centers in ${state}`,
  stateLead: (count: string, cities: number) =>
    `${count} in ${cities === 1 ? '1 city or town' : `${cities} cities and towns`}, each with its phone number and the day of its listing.`,
  stateAbout: (state: string, count: string) =>
    `${count} in ${state}: programs by kind and city, with phone numbers, and how sure each fact is.`,
  levelTitle: {
    op: 'Outpatient programs (OP)',
    iop: 'Intensive outpatient programs (IOP)',
    php: 'Partial hospitalization programs (PHP)',
    residential: 'Residential treatment',
    inpatient: 'Hospital inpatient programs',
    detox: 'Detox programs',
    aftercare: 'Aftercare programs',
    'sober-living': 'Sober living homes',
  } as ByLevel,
  inState: (what: string, state: string) => `${what} in ${state}`,
  levelAbout: (what: string, state: string, count: string) =>
    `${what} in ${state}: ${count} by city, with phone numbers, and what to ask the ones whose listing cannot say.`,
  meaning: {
    op: 'You live at home and come about once a week or every two weeks, for weeks or months. It is the least time of all programs.',
    iop: 'You live at home and come for about 9 hours a week: 3 to 5 days, up to 3 hours each, often for 8 to 10 weeks.',
    php: 'You come for most of the day, about 20 hours a week or more, and mostly sleep at home. Ask whether housing is offered.',
    residential: 'You live at the center during treatment, with staff there day and night.',
    inpatient: 'You stay in a hospital, with doctors and nurses day and night.',
    detox:
      'Help to stop safely while alcohol or drugs leave the body. It comes before another program, and does not replace one.',
    aftercare: 'Support that goes on after a program ends: check-ins, groups, and somebody to call.',
    'sober-living': 'A shared home without alcohol or drugs. It is a place to live, beside treatment or after it.',
  } as ByLevel,
  cityTitle: (city: string, state: string) => `Treatment centers in ${city}, ${state}`,
  cityLead: (count: string) => `${count}, with what each one lists. Open a name for its phone numbers and all facts.`,
  cityAbout: (city: string, state: string, count: string) =>
    `${count} in ${city}, ${state}: what each lists, streets, ways to pay, and whom to call.`,
  counts: {
    title: 'In numbers',
    centers: 'centers',
    cities: 'cities and towns',
    level: (tag: string) => `list ${tag}`,
    ask: 'may offer it: ask',
    medicaid: 'list Medicaid',
    spanish: 'list Spanish',
    teens: 'accept teens',
    children: 'help with children',
    free: 'list free care',
    confirmed: 'confirmed by phone',
  },
  byCity: 'By city',
  kinds: (place: string) => `Kinds of programs in ${place}`,
  otherKinds: (place: string) => `Other kinds of programs in ${place}`,
  otherStates: (what: string) => `${what} in other states`,
  states: 'Other states',
  otherCities: (state: string) => `Other cities in ${state}`,
  all: (count: number, city: string) => `All ${count} in ${city}`,
  rest: (count: number, city: string) => `${count} more in ${city}`,
  map: (place: string) => `Map of the centers in ${place}. Every one is in the list, too.`,
  facts: {
    medicaid: 'Medicaid',
    spanish: 'Spanish',
    free: 'Free',
    sliding: 'Sliding fee',
    telehealth: 'Online',
    private: 'Private insurance',
  },
  adultsAsk: 'teens listed, adults: ask',
  unknown: {
    title: 'What is not known',
    level: (count: string, tag: string) =>
      `${count} may offer ${tag}, but their directory has no word for it. Ask when you call.`,
    someLevel: (tag: string) => `Every listing here can say whether it has ${tag}.`,
    silent: (count: string) => `${count} do not say which programs they offer.`,
    times: 'Most listings say nothing of evenings, weekends or free places: ask.',
  },
  maybe: (tag: string) => `May offer ${tag}: ask`,
  none: (what: string, state: string) => `No center on this list names ${what} in ${state}.`,
  search: (place: string) => `ZIP or city in ${place}`,
  nearest: 'Find the nearest',
  steps: 'Where people go on from here',
  lessThan: (tag: string) => `Less support: ${tag}`,
  moreThan: (tag: string) => `More support: ${tag}`,
  listed: (from: string, to: string) =>
    from === to ? `Listings here are from ${from}.` : `Listings here are from ${from} to ${to}.`,
};
