import type { Resolvers } from '../schema.generated.ts';
import { Mutation } from './mutation.ts';
import { Product } from './product.ts';
import { ProductConnection } from './product-connection.ts';
import { product } from './query-product.ts';
import { products } from './query-products.ts';

export const resolvers: Resolvers = { Query: { product, products }, Mutation, Product, ProductConnection };
