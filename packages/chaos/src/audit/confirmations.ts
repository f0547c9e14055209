import { refusedMailbox } from '../shoppers/plan.ts';
import { by, type Clause, holdEach } from './clause.ts';
import { nameOf } from './order-facts.ts';
import type { CaughtMail, StoredOrder, World } from './world.ts';

/** How long after the mail server's word the record is written at the latest, unless something is in the way. */
const recordMs = 1_500;
/** For how long a Redis that was killed may be away. */
const recoveryMs = 5_000;

/** Every order that was completed was confirmed: by the one mail, or its refusal for good, which the timeline tells. */
export const confirmations: Clause = {
	title: 'one confirmation per completed order, with its invoice, to its customer',
	check({ orders, mails }) {
		const mailsOf = by(mails, ({ messageId }) => messageId);
		const completed = orders.filter(({ timeline }) => timeline.some(({ status }) => status === 'COMPLETED'));
		const unfounded = orders.filter((order) => !completed.includes(order) && order.status !== 'REFUNDED');
		const find = ({ id }: StoredOrder): CaughtMail[] =>
			[...mailsOf]
				.filter(([messageId]) => messageId.startsWith(`<confirmation.${id}@`))
				.flatMap(([, list]) => list);
		const held = holdEach(completed, (order) => {
			const own = find(order);
			const isRefused = order.customer.email.endsWith(`@${refusedMailbox}`);
			if (isRefused) return own.length > 0 ? `${nameOf(order)}: a refused mail arrived` : undefined;
			if (own.length === 0) return `${nameOf(order)}: no confirmation`;
			if (new Set(own.map(({ messageId }) => messageId)).size > 1)
				return `${nameOf(order)}: confirmed under several Message-IDs`;
			return own.flatMap(({ to, attachments }) => {
				if (to !== order.customer.email) return `${nameOf(order)}: confirmed to ${to}`;
				const invoice = order.invoice?.number ?? 'an invoice';
				return attachments.some((name) => name.includes(invoice))
					? []
					: `${nameOf(order)}: confirmed without ${invoice}`;
			});
		});
		const strange = unfounded
			.filter((order) => find(order).length > 0)
			.map((order) => `${nameOf(order)}: confirmed`);
		return { checked: held.checked, violations: [...held.violations, ...strange] };
	},
};

/** A mail came a second time only where something fell between the mail server's acceptance and its record. */
export const repeatedMails: Clause = {
	title:
		'a mail came twice only for a crash or a cut connection between acceptance and record, under the same Message-ID',
	check(world) {
		const copies = by(world.mails, ({ messageId }) => messageId);
		const accepted = by(world.acceptances, ({ messageId }) => messageId);
		let repeats = 0;
		let unheard = 0;
		const held = holdEach([...copies], ([messageId, list]) => {
			const history = [...(accepted.get(messageId) ?? [])].sort((a, b) => a.at - b.at);
			if (history.length !== list.length)
				return `${messageId}: ${list.length} in the mailbox, ${history.length} seen on the way`;
			repeats += list.length - 1;
			unheard += history.slice(0, -1).filter(({ told }) => !told).length;
			return history
				.slice(0, -1)
				.filter((acceptance) => acceptance.told && !isExcused(world, acceptance))
				.map(({ at }) => `${messageId}: came again though nothing fell after ${new Date(at).toISOString()}`);
		});
		return {
			...held,
			note: `${repeats} came twice; of ${unheard} a fault kept the mail server's word from the sender`,
		};
	},
};

/** Whether something was done to the sender, or to Redis, before the record could be there. */
function isExcused({ faults }: World, { sender, at }: { sender: string; at: number }): boolean {
	return faults.some(({ kind, target, from, until }) => {
		const isRedis = target === 'redis';
		const isSender = target === sender && ['kill', 'stall', 'redis cut'].includes(kind);
		const over = kind === 'kill' && isRedis ? until + recoveryMs : until;
		return (isRedis || isSender) && from <= at + recordMs && over >= at;
	});
}
