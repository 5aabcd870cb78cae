import { withoutField, withTwoMore } from './copies.ts';

// Prints the compiler's errors after a row of the table of fields is deleted, and after two are added; exits with 1 if
// there are any.
const copies = {
  'without modality': () => withoutField('modality', 'modalities'),
  'without therapy': () => withoutField('therapy', 'therapies'),
  'with two more fields': withTwoMore,
};
for (const [name, make] of Object.entries(copies)) {
  const copy = make();
  const errors = copy.typeErrors();
  copy.remove();
  console.log(`${name}: ${errors === '' ? 'all types fit' : `\n${errors}`}`);
  if (errors !== '') process.exitCode = 1;
}
