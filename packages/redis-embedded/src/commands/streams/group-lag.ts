import type { ConsumerGroup } from '../../values/consumer-group.ts';
import type { StreamValue } from '../../values/stream.ts';
import { compareIds, MIN_ID, type StreamId } from '../../values/stream-id.ts';

/** How many entries a group has not read yet; null when deletions make that unknowable. */
export function groupLag(stream: StreamValue, group: ConsumerGroup): number | null {
	const known = group.read !== null && !hasGapsAfter(stream, group.last);
	const read = known ? group.read : distance(stream, group.last);
	return read === null ? null : stream.added - read;
}

/** How many entries a group has read once it has got one more; null when that is unknowable. */
export const readCount = (stream: StreamValue, read: number | null, id: StreamId): number | null =>
	read !== null && !hasGapsAfter(stream, id) ? read + 1 : distance(stream, id);

/** Whether an entry from that ID on may have been deleted. */
const hasGapsAfter = ({ entries, maxDeleted }: StreamValue, id: StreamId): boolean =>
	entries.size > 0 && compareIds(maxDeleted, MIN_ID) !== 0 && compareIds(id, maxDeleted) <= 0;

/** How many entries were ever added up to that ID; null when deletions make that unknowable. */
function distance({ added, entries, last, maxDeleted }: StreamValue, id: StreamId): number | null {
	const first = entries.first();
	const order = compareIds(id, last);
	if (added === 0) return 0;
	if ((first === undefined && order < 0) || order === 0) return added;
	if (first === undefined || order > 0 || compareIds(maxDeleted, first.id) >= 0) return null;
	const toFirst = compareIds(id, first.id);
	return toFirst > 0 ? null : added - entries.size + (toFirst === 0 ? 1 : 0);
}
