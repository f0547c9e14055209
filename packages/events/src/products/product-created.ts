import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { productSnapshot } from './product-snapshot.ts';

/** A product came into the shop. */
export const productCreated = defineEvent(
	'products.events',
	'product.created',
	z.object({ product: productSnapshot }),
);
