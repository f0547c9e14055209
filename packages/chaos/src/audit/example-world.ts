import type { CaughtMail, Request, StoredOrder, World } from './world.ts';

const at = Date.UTC(2026, 10, 23, 10);
const usd = (amount: number) => ({ amount, currency: 'USD' as const });

/** A run in which all went well: an order of each resting state, the declined one paid at the second try. */
export function exampleWorld(): World {
	const orders = [
		order(1, ['PLACED', 'PAID', 'INVOICED', 'COMPLETED'], 'SUCCEEDED', { coupon: 'WELCOME10' }),
		order(2, ['PLACED', 'DECLINED', 'PLACED', 'PAID', 'INVOICED', 'COMPLETED'], 'SUCCEEDED'),
		order(3, ['PLACED', 'DECLINED'], 'DECLINED'),
		order(4, ['PLACED', 'CANCELLED'], 'PENDING'),
		order(5, ['PLACED', 'PAID', 'INVOICED', 'COMPLETED', 'REFUNDED'], 'REFUNDED'),
	];
	const paid = orders.filter(({ invoice }) => invoice);
	return {
		requests: orders.map(requestFor),
		orders,
		charges: paid.map(({ id, total, attempts, payment }) => ({
			id: payment.chargeId!,
			idempotencyKey: `${id}:${attempts.length}`,
			orderId: id,
			attempt: attempts.length,
			amount: usd(total.amount),
			paymentMethod: 'pm_card_visa',
			description: id,
			last4: '4242',
			chargedAt: at,
			refunded: id === 'ord_5' ? total.amount : 0,
			refunds: id === 'ord_5' ? ['re_5'] : [],
		})),
		refunds: [
			{
				id: 're_5',
				idempotencyKey: 'refund:ch_5',
				orderId: 'ord_5',
				chargeId: 'ch_5',
				amount: usd(500),
				refundedAt: at,
			},
		],
		invoices: paid.map(({ id, invoice, total }) => ({ number: invoice!.number, orderId: id, total })),
		creditNotes: [{ number: 'CN-2026-000001', orderId: 'ord_5', total: usd(500) }],
		printed: [
			{ orderId: 'ord_1', number: '2026-000001', text: 'Invoice 2026-000001', expected: ['2026-000001'] },
		],
		mails: paid.map(confirmationOf),
		acceptances: paid.map(({ id }) => ({
			messageId: confirmationId(id),
			sender: 'email-1',
			at: at + 60_000,
			told: true,
		})),
		faults: [{ kind: 'kill', target: 'orders', from: at, until: at }],
		downloads: { before: { prd_1: 10, prd_2: 4 }, after: { prd_1: 16, prd_2: 4 } },
		carts: [
			{ name: 'cart 1', expected: { prd_1: 1 }, perhaps: { prd_2: 2 }, actual: { prd_1: 1, prd_2: 2 } },
		],
		coupons: [{ code: 'WELCOME10', usageLimit: undefined, uses: ['ord_1'], holds: [] }],
		groups: [
			{
				stream: 'orders.events',
				group: 'orders',
				consumers: 1,
				lag: 0,
				pending: 0,
				oldestPendingSeconds: 0,
				deadLetters: 0,
			},
		],
		deadLettersReplayed: 0,
		deaths: [],
		fatalLogs: [],
		quietSince: at,
	};
}

export function confirmationId(orderId: string): string {
	return `<confirmation.${orderId}@infinite-blob.example>`;
}

function order(
	count: number,
	statuses: string[],
	payment: string,
	change: Partial<StoredOrder> = {},
): StoredOrder {
	const id = `ord_${count}`;
	// Order 1, 2 and 5 have invoices 1 to 3.
	const invoice = statuses.includes('INVOICED') ? { number: `2026-00000${Math.min(count, 3)}` } : null;
	const details: Record<string, string> = { PAID: 'Card 4242.', INVOICED: `Invoice ${invoice?.number}.` };
	const tries = statuses.filter((status) => status === 'PLACED').length;
	const isPaid = statuses.includes('PAID');
	return {
		id,
		number: `IB-00000${count}`,
		status: statuses.at(-1)!,
		customer: { email: `${id}@example.com` },
		lines: [{ productId: 'prd_1', quantity: 2 }],
		total: usd(500),
		coupon: null,
		attempts: Array.from({ length: tries }, (_, index) => ({
			paymentMethod: isPaid && index === tries - 1 ? 'pm_card_visa' : 'pm_card_chargeDeclined',
		})),
		payment: { status: payment, chargeId: isPaid ? `ch_${count}` : null },
		invoice,
		creditNote: statuses.includes('REFUNDED') ? { number: 'CN-2026-000001' } : undefined,
		timeline: statuses.map((status, index) => ({ status, at: at + index, detail: details[status] ?? null })),
		...change,
	};
}

function requestFor(order: StoredOrder): Request {
	const { id, status, customer, lines, attempts, timeline } = order;
	const asked = (state: string) => ({ asked: status === state, accepted: status === state });
	return {
		name: id,
		orderIds: [id],
		email: customer.email,
		lines,
		refusal: undefined,
		methods: attempts.map(({ paymentMethod }) => paymentMethod),
		cancel: asked('CANCELLED'),
		refund: asked('REFUNDED'),
		surprises: [],
		sightings: [
			timeline.map(({ status: seen, at: when }, index) => ({ status: seen, steps: index + 1, at: when })),
		],
	};
}

function confirmationOf({ id, customer, invoice }: StoredOrder): CaughtMail {
	return {
		messageId: confirmationId(id),
		to: customer.email,
		attachments: [`invoice-${invoice!.number}.pdf`],
	};
}
