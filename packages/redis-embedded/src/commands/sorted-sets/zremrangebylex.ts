import type { Command } from '../../engine/command.ts';
import { memberBounds, withinBounds } from './bounds.ts';
import { removing } from './zremrangebyscore.ts';

export const command: Command = removing('ZREMRANGEBYLEX', (min, max) => {
	const bounds = memberBounds(min, max);
	return (value) => withinBounds(value, bounds);
});
