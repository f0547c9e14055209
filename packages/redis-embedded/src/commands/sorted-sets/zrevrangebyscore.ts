import type { Command } from '../../engine/command.ts';
import { rangeByScore } from './zrangebyscore.ts';

export const command: Command = rangeByScore('ZREVRANGEBYSCORE', true);
