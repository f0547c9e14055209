import type { Resolvers } from '../schema.generated.ts';
import { Mutation } from './mutation.ts';
import { Product } from './product.ts';
import { PageInfo, ProductConnection, ProductEdge } from './product-connection.ts';
import { product } from './query-product.ts';
import { products } from './query-products.ts';
import { suggestions } from './query-suggestions.ts';
import { Suggestion } from './suggestion.ts';

export const resolvers: Resolvers = {
	Query: { product, products, suggestions },
	Mutation,
	Product,
	ProductConnection,
	ProductEdge,
	PageInfo,
	Suggestion,
};
