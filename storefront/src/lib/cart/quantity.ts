/** As many of one artwork as a cart takes. */
export const maxQuantity = 99;

/** The quantity that was typed, or undefined when it is none that a cart takes. */
export function readQuantity(typed: string | number | null | undefined): number | undefined {
	const quantity = typed === '' ? Number.NaN : Number(typed ?? Number.NaN);
	return Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity ? quantity : undefined;
}

export const quantityRule = `Enter a whole number from 1 to ${maxQuantity}.`;
