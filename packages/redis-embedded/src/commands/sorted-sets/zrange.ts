import type { Command } from '../../engine/command.ts';
import { range } from './range.ts';

export const command: Command = range('ZRANGE');
