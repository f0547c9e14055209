import type { OrderErrorCode } from '#lib/graphql/operations.generated.ts';

interface OrderChange {
	order: { id: string } | null;
	userErrors: { code: OrderErrorCode; field: string[] | null; message: string }[];
}

/** What came of placing an order: one to look at, a cart that was emptied elsewhere, or problems by their place. */
export type Outcome =
	| { kind: 'order'; id: string }
	| { kind: 'emptyCart' }
	| {
			kind: 'problems';
			contactProblem: string | null;
			form: string | null;
			/** It is the coupon that `form` is about: the order can be placed without it. */
			couponRefused: boolean;
			totalChanged: boolean;
	  };

/** Reads the API's answer. An order that is already being paid for is shown, not refused. */
export function readOutcome({ order, userErrors }: OrderChange): Outcome {
	const inProgress = userErrors.some(({ code }) => code === 'ORDER_IN_PROGRESS');
	if (order && (userErrors.length === 0 || inProgress)) return { kind: 'order', id: order.id };
	if (userErrors.some(({ code }) => code === 'CART_EMPTY')) return { kind: 'emptyCart' };
	const contact = userErrors.find(({ code }) => code === 'INVALID_CUSTOMER');
	const totalChanged = userErrors.some(({ code }) => code === 'PRICE_CHANGED');
	const other = userErrors.find(({ code }) => code !== 'INVALID_CUSTOMER' && code !== 'PRICE_CHANGED');
	const nothingSaid = userErrors.length === 0 ? 'The order was not placed. Try again.' : null;
	return {
		kind: 'problems',
		contactProblem: contact?.message ?? null,
		form: other ? (explanations[other.code] ?? other.message) : nothingSaid,
		couponRefused: other?.code === 'COUPON_INVALID',
		totalChanged,
	};
}

const explanations: Partial<Record<OrderErrorCode, string>> = {
	IDEMPOTENCY_KEY_REUSED:
		'This order was already sent with other details. Look under Orders before you pay again.',
	ORDER_IN_PROGRESS: 'An order for this cart is already being paid for. You find it under Orders.',
	SERVICE_UNAVAILABLE:
		'A part of the shop does not answer. Press Pay again in a minute: you pay once at most.',
};
