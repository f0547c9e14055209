/** Whether a text may be a product's id at all: what cannot be is never made a key of. */
export function mayBeProductId(text: string): boolean {
	return /^[\w-]{1,64}$/.test(text);
}
