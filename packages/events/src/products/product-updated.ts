import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { productSnapshot } from './product-snapshot.ts';

/** A product changed. */
export const productUpdated = defineEvent(
	'products.events',
	'product.updated',
	z.object({ product: productSnapshot }),
);
