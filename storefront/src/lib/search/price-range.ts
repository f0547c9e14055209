const dearest = 1_000_000;
const longestQuote = 20;

/** Prices in US dollars; null does not narrow. */
export interface PriceRange {
	min: number | null;
	max: number | null;
}

/** What could not be used, and in which of the fields to mend it. */
export interface PriceProblem {
	field: 'from' | 'to';
	message: string;
}

/** What the two price fields say. */
export function readPriceRange(from: string, to: string): PriceRange & { problem: PriceProblem | null } {
	const [min, max] = [dollars(from), dollars(to)];
	const wrong = Number.isNaN(min) ? 'from' : Number.isNaN(max) ? 'to' : null;
	if (wrong) {
		const typed = cut((wrong === 'from' ? from : to).trim());
		const message = `“${typed}” is not a price. Type US dollars, such as 25.`;
		return { min: orNull(min), max: orNull(max), problem: { field: wrong, message } };
	}
	if (min !== null && max !== null && min > max) {
		const message = `The lowest price, $${min}, is above the highest, $${max}. Change one of them.`;
		return { min: null, max: null, problem: { field: 'from', message } };
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
