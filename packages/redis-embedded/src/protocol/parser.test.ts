import { expect, it } from 'vitest';
import { CommandParser, splitInline } from './parser.ts';

it('gives the same commands wherever the bytes are cut', () => {
	const bytes = Buffer.from('*2\r\n$3\r\nGET\r\n$3\r\na\r\n\r\nPING x\r\n*0\r\n*1\r\n$0\r\n\r\n', 'latin1');
	for (let cut = 0; cut <= bytes.length; cut++) {
		const parser = new CommandParser();
		const commands: string[][] = [];
		for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
			if (part.length > 0) parser.push(part);
			for (let args = parser.next(); args; args = parser.next()) commands.push(args);
		}
		expect(commands).toEqual([['GET', 'a\r\n'], ['PING', 'x'], ['']]);
	}
});

it('keeps what follows while a command is held back', () => {
	const parser = new CommandParser();
	parser.push(Buffer.from('PING a\r\nPING b\r\nPI'));
	expect(parser.next()).toEqual(['PING', 'a']);
	parser.push(Buffer.from('NG c\r\n'));
	expect([parser.next(), parser.next(), parser.next()]).toEqual([['PING', 'b'], ['PING', 'c'], undefined]);
});

it('splits lines as redis-cli quotes them', () => {
	expect(splitInline('set "a b" \'c"d\' e"f"')).toEqual(['set', 'a b', 'c"d', 'ef']);
	expect(splitInline('"\\x00\\xff\\t"')).toEqual(['\x00\xff\t']);
	expect(() => splitInline('"a"b')).toThrow('unbalanced quotes');
});
