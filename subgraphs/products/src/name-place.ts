import type { ProductIndex } from './product-index.ts';

const sortBy = { field: 'nameKey', descending: false };

/**
 * The place where the page before or after an entry ends or begins, in a list sorted by name. The entry is looked for
 * where it was; when products came or went it is found again by halving, so that nothing is skipped or repeated.
 *
 * @param hint the entry's place when its cursor was made
 */
export async function namePlace(
	index: ProductIndex,
	query: string,
	key: string,
	hint: number,
	side: 'before' | 'after',
): Promise<number> {
	const at = async (offset: number) => {
		const { total, values } = await index.findField(query, { offset, count: 1, sortBy }, 'nameKey');
		return { total, value: values[0] };
	};
	const { total, value } = await at(hint);
	if (value === key) return side === 'after' ? hint + 1 : hint;
	let low = 0;
	let high = total;
	while (low < high) {
		const middle = (low + high) >> 1;
		const { value: there } = await at(middle);
		const isBefore = there !== undefined && (side === 'after' ? there <= key : there < key);
		if (isBefore) low = middle + 1;
		else high = middle;
	}
	return low;
}
