/** What a reply in RESP2 says; an error as text that begins with a minus. */
export function readReply(data: string): unknown {
	let at = 0;
	const line = () => {
		const end = data.indexOf('\r\n', at);
		const text = data.slice(at, end);
		at = end + 2;
		return text;
	};
	const read = (): unknown => {
		const head = line();
		const count = Number(head.slice(1));
		if (head[0] === '*') return Array.from({ length: Math.max(count, 0) }, read);
		if (head[0] === ':') return count;
		if (head[0] !== '$') return head[0] === '-' ? head : head.slice(1);
		if (count < 0) return null;
		at += count + 2;
		return Buffer.from(data.slice(at - count - 2, at - 2), 'latin1').toString();
	};
	return read();
}
