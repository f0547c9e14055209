import type { SubgraphContext } from '@infinite-blob/subgraph/subgraph-context';
import DataLoader from 'dataloader';
import type { Product } from './domain/product.ts';
import type { ProductAdmin } from './product-admin.ts';
import type { ProductIndex } from './product-index.ts';
import type { ProductListing } from './product-listing.ts';
import type { ProductRepository } from './product-repository.ts';
import type { Spelling } from './spelling.ts';
import type { Suggestions } from './suggestions.ts';

/** What the resolvers share from request to request. */
export interface Parts {
	products: ProductRepository;
	index: ProductIndex;
	listing: ProductListing;
	spelling: Spelling;
	suggestions: Suggestions;
	admin: ProductAdmin;
	/** What the addresses of pictures begin with. */
	publicUrl: string;
}

export interface Context extends SubgraphContext, Omit<Parts, 'products'> {
	byId: DataLoader<string, Product | undefined>;
	byHandle: DataLoader<string, Product | undefined>;
}

export function makeContext(request: SubgraphContext, { products, ...parts }: Parts): Context {
	return {
		...request,
		...parts,
		byId: new DataLoader((ids) => products.byIds(ids)),
		byHandle: new DataLoader((handles) => products.byHandles(handles)),
	};
}
