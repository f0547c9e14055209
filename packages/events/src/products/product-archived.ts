import { z } from 'zod';
import { defineEvent } from '../envelope.ts';
import { productSnapshot } from './product-snapshot.ts';

/** A product is no longer sold. */
export const productArchived = defineEvent(
	'products.events',
	'product.archived',
	z.object({ product: productSnapshot }),
);
