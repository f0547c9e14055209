import { downloadLimit, isDownloadable, type Order } from '../domain/order.ts';
import type { OrderLineResolvers, OrderResolvers, Resolvers } from '../schema.generated.ts';
import { mayView } from '../visible-order.ts';

/** A line that knows its order, for the count of its downloads. */
export type OrderLineOfOrder = Order['lines'][number] & { order: Order };

const order: OrderResolvers = {
	async __resolveReference({ id }, context) {
		const found = await context.loaders.order.load(id);
		return found && mayView(context, found) ? found : null;
	},
	lines: (parent) => parent.lines.map((line) => ({ ...line, order: parent })),
	invoiceUrl: ({ invoice }, _, { links }) =>
		invoice && links.invoice({ file: invoice.file, name: `invoice-${invoice.number}.pdf` }),
	creditNoteUrl: ({ creditNote }, _, { links }) =>
		creditNote
			? links.invoice({ file: creditNote.file, name: `credit-note-${creditNote.number}.pdf` })
			: null,
};

const orderLine: OrderLineResolvers = {
	product: ({ productId }) => ({ __typename: 'Product', id: productId }),
	async downloadsRemaining(line, _, { loaders }) {
		if (!isDownloadable(line.order)) return null;
		const taken = await loaders.downloadsTaken.load(line.order.id);
		return downloadLimit - Number(taken[line.id] ?? 0);
	},
};

export const orderResolvers: Pick<Resolvers, 'Order' | 'OrderLine'> = { Order: order, OrderLine: orderLine };
