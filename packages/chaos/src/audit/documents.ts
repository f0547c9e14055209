import { by, type Clause, type Finding, holdEach } from './clause.ts';
import { nameOf, paidOrders } from './order-facts.ts';
import type { IssuedDocument, StoredOrder } from './world.ts';

/** There is exactly one invoice of each paid order, over its total, and the order names it. */
export const oneInvoice: Clause = {
	title: 'exactly one invoice per paid order',
	check: (world) => oneFor(paidOrders(world), world.invoices, (order) => order.invoice?.number),
};

/** There is exactly one credit note of each refunded order, over its total, and the order names it. */
export const oneCreditNote: Clause = {
	title: 'exactly one credit note per refunded order',
	check(world) {
		const refunded = world.orders.filter(({ status }) => status === 'REFUNDED');
		return oneFor(refunded, world.creditNotes, (order) => order.creditNote?.number);
	},
};

/** The numbers of invoices, and of credit notes, are unique and leave no gap within their year. */
export const gapFreeNumbers: Clause = {
	title: 'invoice and credit note numbers unique and gap-free',
	check({ invoices, creditNotes }) {
		const violations: string[] = [];
		const numbers = [...invoices, ...creditNotes].map(({ number }) => number);
		for (const [series, members] of by(numbers, (number) => number.slice(0, number.lastIndexOf('-')))) {
			const counts = members
				.map((number) => Number(number.slice(number.lastIndexOf('-') + 1)))
				.sort((a, b) => a - b);
			for (const [index, count] of counts.entries()) {
				const before = counts[index - 1] ?? 0;
				if (count === before) violations.push(`${series}-${count} was given twice`);
				else if (count !== before + 1) violations.push(`${series}: none between ${before} and ${count}`);
			}
		}
		return { checked: numbers.length, violations };
	},
};

/** The printed documents are there and say what they must (a sample). */
export const printedDocuments: Clause = {
	title: 'printed invoices and credit notes are there and right (a sample)',
	check({ printed }) {
		return holdEach(printed, ({ number, text, expected }) => {
			if (text === undefined) return `${number}: no readable file`;
			return expected.filter((words) => !text.includes(words)).map((words) => `${number}: lacks "${words}"`);
		});
	},
};

function oneFor(
	orders: StoredOrder[],
	documents: IssuedDocument[],
	numberOf: (order: StoredOrder) => string | undefined,
): Finding {
	const documentsOf = by(documents, ({ orderId }) => orderId);
	const entitled = new Set(orders.map(({ id }) => id));
	const held = holdEach(orders, (order) => {
		const own = documentsOf.get(order.id) ?? [];
		if (own.length !== 1) return `${nameOf(order)}: has ${own.length}`;
		const { number, total } = own[0]!;
		if (numberOf(order) !== number) return `${nameOf(order)}: names ${numberOf(order)} instead of ${number}`;
		if (total.amount !== order.total.amount || total.currency !== order.total.currency)
			return `${nameOf(order)}: ${number} is over ${total.amount} instead of ${order.total.amount}`;
		return undefined;
	});
	const strange = documents
		.filter(({ orderId }) => !entitled.has(orderId))
		.map(({ number, orderId }) => `${number}: for ${orderId}, which is not to have one`);
	return { checked: held.checked, violations: [...held.violations, ...strange] };
}
