import type { OrderErrorCode } from '#lib/graphql/operations.generated.ts';
import type { ContactErrors, ContactField } from './contact.ts';

interface OrderChange {
	order: { id: string } | null;
	userErrors: { code: OrderErrorCode; field: string[] | null; message: string }[];
}

/** What came of placing an order: one to look at, a cart that was emptied elsewhere, or problems by their field and one for the form. */
export type Outcome =
	| { kind: 'order'; id: string }
	| { kind: 'emptyCart' }
	| { kind: 'problems'; fields: ContactErrors; form: string | null; totalChanged: boolean };

const contactFields: readonly string[] = ['firstName', 'lastName', 'email'] satisfies ContactField[];

/** Reads the API's answer. An order that is already being paid for is shown, not refused. */
export function readOutcome({ order, userErrors }: OrderChange): Outcome {
	const inProgress = userErrors.some(({ code }) => code === 'ORDER_IN_PROGRESS');
	if (order && (userErrors.length === 0 || inProgress)) return { kind: 'order', id: order.id };
	if (userErrors.some(({ code }) => code === 'CART_EMPTY')) return { kind: 'emptyCart' };
	const fields: ContactErrors = {};
	const rest: string[] = [];
	for (const { field, message, code } of userErrors) {
		const name = field?.at(-1);
		if (name !== undefined && contactFields.includes(name)) fields[name as ContactField] ??= message;
		else rest.push(explanations[code] ?? message);
	}
	const nothingSaid = userErrors.length === 0 ? 'The order was not placed. Try again.' : null;
	return {
		kind: 'problems',
		fields,
		form: rest[0] ?? nothingSaid,
		totalChanged: userErrors.some(({ code }) => code === 'PRICE_CHANGED'),
	};
}

const explanations: Partial<Record<OrderErrorCode, string>> = {
	PRICE_CHANGED: 'The total has changed since you saw it. Look at the new one below, then pay again.',
	IDEMPOTENCY_KEY_REUSED:
		'This order was already sent with other details. Look under Orders before you pay again.',
	ORDER_IN_PROGRESS: 'An order for this cart is already being paid for. You find it under Orders.',
};
