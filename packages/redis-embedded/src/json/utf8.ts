import { isUtf8 } from 'node:buffer';
import { RedisError, toText } from '../protocol/reply.ts';

/** Bytes as text; JSON takes no others than those of UTF-8. */
export function utf8(bytes: string): string {
	const text = toText(bytes);
	if (text !== bytes && text.includes('\ufffd') && !isUtf8(Buffer.from(bytes, 'latin1'))) {
		throw new RedisError("Couldn't parse as UTF-8 string");
	}
	return text;
}
