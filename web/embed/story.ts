import type { Chosen } from './snippets.ts';

/** A file that the operator writes. */
export interface StoryFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

/** A command, without the `npm run data --` before it. TABLE stands for the table name that the deployment printed. */
export interface StoryCommand {
  readonly kind: 'command';
  readonly args: readonly string[];
  /** A line that the command prints. */
  readonly prints: string;
}

export interface StoryStep {
  readonly title: string;
  readonly text: string;
  readonly does: readonly (StoryFile | StoryCommand)[];
}

/** Id of a center in the story's sheet. The same sheet always gives the same ids. */
export const storyCenter = 'desert-willow-central-phoenix-8mc4pj';

/** The attributes of the finder on the operator's own website. */
export const storyTag: Chosen = {
  level: 'iop',
  organization: 'desert-willow-recovery',
  near: '85004',
  phone: '+16023441200 Desert Willow admissions',
  benefits: '+16023441201 Free insurance check',
};

/**
 * The way from an operator's own sheet to its confirmed program. The story's page shows these steps, and a test runs
 * them: a command that changes must change here.
 */
export const story: readonly StoryStep[] = [
  {
    title: 'Write down your centers',
    text: 'Your own sheet, saved as CSV: a row for each program of a center. Columns and words are yours. The import refuses numbers that are kept for fiction, such as 555-0142, so write real ones.',
    does: [
      {
        kind: 'file',
        name: 'own-centers.csv',
        text: `Facility,Address,City,ST,Zip Code,Telephone,Program,Who it is for,Ages,Treats,Accepts,Sessions per week,Hours per session,Times
Desert Willow Central,"100 North Central Avenue, Suite 4",Phoenix,AZ,85004,602-344-1234,Intensive OP,Women,Adults,Alcohol use,BCBS/Aetna/Medicaid,3 to 5,3,Evening
Desert Willow Central,"100 North Central Avenue, Suite 4",Phoenix,AZ,85004,602-344-1234,Day program,,,dual diagnosis,Medicaid,5,5,day/weekend
Desert Willow Newark,7 Broad Street,Newark,NJ,07102,(973) 344-1234,outpatient,,,,cash,,,
`,
      },
    ],
  },
  {
    title: 'Say what your words mean',
    text: 'Which column is which field, and what your own words for programs and insurers stand for. Words that are understood without help need no entry.',
    does: [
      {
        kind: 'file',
        name: 'mapping.json',
        text: `{
  "columns": {
    "Facility": "name",
    "Address": "street",
    "City": "city",
    "ST": "state",
    "Zip Code": "zip",
    "Telephone": "phones",
    "Program": "level",
    "Who it is for": "populations",
    "Ages": "ages",
    "Treats": "conditions",
    "Accepts": "payers",
    "Sessions per week": "sessions_per_week",
    "Hours per session": "hours_per_session",
    "Times": "tracks"
  },
  "values": {
    "level": { "Intensive OP": "iop", "Day program": "php" },
    "payers": { "BCBS": "blue-cross-blue-shield" }
  },
  "constants": { "sources": "Our own list @ 2026-11-01", "organization": "Desert Willow Recovery" },
  "separator": "/"
}
`,
      },
    ],
  },
  {
    title: 'Import and check',
    text: 'The import makes records of the sheet, all or nothing, and names each row that it refuses. The check names every fault by file and line.',
    does: [
      {
        kind: 'command',
        args: ['import', 'csv', 'own-centers.csv', '--map', 'mapping.json', '--out', 'own'],
        prints: 'rows 3 = imported 2 + merged 1 + refused 0',
      },
      { kind: 'command', args: ['validate', 'own'], prints: 'checked 2 centers in 8 files: no faults' },
    ],
  },
  {
    title: 'Publish',
    text: 'The table is the one that the deployment printed as TableName. The first command only says what would be written. Publishing replaces the whole dataset, so a table that also lists other operators needs their files in the same folder.',
    does: [
      { kind: 'command', args: ['publish', 'own', '--table', 'TABLE', '--dry-run'], prints: '2 centers' },
      { kind: 'command', args: ['publish', 'own', '--table', 'TABLE'], prints: '2 centers' },
    ],
  },
  {
    title: 'Confirm the program',
    text: 'Admissions says that the intensive outpatient program runs. Write that down with the name of the colleague who said so, never a caller’s. It holds for 90 days unless --until says otherwise; no later import erases it. own/AZ.json has the center’s id.',
    does: [
      {
        kind: 'command',
        args: ['confirm', storyCenter, 'iop', '--state', 'confirmed', '--by', 'kim', '--table', 'TABLE'],
        prints: 'unconfirmed → confirmed until',
      },
    ],
  },
];
