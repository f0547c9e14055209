import type { ConsumerGroup } from '../../values/consumer-group.ts';
import type { StreamValue } from '../../values/stream.ts';
import { compareIds, MIN_ID, type StreamId } from '../../values/stream-id.ts';

/** How many entries a group has not read yet; null when deletions make that unknowable. */
export function groupLag(stream: StreamValue, { last, read }: ConsumerGroup): number | null {
	const { added, entries, maxDeleted } = stream;
	const first = entries.first()?.id;
	if (added === 0 || first === undefined) return 0;
	if (compareIds(last, first) < 0 && compareIds(maxDeleted, first) < 0) return entries.size;
	const known = read !== null && !hasGapsAfter(stream, last) ? read : distance(stream, last);
	return known === null ? null : added - known;
}

/** How many entries a group that has read so many up to `last` has read with the entry at `id`, the next one. */
export function readCount(
	stream: StreamValue,
	last: StreamId,
	read: number | null,
	id: StreamId,
): number | null {
	const inside = compareIds(last, stream.entries.first()?.id ?? MIN_ID) >= 0;
	return read !== null && inside && !hasGapsAfter(stream, last) ? read + 1 : distance(stream, id);
}

/** Whether an entry from that ID on may have been deleted. */
const hasGapsAfter = ({ entries, maxDeleted }: StreamValue, id: StreamId): boolean =>
	entries.size > 0 && compareIds(maxDeleted, MIN_ID) !== 0 && compareIds(id, maxDeleted) <= 0;

/** How many entries were ever added up to that ID; null when deletions make that unknowable. */
function distance({ added, entries, last, maxDeleted }: StreamValue, id: StreamId): number | null {
	const first = entries.first()?.id;
	const order = compareIds(id, last);
	if (added === 0) return 0;
	if (first === undefined && order <= 0) return added;
	if (compareIds(id, MIN_ID) !== 0 && compareIds(id, maxDeleted) < 0) return null;
	if (order === 0) return added;
	if (first === undefined || order > 0 || compareIds(maxDeleted, first) >= 0) return null;
	const toFirst = compareIds(id, first);
	return toFirst > 0 ? null : added - entries.size + (toFirst === 0 ? 1 : 0);
}
