import { PDFDocument } from 'pdf-lib';
import type { Invoice } from '../invoice.ts';
import { drawFooters } from './footers.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawLineTable } from './line-table.ts';
import { Sheet } from './sheet.ts';
import { drawTotals } from './totals.ts';
import { Typeface } from './typeface.ts';

/** Renders an invoice as a PDF. The same invoice gives the same bytes. */
export async function renderInvoice(invoice: Invoice): Promise<Uint8Array> {
	const document = await PDFDocument.create({ updateMetadata: false });
	describe(document, invoice);
	const sheet = new Sheet(document, await Typeface.embed(document, JSON.stringify(invoice)));
	drawLetterhead(sheet, invoice);
	drawLineTable(sheet, invoice);
	drawTotals(sheet, invoice);
	drawFooters(sheet, invoice);
	return document.save();
}

function describe(document: PDFDocument, { seller, number, issuedAt }: Invoice): void {
	const date = new Date(issuedAt);
	document.setTitle(`Invoice ${number}`, { showInWindowTitleBar: true });
	document.setAuthor(seller.name);
	document.setProducer('Infinite Blob');
	document.setLanguage('en');
	document.setCreationDate(date);
	document.setModificationDate(date);
}
