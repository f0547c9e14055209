import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { CommandParser, splitInline } from './parser.ts';
import { bulks } from './reply.ts';

/** The commands that come out of some pieces of their bytes, each looked at as it comes. */
function commandsOf(pieces: Iterable<Buffer>): string[][] {
	const parser = new CommandParser();
	const commands: string[][] = [];
	for (const piece of pieces) {
		if (piece.length > 0) parser.push(piece);
		for (let args = parser.next(); args; args = parser.next()) commands.push(args);
	}
	return commands;
}

it.each([
	[
		'*2\r\n$3\r\nGET\r\n$3\r\na\r\n\r\nPING x\r\n*0\r\n*1\r\n$0\r\n\r\n',
		[['GET', 'a\r\n'], ['PING', 'x'], ['']],
	],
	['*2\r\n$9\r\nFT.SEARCH\r\n$1\r\nx\r\n', [['FT.SEARCH', 'x']]],
])('gives the commands of %j wherever the bytes are cut', (text, whole) => {
	const bytes = Buffer.from(text, 'latin1');
	for (let first = 0; first <= bytes.length; first++) {
		for (let second = first; second <= bytes.length; second++) {
			const pieces = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
			expect(commandsOf(pieces), `cut at ${first} and ${second}`).toEqual(whole);
		}
	}
});

it('gives any commands in any pieces', () => {
	const word = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ minLength: 20, maxLength: 200 }));
	const commands = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
	fc.assert(
		fc.property(commands, fc.infiniteStream(fc.integer({ min: 1, max: 60 })), (whole, lengths) => {
			const bytes = Buffer.from(whole.map(bulks).join(''), 'latin1');
			const pieces: Buffer[] = [];
			for (let at = 0; at < bytes.length; at += pieces.at(-1)!.length)
				pieces.push(bytes.subarray(at, at + lengths.next().value));
			expect(commandsOf(pieces)).toEqual(whole);
		}),
	);
});

it('keeps what follows while a command is held back', () => {
	const parser = new CommandParser();
	parser.push(Buffer.from('PING a\r\nPING b\r\nPI'));
	expect(parser.next()).toEqual(['PING', 'a']);
	parser.push(Buffer.from('NG c\r\n'));
	expect([parser.next(), parser.next(), parser.next()]).toEqual([['PING', 'b'], ['PING', 'c'], undefined]);
});

it('reads a command of many words once, in however many pieces it comes', () => {
	const words = Array.from({ length: 200_000 }, (_, i) => String(i));
	const bytes = Buffer.from(`*${words.length}\r\n${words.map((w) => `$${w.length}\r\n${w}\r\n`).join('')}`);
	const parser = new CommandParser();
	const reading = vi.spyOn(Buffer.prototype, 'toString');
	for (let at = 0; at < bytes.length; at += 1000) {
		expect(parser.next()).toBeUndefined();
		parser.push(bytes.subarray(at, at + 1000));
	}
	expect(parser.next()).toEqual(words);
	expect(reading).toHaveBeenCalledTimes(words.length);
	reading.mockRestore();
});

it('knows what it holds', () => {
	const parser = new CommandParser();
	parser.push(Buffer.from('*3\r\n$5\r\nhello\r\n$5\r\nhel'));
	expect(parser.next()).toBeUndefined();
	const inBytes = parser.size;
	parser.push(Buffer.from('lo\r\n$1'));
	expect(parser.next()).toBeUndefined();
	expect(parser.size).toBeGreaterThan(inBytes + 6);
	parser.push(Buffer.from('\r\nx\r\n'));
	expect(parser.next()).toEqual(['hello', 'hello', 'x']);
	expect(parser.size).toBe(0);
});

it('takes values as long as it is told', () => {
	const [short, long] = [new CommandParser(4), new CommandParser(5)];
	for (const parser of [short, long]) parser.push(Buffer.from('*1\r\n$5\r\nhello\r\n'));
	expect(() => short.next()).toThrow('invalid bulk length');
	expect(long.next()).toEqual(['hello']);
});

it('splits lines as redis-cli quotes them', () => {
	expect(splitInline('set "a b" \'c"d\' e"f"')).toEqual(['set', 'a b', 'c"d', 'ef']);
	expect(splitInline('SET k voil\xc3\xa0\x0bx')).toEqual(['SET', 'k', 'voil\xc3\xa0\x0bx']);
	expect(splitInline('\x0b\x0cGET "k"\x0b\0 more')).toEqual(['GET', 'k']);
	expect(splitInline('"\\x00\\xff\\t"')).toEqual(['\x00\xff\t']);
	expect(() => splitInline('"a"b')).toThrow('unbalanced quotes');
});
