/**
 * A dictionary that the compressor starts with: text that occurs on most pages of centers. Without it, every short page
 * would spell out the same names. It saves about a tenth of the bytes. Text near the end of it is cheapest to use.
 * Writer and reader must use the same text, so any change here needs a new DATASET_FORMAT (head.ts).
 */
export const dictionary: Uint8Array = Buffer.from(
  [
    // Words that are frequent in names, as in names, slugs and search keys.
    ...['Department of Public Health', 'Veterans Affairs', 'Native American', 'Tribal', 'Valley', 'County', 'Mountain'],
    ...['Adolescent', 'Children', 'Womens', 'Mens', 'Prevention', 'Solutions', 'Associates', 'Foundation', 'Institute'],
    ...[
      'Psychiatric',
      'Substance Abuse',
      'Addiction',
      'Alcohol',
      'Comprehensive',
      'Integrated',
      'Outpatient',
      'Residential',
    ],
    ...['New Hope', 'House', 'Program', 'Group', 'Care', 'Life', 'Therapy', 'Support', 'Methadone', 'Detox', 'Healing'],
    ...[
      '-department-',
      '-addiction-',
      '-outpatient-',
      '-residential-',
      '-hospital-',
      '-medical-',
      '-clinic-',
      '-family-',
    ],
    ...['-community-', '-services-inc', '-recovery-', '-treatment-', '-behavioral-health-', '-counseling-', '-center-'],
    ...['behavioral health', 'counseling', 'recovery', 'treatment', 'community', 'services', 'center', 'health'],
    ...[
      'Boulevard',
      'Parkway',
      'Highway',
      'Drive',
      'Lane',
      'Road',
      'Court',
      'North',
      'South',
      'East',
      'West',
      'Avenue',
    ],
    ...[
      'Street, Suite ',
      'Street, ',
      'Floor',
      'Building',
      'Unit ',
      'Address not published',
      'Wellness',
      'Rehabilitation',
    ],
    ...['Hospital', 'Medical', 'Clinic', 'Family', 'Community', 'Services Inc', 'Recovery', 'Treatment'],
    ...['Behavioral Health Services', 'Counseling Center'],
    // Text that is frequent in packed rows: offerings, sources, phones, facts.
    '"{"kind":"pointers","rows":[["","9","","',
    '[["detox",5,0,[0,17439]],["php",2,0,0],["inpatient",4,0,0],["sober-living",7,0,[8,2]],["iop",1,0,0],',
    '["op-mental-health",0,0,[0,["residential-mental-health",3,0,["php-mental-health",2,0,[0,',
    '["residential",3,0,0],["aftercare",6,0,[8,0]]]]],["op",0,0,0],["aftercare",6,0,0]]],["',
    '","AZ","85","CO","80","IL","60","NV","89","NJ","07","OK","73","WA","98","CA","9',
    '[["SAMHSA National Directory of Mental Health Treatment Facilities 2024","2024-04-01"]],',
    '{"kind":"centers","spots":[37.3,-122.1,67,0,33.4,-118.1,33,18,',
    '"CA","9',
    '0,[["8005551",0,0,0],["8005552",0,1,0],["80055",0,1,0]],0,',
    '[["SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023","2023-04-01"]],',
    '[17415,2304,45042,99,[],["es","ase"],1,0,2,0,0],[["op",0,0,0],["iop",1,0,0],["aftercare",6,0,0]]]\n["',
  ].join(''),
);
