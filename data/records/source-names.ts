export { directories, findTreatment } from '../../functions/domain/source-vocabulary.ts';
