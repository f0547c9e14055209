import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { FileStore } from '@infinite-blob/files/file-store';
import { sendFile } from '@infinite-blob/files/send-file';
import { sendJson } from '@infinite-blob/service/start-service';
import { isDownloadable } from './domain/order.ts';
import type { Links } from './links.ts';
import type { OrderRepository } from './order-repository.ts';

/** What originals are, by the extension they are kept under. */
const pictureTypes: Record<string, string> = {
	'.jpg': 'image/jpeg',
	'.png': 'image/png',
	'.webp': 'image/webp',
};

/** Serves `/files/download/TOKEN` and `/files/invoice/TOKEN`: the signed token is the permission. */
export function serveFiles(files: FileStore, orders: OrderRepository, links: Links) {
	async function download(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
		const grant = links.openDownload(token);
		const order = grant && (await orders.find(grant.orderId));
		if (!grant || !order)
			return refuse(response, 'This link is not valid any more. Ask for a new one on your order’s page.');
		if (!isDownloadable(order)) return refuse(response, 'This order was paid back; its files are closed.');
		await send(request, response, grant.file, {
			'content-type': pictureTypes[path.extname(grant.file)] ?? 'application/octet-stream',
			'content-disposition': `attachment; filename="${grant.name}"`,
		});
	}

	async function invoice(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
		const grant = links.openInvoice(token);
		if (!grant)
			return refuse(
				response,
				'This link is not valid any more. Open the invoice from your order’s page again.',
			);
		await send(request, response, grant.file, {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${grant.name}"`,
		});
	}

	async function send(
		request: IncomingMessage,
		response: ServerResponse,
		key: string,
		headers: Record<string, string>,
	): Promise<void> {
		const file = await files.find(key);
		if (!file) return sendJson(response, 404, { error: 'This file is not there.' });
		await sendFile(request, response, file, { ...headers, 'cache-control': 'private, no-store' });
	}

	return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
		const match = /^\/files\/(download|invoice)\/([\w.-]+)$/.exec(url.pathname);
		if (!match?.[2]) return false;
		await (match[1] === 'download' ? download : invoice)(request, response, match[2]);
		return true;
	};
}

function refuse(response: ServerResponse, error: string): void {
	sendJson(response, 403, { error });
}
