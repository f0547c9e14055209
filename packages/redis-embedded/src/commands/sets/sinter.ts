import type { Command } from '../../engine/command.ts';
import { combination, intersection } from './combination.ts';

export const command: Command = combination('SINTER', intersection);
