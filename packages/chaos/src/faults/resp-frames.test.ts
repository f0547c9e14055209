import { describe, expect, it } from 'vitest';
import { isMessage, RespFrames } from './resp-frames.ts';

const replies = [
	'+OK\r\n',
	'-ERR no\r\n',
	':42\r\n',
	'$5\r\nhe\r\nl\r\n',
	'$-1\r\n',
	'_\r\n',
	',1.5\r\n',
	'*-1\r\n',
	'*0\r\n',
	'*2\r\n$1\r\na\r\n*1\r\n:1\r\n',
	'%1\r\n$1\r\na\r\n~2\r\n#t\r\n(12\r\n',
	'=7\r\ntxt:abc\r\n',
	'|1\r\n+ttl\r\n:3\r\n+OK\r\n',
];
const push = '>3\r\n$7\r\nmessage\r\n$13\r\norders.events\r\n$2\r\n{}\r\n';
const array = push.replace('>', '*');

function take(text: string, pieceSize: number): string[] {
	const frames = new RespFrames();
	const data = Buffer.from(text);
	const taken: string[] = [];
	for (let at = 0; at < data.length; at += pieceSize)
		for (const frame of frames.take(data.subarray(at, at + pieceSize))) taken.push(frame.toString());
	return taken;
}

describe('what Redis says', () => {
	it.each([1, 3, 7, 1000])('is cut into its frames, arriving in pieces of %i bytes', (size) => {
		const all = [...replies, push, ...replies];
		expect(take(all.join(''), size)).toEqual(all);
	});

	it('is a message when pushed, or when an array comes to a subscriber', () => {
		expect(isMessage(Buffer.from(push), false)).toBe(true);
		expect(isMessage(Buffer.from(array), true)).toBe(true);
		expect(isMessage(Buffer.from(array), false)).toBe(false);
	});

	it('is no message when it confirms a subscription or answers a command', () => {
		const confirmation = '>3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n';
		for (const reply of [...replies, confirmation, confirmation.replace('>', '*')])
			expect(isMessage(Buffer.from(reply), true)).toBe(false);
	});
});
