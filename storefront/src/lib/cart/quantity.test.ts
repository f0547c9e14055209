import { expect, it } from 'vitest';
import { readQuantity } from './quantity.ts';

it.each([
	[1, 1],
	['99', 99],
	[100, undefined],
	[0, undefined],
	[1.5, undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
	['many', undefined],
])('a typed quantity of %j is %j', (typed, quantity) => {
	expect(readQuantity(typed)).toBe(quantity);
});
