import type { Client } from '../../engine/client.ts';
import { array, bulk, bulks, double } from '../../protocol/reply.ts';
import type { Scored, SortedSetValue } from '../../values/sorted-set.ts';
import type { Bounds } from './bounds.ts';

/** Members inside bounds, in the order asked for. */
export function withinBounds(
	value: SortedSetValue | undefined,
	{ below, above }: Bounds,
	{ reverse = false, offset = 0, count = -1 } = {},
): Scored[] {
	const found: Scored[] = [];
	if (value === undefined || offset < 0) return found;
	let skip = offset;
	const items = reverse ? value.order.backwards((item) => !above(item)) : value.order.from(below);
	for (const item of items) {
		if ((reverse ? below(item) : above(item)) || found.length === count) break;
		if (skip > 0) skip--;
		else found.push(item);
	}
	return found;
}

/** Members by rank, both ends included; negative ranks count from the end. */
export function byRank(
	value: SortedSetValue | undefined,
	from: number,
	to: number,
	reverse: boolean,
): Scored[] {
	const size = value?.order.size ?? 0;
	const start = Math.max(0, from < 0 ? size + from : from);
	const end = Math.min(size, (to < 0 ? size + to : to) + 1);
	if (value === undefined || start >= end) return [];
	return reverse ? value.order.slice(size - end, size - start).reverse() : value.order.slice(start, end);
}

/** Members, with their scores if wanted: in pairs in RESP3. */
export function scoredReply(client: Client, items: readonly Scored[], withScores: boolean): string {
	if (!withScores) return bulks(items.map(({ member }) => member));
	const pairs = items.map(({ member, score }) => [bulk(member), double(client, score)]);
	return client.protocol === 3 ? array(pairs.map((pair) => array(pair))) : array(pairs.flat());
}
