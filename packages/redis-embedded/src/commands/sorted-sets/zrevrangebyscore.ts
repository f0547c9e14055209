import type { Command } from '../../engine/command.ts';
import { range } from './range.ts';

export const command: Command = range('ZREVRANGEBYSCORE', { by: 'score', reverse: true });
