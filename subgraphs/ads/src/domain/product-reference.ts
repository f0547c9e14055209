/** A product of another service, by its keys; with its tags where an ad beside it is asked for. */
export interface ProductReference {
	__typename: 'Product';
	id: string;
	handle: string;
	tags?: string[];
}
