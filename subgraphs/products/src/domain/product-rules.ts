import { isPrintableLine, isPrintableText } from '@infinite-blob/subgraph/printable';
import { handleFor, isHandle, type ProductDetails } from './product.ts';
import { isTag, normalizeTag } from './tag.ts';

/** Why an input is refused; `field` is the argument's path below the input. */
export interface Problem {
	code: 'INVALID_PRICE' | 'INVALID_INPUT';
	field: string;
	message: string;
}

export interface DetailsInput {
	name?: string | null | undefined;
	description?: string | null | undefined;
	tags?: string[] | null | undefined;
	price?: number | null | undefined;
}

const maxNameLength = 120;
const maxDescriptionLength = 5_000;
const maxTags = 20;
// GraphQL's Int has 32 bits: dearer, and the price could not be shown in rupees.
const maxPrice = 10_000_000;

/** The given details in the form they are kept in, and everything that is wrong with them. */
export function checkDetails(input: DetailsInput): { details: Partial<ProductDetails>; problems: Problem[] } {
	const details: Partial<ProductDetails> = {};
	const problems: Problem[] = [];
	const refuse = (field: string, message: string, code: Problem['code'] = 'INVALID_INPUT') =>
		problems.push({ code, field, message });

	if (input.name != null) {
		details.name = input.name.trim();
		const length = details.name.length;
		if (length < 1 || length > maxNameLength || !isPrintableLine(details.name))
			refuse('name', `A name has 1 to ${maxNameLength} characters that can be printed on one line.`);
	}
	if (input.description != null) {
		details.description = input.description.trim();
		if (details.description.length > maxDescriptionLength || !isPrintableText(details.description))
			refuse(
				'description',
				`A description has at most ${maxDescriptionLength} characters that can be printed.`,
			);
	}
	if (input.tags != null) {
		details.tags = [...new Set(input.tags.map(normalizeTag))];
		if (details.tags.length > maxTags) refuse('tags', `A product has at most ${maxTags} tags.`);
		const odd = details.tags.find((tag) => !isTag(tag));
		if (odd !== undefined)
			refuse('tags', 'A tag has 1 to 40 letters, digits, spaces, hyphens, apostrophes, + or &.');
	}
	if (input.price != null) {
		details.price = input.price;
		if (!Number.isInteger(input.price) || input.price < 1 || input.price > maxPrice)
			refuse('price', `A price is 1 to ${maxPrice} US cents.`, 'INVALID_PRICE');
	}
	return { details, problems };
}

/** The handle to give a new product: the asked one, or one made from the name. */
export function checkHandle(
	asked: string | null | undefined,
	name: string,
): { handle: string; problems: Problem[] } {
	const handle = asked ?? handleFor(name);
	if (isHandle(handle)) return { handle, problems: [] };
	const message =
		asked == null
			? 'No handle can be made from this name: give one of lower-case letters, digits and hyphens.'
			: 'A handle has lower-case letters, digits and single hyphens between them, at most 80 in all.';
	return { handle, problems: [{ code: 'INVALID_INPUT', field: 'handle', message }] };
}
