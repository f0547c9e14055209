import { expect, it } from 'vitest';
import { summary } from './summary.ts';

it('is the first line of a text', () => {
	expect(summary('  A jar.\nIt is blue.')).toBe('A jar.');
	expect(summary('')).toBe('');
});

it('cuts a long line between words', () => {
	const text = summary('clay and glaze '.repeat(20));
	expect(text.length).toBeLessThanOrEqual(160);
	expect(text).toMatch(/(?:clay|and|glaze)…$/);
});

it('never cuts a character in two', () => {
	expect(summary('🎨'.repeat(300))).toBe(`${'🎨'.repeat(159)}…`);
});
