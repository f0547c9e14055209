import { parseInteger } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { byRank } from './bounds.ts';
import { removing } from './zremrangebyscore.ts';

export const command: Command = removing('ZREMRANGEBYRANK', (from, to) => {
	const [start, end] = [parseInteger(from), parseInteger(to)];
	return (value) => byRank(value, start, end);
});
