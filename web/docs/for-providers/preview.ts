/** What a listing made from a provider's file would show, as titles and values. Pure. */
import { closedFields, fields, memberFields, yesNoFields } from '../../../functions/domain/fields.ts';
import { languageLabel } from '../../../functions/domain/language.ts';
import { onlys } from '../../../functions/domain/only.ts';
import { insurerLabel } from '../../../functions/domain/payer.ts';
import { spanishLabel } from '../../../functions/domain/spanish.ts';
import { vocabularyOf } from '../../../functions/domain/vocabularies.ts';
import type { ProviderFile, ProviderProgram } from '../../../functions/records/provider/schema.ts';
import { staleOn } from '../../../functions/records/provider/stale.ts';
import { type Language, words } from './words.ts';

interface ProgramPreview {
  readonly title: string;
  readonly note: string;
  /** @property value Null if the file does not state the fact. */
  readonly facts: readonly { readonly title: string; readonly value: string | null }[];
}
export interface CenterPreview {
  readonly title: string;
  readonly programs: readonly ProgramPreview[];
  /** Levels that the center does not offer, as the file says. Null if it names none. */
  readonly notOffered: string | null;
}

export function previewOf(file: ProviderFile, language: Language): CenterPreview[] {
  const w = words[language];
  const level = (code: string) => labelOf('level', code, language);
  return file.centers.map(({ name, address, programs, notOffered }) => ({
    title: w.center(name, `${address.city}, ${address.state} ${address.zip}`),
    programs: (programs as readonly ProviderProgram[]).map((program) => ({
      title: level(program.level),
      note: w.asOf(program.asOf, staleOn(program)),
      facts: factsOf(program, language),
    })),
    notOffered: notOffered === undefined ? null : `${w.notOffered}: ${notOffered.levels.map(level).join(', ')}`,
  }));
}

function factsOf(program: ProviderProgram, language: Language): ProgramPreview['facts'] {
  const w = words[language];
  const { schedule = null, intake, only } = program;
  const lists = memberFields.map((field) => {
    const { member, page } = fields[field];
    const values = program[member] ?? [];
    return { place: page.place, title: (page.title ?? page.ask)[language], value: textOf(field, values, language) };
  });
  const parts =
    schedule === null
      ? []
      : [
          schedule.hoursPerWeek === null ? null : w.hours(schedule.hoursPerWeek),
          schedule.sessionsPerWeek === null ? null : w.sessions(...schedule.sessionsPerWeek),
          schedule.weeks === null ? null : w.weeks(...schedule.weeks),
        ].filter((part) => part !== null);
  return [
    ...lists.toSorted((a, b) => a.place - b.place).map(({ title, value }) => ({ title, value })),
    { title: w.times, value: textOf('schedule', schedule?.tracks ?? [], language) },
    { title: w.schedule, value: parts.length === 0 ? null : parts.join(', ') },
    ...yesNoFields.map((field) => {
      const { member, page } = fields[field];
      const said = program[member] ?? null;
      return {
        title: page.title[language],
        value: said === null ? null : said ? page.yes[language] : page.no[language],
      };
    }),
    {
      title: w.intakeTitle,
      value: intake === undefined || intake.state === 'unknown' ? null : w.intake[intake.state],
    },
    ...(only === undefined
      ? []
      : [
          {
            title: w.only,
            value: only.length === 0 ? w.onlyNobody : only.map((one) => onlys.terms[one].label).join(', '),
          },
        ]),
  ];
}

function textOf(field: string, values: readonly string[], language: Language): string | null {
  return values.length === 0 ? null : values.map((value) => labelOf(field, value, language)).join(', ');
}

function labelOf(field: string, value: string, language: Language): string {
  const closed = closedFields.find((name) => name === field);
  if (closed === undefined) return (language === 'es' ? spanishNames.of(value) : undefined) ?? languageLabel(value);
  const { terms } = vocabularyOf(closed);
  const term = Object.hasOwn(terms, value) ? terms[value] : undefined;
  const spanish = language === 'es' && term !== undefined ? spanishLabel(closed, value) : null;
  return spanish ?? term?.label ?? insurerLabel(value);
}

const spanishNames = new Intl.DisplayNames('es', { type: 'language' });
