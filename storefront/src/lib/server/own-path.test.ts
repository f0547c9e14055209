import { describe, expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

describe('a path to go back to', () => {
	it.each(['/', '/products/moon-night', '/search?q=vase&tag=blue'])('may be of this shop: %s', (path) => {
		expect(ownPath(path)).toBe(path);
	});

	it.each([
		'https://elsewhere.example/',
		'//elsewhere.example/',
		'/\\elsewhere.example',
		'/\t/elsewhere.example',
		'javascript:alert(1)',
		'',
		null,
		undefined,
	])('is the home page instead of %j', (path) => {
		expect(ownPath(path)).toBe('/');
	});
});
