import { UserError } from '@infinite-blob/subgraph/user-error';
import type { OrderErrorCode } from '../schema.generated.ts';

/** Why a command on an order cannot be done, as its `userErrors` tell it. */
export class OrderError extends UserError<OrderErrorCode> {
	override name = 'OrderError';
}
