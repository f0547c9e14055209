import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DocumentSet } from './document-set.ts';
import { NumberRows } from './number-rows.ts';

const row = fc.oneof(
	fc.array(fc.nat(255), { maxLength: 40 }),
	fc.array(fc.nat(65_535), { maxLength: 40 }),
	fc.array(fc.nat(0xff_ff_ff), { maxLength: 3 }),
);

it('keeps the last row of each slot, however large its numbers are and however often rows change', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(20), row), { maxLength: 200 }), (changes) => {
			const rows = new NumberRows();
			const model = new Map<number, number[]>();
			for (const [slot, numbers] of changes) {
				rows.set(slot, numbers);
				model.set(slot, numbers);
			}
			for (let slot = 0; slot <= 21; slot++) expect([...rows.get(slot)]).toEqual(model.get(slot) ?? []);
			const small = [...model].filter(([, numbers]) => numbers.every((number) => number < 256));
			const counts = new Array<number>(256).fill(0);
			for (const number of small.flatMap(([, numbers]) => numbers)) counts[number]!++;
			const set = DocumentSet.of(
				small.map(([slot]) => slot),
				21,
			);
			expect([...rows.count(set, 256)]).toEqual(counts);
		}),
	);
});
