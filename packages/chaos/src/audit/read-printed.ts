import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CurrencyCode } from '@infinite-blob/money/currency';
import { format } from '@infinite-blob/money/money';
import { extractText, getDocumentProxy } from 'unpdf';
import type { IssuedDocument, PrintedDocument, StoredOrder } from './world.ts';

/**
 * Reads printed documents.
 *
 * @param folder where the files of this kind of document are
 */
export function readPrinted(
	folder: string,
	documents: IssuedDocument[],
	orders: StoredOrder[],
): Promise<PrintedDocument[]> {
	const orderOf = new Map(orders.map((order) => [order.id, order]));
	return Promise.all(
		documents.map(async ({ number, orderId, total }) => {
			const currency = total.currency as CurrencyCode;
			const expected = [number, orderOf.get(orderId)?.number ?? orderId, format({ ...total, currency })];
			return { orderId, number, expected, text: await textOf(path.join(folder, `${orderId}.pdf`)) };
		}),
	);
}

async function textOf(file: string): Promise<string | undefined> {
	try {
		const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
		const { text } = await extractText(pdf, { mergePages: true });
		return text;
	} catch {
		return undefined;
	}
}
