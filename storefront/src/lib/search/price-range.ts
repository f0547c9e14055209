const dearest = 1_000_000;
const longestQuote = 20;

/** Prices in US dollars; null does not narrow. */
export interface PriceRange {
	min: number | null;
	max: number | null;
}

/** What the two price fields say; `problem` tells who filled them in what could not be used. */
export function readPriceRange(from: string, to: string): PriceRange & { problem: string | null } {
	const [min, max] = [dollars(from), dollars(to)];
	const unreadable = Number.isNaN(min) ? from : Number.isNaN(max) ? to : null;
	if (unreadable !== null) {
		const problem = `“${cut(unreadable.trim())}” is not a price. Type US dollars, such as 25.`;
		return { min: orNull(min), max: orNull(max), problem };
	}
	if (min !== null && max !== null && min > max) {
		const problem = `The lowest price, $${min}, is above the highest, $${max}. Change one of them.`;
		return { min: null, max: null, problem };
	}
	return { min, max, problem: null };
}

/** The range in a few words, such as “$5 to $40”. */
export function priceRangeLabel({ min, max }: PriceRange): string {
	if (min === null) return `up to $${max}`;
	return max === null ? `from $${min}` : `$${min} to $${max}`;
}

/** NaN for what is no price, null for nothing. */
function dollars(text: string): number | null {
	const digits = text
		.trim()
		.replace(/^(US)?\s?\$\s?/i, '')
		.replace(/,(?=\d{3}(?!\d))/g, '');
	if (digits === '') return null;
	const amount = /^\d+([.,]\d{1,2})?$/.test(digits) ? Number(digits.replace(',', '.')) : Number.NaN;
	return amount <= dearest ? amount : Number.NaN;
}

function orNull(amount: number | null): number | null {
	return Number.isNaN(amount) ? null : amount;
}

function cut(text: string): string {
	const letters = [...text];
	return letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : text;
}
