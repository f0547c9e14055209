import type { Resolvers } from '../schema.generated.ts';
import { Cart } from './cart.ts';
import { Product } from './product.ts';
import { Query } from './query.ts';

export const resolvers: Resolvers = { Query, Product, Cart };
