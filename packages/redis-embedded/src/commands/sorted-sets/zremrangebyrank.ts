import { parseInteger } from '../../engine/arguments.ts';
import { byRank } from './bounds.ts';
import { removing } from './zremrangebyscore.ts';

export const command = removing('ZREMRANGEBYRANK', (from, to) => {
	const [start, end] = [parseInteger(from), parseInteger(to)];
	return (value) => byRank(value, start, end);
});
