import path from 'node:path';
import { ServiceUnavailable } from '@infinite-blob/subgraph/service-client';
import { payload } from '@infinite-blob/subgraph/user-error';
import { requireSession } from '@infinite-blob/subgraph/viewer-guard';
import type { Context } from '../context.ts';
import { downloadLimit, isDownloadable } from '../domain/order.ts';
import { OrderError } from '../domain/order-error.ts';
import type { Original } from '../product-client.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { requireVisible } from '../visible-order.ts';

/** Makes a link to a bought original; making it is what counts, however often it is fetched. */
export const createDownload: NonNullable<MutationResolvers['createDownload']> = (
	_,
	{ orderId, lineId },
	context,
) => {
	requireSession(context.viewer);
	return payload('download', async () => {
		const order = await requireVisible(context, orderId);
		const line = order.lines.find(({ id }) => id === lineId);
		if (!line) throw new OrderError('NOT_DOWNLOADABLE', 'This order has no such line.', ['lineId']);
		if (!isDownloadable(order)) {
			throw new OrderError(
				'NOT_DOWNLOADABLE',
				order.payment.refundedAt || order.payment.status === 'REFUND_PENDING'
					? 'This order was paid back; its files are closed.'
					: 'The files open when the order is paid.',
				['orderId'],
			);
		}
		const original = await findOriginal(context, line.productId);
		const remaining = await context.downloads.take(orderId, lineId);
		if (remaining === undefined) {
			const message = `This file was downloaded ${downloadLimit} times already. Write to us if you need it again.`;
			throw new OrderError('DOWNLOADS_USED_UP', message, ['lineId']);
		}
		const { file, handle } = original;
		const name = `${handle}${path.extname(file)}`;
		return { ...context.links.download({ orderId, file, name }), remaining };
	});
};

async function findOriginal(context: Context, productId: string): Promise<Original> {
	try {
		const original = await context.products.original(productId, context.requestId);
		if (original) return original;
	} catch (error) {
		if (!(error instanceof ServiceUnavailable)) throw error;
		context.logger.warn({ err: error }, 'the original could not be asked for');
	}
	throw new OrderError(
		'SERVICE_UNAVAILABLE',
		'The file cannot be fetched right now. Nothing was counted; try again soon.',
	);
}
