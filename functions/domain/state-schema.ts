import * as z from 'zod';
import { stateCodes } from './state.ts';

export const stateSchema = z.enum(stateCodes);
