import { listDeadLetters } from '@infinite-blob/events/dead-letters';
import type { Envelope } from '@infinite-blob/events/envelope';
import { format } from '@infinite-blob/money/money';
import type { Order } from '../domain/order.ts';
import type { OrderRepository } from '../order-repository.ts';
import { colors } from './colors.ts';
import { type Command, Problem, UsageError } from './command.ts';
import { deadLetterTable } from './dead.ts';
import { readOrderEvents } from './order-events.ts';
import { plain } from './plain.ts';
import { table } from './table.ts';
import { exactMoment, moment, status } from './wording.ts';

/** Of what others wrote about an order: longer than any name, address or reason should be. */
const widest = 400;

export const show: Command = {
	usage: 'show IB-000123 | ord_…',
	summary: 'shows an order: where it is, how it came there, its events and what caused each',
	check({ positionals }) {
		if (positionals.length !== 1) throw new UsageError('Say which order: its number, or its ID.');
		if (!/^(IB-\d{1,15}|ord_[\w-]+)$/i.test(positionals[0]!)) {
			throw new UsageError(
				`"${positionals[0]}" is no order: a number looks like IB-000123, an ID begins with ord_.`,
			);
		}
	},
	async run({ redis, orders, print }, { positionals: [name] }) {
		const order = await find(orders, name!);
		if (!order) throw new Problem(`There is no order ${name}.`);
		const { events, isCutOff } = await readOrderEvents(redis, order);
		const letters = (await listDeadLetters(redis, 'orders.events')).filter(
			({ event }) => event?.subject === order.id,
		);
		const section = (title: string, lines: string[]) => ['', colors.bold(title), ...lines];
		const lines = [
			...head(order),
			...section('Lines', linesOf(order)),
			...section('Timeline', timelineOf(order)),
			...section('Events', eventsOf(events)),
			...(isCutOff ? [colors.dim('The older ones are no longer in the stream.')] : []),
			...(letters.length > 0 ? section('Dead letters', deadLetterTable(letters)) : []),
		];
		for (const line of lines) print(line);
	},
};

async function find(orders: OrderRepository, name: string): Promise<Order | undefined> {
	const [, sequence] = /^IB-(\d+)$/i.exec(name) ?? [];
	return sequence === undefined ? orders.find(name) : orders.findBySequence(Number(sequence));
}

function head(order: Order): string[] {
	const { payment, customer, invoice, creditNote, strayCharges = [] } = order;
	const card = payment.last4 ? ` (card ending in ${payment.last4})` : '';
	const rows: [string, string | undefined][] = [
		['ID', order.id],
		['Placed', `${moment(order.placedAt)} UTC`],
		['Last moved', `${moment(order.updatedAt)} UTC`],
		['Customer', plain(`${customer.firstName} ${customer.lastName} <${customer.email}>`, widest)],
		['Total', `${format(order.total)}${order.coupon ? ` with ${order.coupon}` : ''}`],
		['Payment', `${payment.status}, ${payment.method}${card}, attempt ${order.attempts.length}`],
		['Declined', plain(payment.declineCode ?? '', widest)],
		['Charge', plain(payment.chargeId ?? '', widest)],
		...strayCharges.map(({ chargeId, refundedAt }): [string, string] => [
			'Stray charge',
			`${plain(chargeId, widest)}, ${refundedAt ? `paid back ${moment(refundedAt)}` : colors.yellow('not paid back yet')}`,
		]),
		['Invoice', plain(invoice?.number ?? '', widest)],
		['Credit note', plain(creditNote?.number ?? '', widest)],
	];
	return [
		`${colors.bold(order.number)}  ${status(order.status)}`,
		...rows.flatMap(([label, value]) => (value ? [`  ${colors.dim(label.padEnd(14))}${value}`] : [])),
	];
}

function linesOf(order: Order): string[] {
	const rows = order.lines.map(({ quantity, name, unitPrice, total, productId }) => [
		String(quantity),
		plain(name, 60),
		format(unitPrice),
		format(total),
		productId,
	]);
	return table(['QUANTITY', 'ARTWORK', 'PRICE', 'TOTAL', 'PRODUCT'], rows, ['QUANTITY', 'PRICE', 'TOTAL']);
}

function timelineOf(order: Order): string[] {
	const rows = order.timeline.map((entry) => [
		exactMoment(entry.at),
		status(entry.status),
		plain(entry.detail ?? '', widest),
	]);
	return table(['AT (UTC)', 'STATUS', 'DETAIL'], rows);
}

/** Events are numbered, and each names the one that caused it by its number. */
function eventsOf(events: Envelope[]): string[] {
	const numbers = new Map(events.map(({ id }, index) => [id, index + 1]));
	const rows = events.map(({ id, type, version, occurredAt, causation }, index) => {
		const cause = numbers.get(causation);
		return [
			`#${index + 1}`,
			exactMoment(occurredAt),
			plain(version === 1 ? type : `${type} (version ${version})`, 60),
			cause ? `#${cause}` : plain(causation, 60),
			colors.dim(plain(id, 60)),
		];
	});
	return table(['', 'AT (UTC)', 'EVENT', 'CAUSED BY', 'ID'], rows, ['']);
}
