import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ProgressLine } from './progress-line.ts';

function shown(isTTY: boolean): string {
	const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
	let now = 0;
	{
		using line = new ProgressLine(stream, () => now);
		for (let step = 0; step < 4; step++) {
			now += 2_000;
			line.advance('products', 1_000);
		}
		now += 500;
		line.advance('orders', 2_000);
	}
	return stream.read();
}

describe('progress', () => {
	it('is one line that changes in a terminal', () => {
		const text = shown(true);
		expect(text.split('\n')).toHaveLength(2);
		expect(text.split('\r\u001b[K').at(-1)).toBe('4,000 products (500/s)   2,000 orders (4,000/s)\n');
	});

	it('is a line now and then elsewhere, without control characters', () => {
		expect(shown(false)).toBe('3,000 products (500/s)\n4,000 products (500/s)   2,000 orders (4,000/s)\n');
	});
});
