import { scanOf } from '../../engine/scan.ts';
import { formatDouble } from '../../protocol/reply.ts';
import { SortedSetValue } from '../../values/sorted-set.ts';

export const command = scanOf('ZSCAN', SortedSetValue, ({ order }) =>
	[...order.from()].map(({ member, score }) => [member, formatDouble(score)]),
);
