import { memberBounds, withinBounds } from './bounds.ts';
import { removing } from './zremrangebyscore.ts';

export const command = removing('ZREMRANGEBYLEX', (min, max) => {
	const bounds = memberBounds(min, max);
	return (value) => withinBounds(value, bounds);
});
