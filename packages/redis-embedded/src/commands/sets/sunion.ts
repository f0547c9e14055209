import type { Command } from '../../engine/command.ts';
import { combination } from './sinter.ts';

export const command: Command = combination('SUNION', (sets) => new Set(sets.flatMap((each) => [...each])));
