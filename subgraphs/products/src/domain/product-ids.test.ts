import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ProductIds } from './product-ids.ts';

const id = fc.stringMatching(/^[0-9a-f]{20}$/).map((digits) => `prd_${digits}`);

it('gives back what was packed, in parts and after it was written down', () => {
	fc.assert(
		fc.property(fc.array(id), fc.nat(20), fc.nat(20), (ids, from, count) => {
			const packed = ProductIds.fromBase64(ProductIds.of(ids).toBase64());
			expect(packed.length).toBe(ids.length);
			expect(packed.slice(0, packed.length)).toEqual(ids);
			expect(packed.slice(from, from + count)).toEqual(ids.slice(from, from + count));
		}),
	);
});
