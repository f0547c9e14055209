import type { ConsumerGroup } from '../../values/consumer-group.ts';
import type { StreamValue } from '../../values/stream.ts';
import { compareIds } from '../../values/stream-id.ts';

/** How many entries a group has not read yet; null when deletions make that unknowable. */
export function groupLag(stream: StreamValue, group: ConsumerGroup): number | null {
	if (stream.added === 0) return 0;
	const first = stream.entries.first();
	if (group.read !== null && compareIds(stream.maxDeleted, group.last) <= 0) return stream.added - group.read;
	if (first === undefined || compareIds(group.last, stream.last) >= 0) return 0;
	if (compareIds(group.last, first.id) < 0 && compareIds(stream.maxDeleted, first.id) < 0)
		return stream.entries.size;
	return null;
}
