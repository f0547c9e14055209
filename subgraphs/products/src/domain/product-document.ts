import { popularity } from './popularity.ts';
import type { Product, ProductDetails } from './product.ts';
import { type SortKeys, sortKeys } from './product-order.ts';
import { searchable } from './search-words.ts';

/** A product as it is kept: beside its own fields those that it is found and sorted by. */
export interface ProductDocument extends Product, SortKeys {
	nameText: string;
	tagText: string;
	descriptionText: string;
	/** The tags joined by commas: filtered by and counted. */
	tagList: string;
	/** Of how often it was bought: what its score is multiplied by. */
	popularity: number;
}

export function toDocument(product: Product): ProductDocument {
	return { ...product, ...derivedFields(product) };
}

/** What a product is found and sorted by. */
export function derivedFields(product: Product): Omit<ProductDocument, keyof Product> {
	return {
		...sortKeys(product),
		nameText: searchable(product.name),
		tagText: searchable(product.tags.join(' ')),
		descriptionText: searchable(product.description),
		tagList: product.tags.join(','),
		popularity: popularity(product.downloads),
	};
}

/** What purchases change. */
const counted = ['downloads', 'popularity'];

/** The fields in which two documents of one product differ, with their new values; never those that purchases change. */
export function changedFields(before: Product, after: Product): [field: string, value: unknown][] {
	const old = toDocument(before) as unknown as Record<string, unknown>;
	return Object.entries(toDocument(after)).filter(
		([field, value]) => !counted.includes(field) && JSON.stringify(old[field]) !== JSON.stringify(value),
	);
}

/** What is left out of a patch stays. */
export function withDetails(
	product: Product,
	patch: Partial<ProductDetails & Pick<Product, 'picture'>>,
): Product {
	return { ...product, ...patch };
}
