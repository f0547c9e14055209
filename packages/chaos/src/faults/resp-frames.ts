const newline = '\r\n';

/**
 * Cuts what a Redis server says, in RESP2 or RESP3, into its frames: replies and pushed messages. What is not whole
 * yet waits for the next piece.
 */
export class RespFrames {
	#pending: Buffer = Buffer.alloc(0);

	/** The frames that are whole with this piece, in their order. */
	*take(piece: Buffer): Generator<Buffer, void, void> {
		const data = this.#pending.length > 0 ? Buffer.concat([this.#pending, piece]) : piece;
		let at = 0;
		for (let end = endOfFrame(data, at); end > 0; end = endOfFrame(data, at)) {
			yield data.subarray(at, end);
			at = end;
		}
		this.#pending = data.subarray(at);
	}
}

/**
 * Whether a frame is a message of a channel, which comes as a push (RESP3) or as a plain array (RESP2).
 *
 * @param isSubscriber whether the client has subscribed: elsewhere an array is a reply
 */
export function isMessage(frame: Buffer, isSubscriber: boolean): boolean {
	const start = frame.toString('latin1', 0, 16).toLowerCase();
	return (
		/^>[34]\r\n\$[78]\r\np?message/.test(start) || (isSubscriber && /^\*[34]\r\n\$[78]\r\np?mes/.test(start))
	);
}

/** Where the frame that begins at `start` ends, or -1 while it is not whole. */
function endOfFrame(data: Buffer, start: number): number {
	const lineEnd = data.indexOf(newline, start);
	if (lineEnd < 0) return -1;
	const after = lineEnd + newline.length;
	const type = String.fromCharCode(data[start] ?? 0);
	const size = () => Number(data.toString('latin1', start + 1, lineEnd));
	switch (type) {
		case '$':
		case '!':
		case '=': {
			const length = size();
			const end = length < 0 ? after : after + length + newline.length;
			return end <= data.length ? end : -1;
		}
		case '*':
		case '~':
		case '>':
			return endOfFrames(data, after, size());
		case '%':
			return endOfFrames(data, after, 2 * size());
		// Attributes stand before the reply that they are about.
		case '|':
			return endOfFrames(data, after, 2 * size() + 1);
		default:
			return after;
	}
}

function endOfFrames(data: Buffer, start: number, count: number): number {
	let at = start;
	for (let left = count; left > 0; left--) {
		at = endOfFrame(data, at);
		if (at < 0) return -1;
	}
	return at;
}
