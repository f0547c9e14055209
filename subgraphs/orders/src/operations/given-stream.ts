import { type Stream, streams } from '@infinite-blob/events/streams';
import { type Arguments, UsageError } from './command.ts';

/** The option that names a stream. */
export const streamOption = { stream: { type: 'string' } } as const;

/** The stream that is named, else all. @throws UsageError when there is no such stream */
export function givenStreams({ values: { stream } }: Arguments): readonly Stream[] {
	if (stream === undefined) return streams;
	const found = streams.filter((name) => name === stream);
	if (found.length === 0) {
		throw new UsageError(`There is no stream "${stream}": it is ${streams.join(' or ')}.`);
	}
	return found;
}
