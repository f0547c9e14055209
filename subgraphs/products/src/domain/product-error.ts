import { UserError } from '@infinite-blob/subgraph/user-error';
import type { ProductErrorCode } from '../schema.generated.ts';

/** Why a product cannot be added or changed, as its `userErrors` tell it. */
export class ProductError extends UserError<ProductErrorCode> {
	override name = 'ProductError';
}
