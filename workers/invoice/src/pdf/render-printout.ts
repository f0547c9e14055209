import { PDFDocument } from 'pdf-lib';
import { drawFooters } from './footers.ts';
import { drawLetterhead } from './letterhead.ts';
import { drawLineTable } from './line-table.ts';
import { foreignTexts, type Printout } from './printout.ts';
import { Sheet } from './sheet.ts';
import { drawTotals } from './totals.ts';
import { Typeface } from './typeface.ts';

/** Renders a document as a PDF. The same document gives the same bytes. */
export async function renderPrintout(printout: Printout): Promise<Uint8Array> {
	const document = await PDFDocument.create({ updateMetadata: false });
	describe(document, printout);
	const sheet = new Sheet(document, await Typeface.embed(document, foreignTexts(printout)));
	drawLetterhead(sheet, printout);
	drawLineTable(sheet, printout);
	drawTotals(sheet, printout);
	drawFooters(sheet, printout);
	return document.save();
}

function describe(document: PDFDocument, { kind, seller, number, issuedAt }: Printout): void {
	const date = new Date(issuedAt);
	document.setTitle(`${kind} ${number}`, { showInWindowTitleBar: true });
	document.setAuthor(seller.name);
	document.setProducer('Infinite Blob');
	document.setLanguage('en');
	document.setCreationDate(date);
	document.setModificationDate(date);
}
