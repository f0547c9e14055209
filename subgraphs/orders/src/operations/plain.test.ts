import { describe, expect, it } from 'vitest';
import { plain } from './plain.ts';

describe('what others wrote, for a terminal', () => {
	it('stays as it is when it is short and harmless', () => {
		for (const text of ['', 'ord_1', 'Łukasz 太郎', '👩\u200d🎨', 'x'.repeat(40)])
			expect(plain(text, 40)).toBe(text);
	});

	it('is cut, between two characters', () => {
		expect(plain('x'.repeat(41), 40)).toBe(`${'x'.repeat(39)}…`);
		expect(plain('🎨'.repeat(1_000_000), 4)).toBe('🎨🎨🎨…');
		expect(plain(`${'\u001b[31m'.repeat(100_000)}red`, 40)).toBe('…');
	});

	it.each([
		['one\r\n\ttwo', 'one two'],
		['\u001b[31mred\u001b[0m', 'red'],
		['\u001b]0;title\u0007text', 'text'],
		['\u001b]8;;http://evil.test\u0007link\u001b]8;;\u0007', 'link'],
		['gone\u001b[2J\u001b[H', 'gone'],
		['a\u001bcb', 'ab'],
		['a\u009b31mb', 'ab'],
		['a\b\u007f\u0085\u0000b', 'a b'],
		['a\u2028b\u202ec', 'a b c'],
		['\ud800a', '\ufffda'],
	])('controls nothing: %j', (text, expected) => {
		const found = plain(text, 40);
		expect(found).not.toMatch(/\p{Cc}/u);
		expect(found).toBe(expected);
	});
});
