import type { Command } from '../../engine/command.ts';
import { combination, union } from './combination.ts';

export const command: Command = combination('SUNION', union);
