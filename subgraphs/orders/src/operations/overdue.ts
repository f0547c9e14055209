import { patienceMs } from '../domain/movement.ts';
import type { Command } from './command.ts';
import { table } from './table.ts';
import { duration, moment, status } from './wording.ts';

const shown = 100;

export const overdue: Command = {
	usage: 'overdue',
	summary: 'lists orders that should move by themselves and have not for long',
	async run({ orders, moving, print, now }) {
		const count = await moving.countOverdue();
		if (count === 0) {
			return print(`No order has waited for more than ${duration(patienceMs / 1_000)}.`);
		}
		const [ids = []] = await Array.fromAsync(firstPage(moving.overdue()));
		const found = await orders.findMany(ids.slice(0, shown));
		const rows = found.flatMap((order) =>
			order
				? [
						[
							order.number,
							status(order.status),
							order.payment.status,
							duration((now() - order.updatedAt) / 1_000),
							moment(order.updatedAt),
							order.id,
						],
					]
				: [],
		);
		for (const line of table(['ORDER', 'STATUS', 'PAYMENT', 'WAITS FOR', 'SINCE', 'ID'], rows)) print(line);
		if (count > rows.length) print(`… and ${count - rows.length} more`);
	},
};

async function* firstPage<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
	for await (const page of pages) {
		yield page;
		return;
	}
}
