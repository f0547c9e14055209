import type { Command } from '../../engine/command.ts';
import { arithmetic } from '../../json/arithmetic.ts';

export const command: Command = arithmetic('MULT');
