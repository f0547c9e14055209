import { parseInt64 } from '../../engine/arguments.ts';
import { incrementing } from './increment.ts';

export const command = incrementing('INCRBY', 3, (args) => parseInt64(args[2]));
